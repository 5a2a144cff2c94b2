import { mergedText, mergeLines } from './three-way'
import type { MergePart, Side } from './three-way'
import { kindOf } from './value-kind'

export type TextField = 'name' | 'value' | 'note'
export type ConflictField = TextField | 'projectId'

/**
 * One state of a secret, as texts. A text that is null cannot be decrypted; in what a person typed, it stays as
 * it is. A project that is null is none.
 */
export type SecretTexts = Record<ConflictField, string | null>

export interface FieldMerge {
  field: ConflictField
  /** As of a whole field, or by lines where that makes sense. */
  parts: MergePart[] | null
  kind: MergePart['kind']
  /** Choices that a person has to make here. */
  choices: number
}

export type Choices = Partial<Record<ConflictField, (Side | undefined)[]>>

const FIELDS: readonly ConflictField[] = ['name', 'value', 'note', 'projectId']

/**
 * Compares three states: where the person started, what the server has now, what was typed. Fields in which they
 * agree are `same`. Values and
 * notes are merged by lines unless they are one thing (a PEM block, a single line).
 */
export function mergeSecret(base: SecretTexts, theirs: SecretTexts, yours: SecretTexts): FieldMerge[] {
  return FIELDS.map((field) => {
    // What was left as it was is no change, whatever became of it meanwhile.
    const your = isLeft(field, base, yours) ? base[field] : yours[field]
    const kind = kindOfChange(base[field], theirs[field], your)
    const hasLines = field === 'value' || field === 'note'
    const parts = hasLines && kind === 'conflict' ? partsOf(base[field], theirs[field], your) : null
    const choices = parts
      ? parts.filter((part) => part.kind === 'conflict').length
      : kind === 'conflict'
        ? 1
        : 0
    return { field, parts, kind, choices }
  })
}

const isLeft = (field: ConflictField, base: SecretTexts, yours: SecretTexts) =>
  field !== 'projectId' && yours[field] === null && base[field] === null

function kindOfChange(base: string | null, theirs: string | null, yours: string | null): MergePart['kind'] {
  if (theirs === yours) return theirs === base ? 'same' : 'both'
  if (theirs === base) return 'yours'
  return yours === base ? 'theirs' : 'conflict'
}

function partsOf(base: string | null, theirs: string | null, yours: string | null): MergePart[] | null {
  if (base === null || theirs === null || yours === null) return null
  const isOneThing = [base, theirs, yours].some(
    (text) => text.trim().split(/[\r\n]/).length === 1 || kindOf(text)?.startsWith('PEM'),
  )
  return isOneThing ? null : mergeLines(base, theirs, yours)
}

/** True as soon as every conflict has its choice. */
export function isDecided(fields: readonly FieldMerge[], choices: Choices): boolean {
  return fields.every(({ field, choices: count }) =>
    Array.from({ length: count }, (_, i) => choices[field]?.[i]).every((side) => side !== undefined),
  )
}

/** What is sent when every choice is made: a null text is left as the server has it. */
export function mergedSecret(
  fields: readonly FieldMerge[],
  theirs: SecretTexts,
  yours: SecretTexts,
  choices: Choices,
): SecretTexts {
  const merged: SecretTexts = { ...theirs }
  for (const { field, parts, kind } of fields) {
    const made = choices[field] ?? []
    if (parts) {
      merged[field] = mergedText(
        parts,
        made.map((side) => side ?? 'yours'),
      )
    } else if (kind === 'yours' || (kind === 'conflict' && made[0] !== 'theirs')) merged[field] = yours[field]
  }
  return merged
}

/** The merge took a form away that all three had: JSON lines, put together, may no longer be JSON. */
export function lostForm(
  base: string | null,
  theirs: string | null,
  yours: string | null,
  merged: string | null,
) {
  const isJson = (text: string | null) => text !== null && kindOf(text)?.startsWith('JSON') === true
  return isJson(base) && isJson(theirs) && isJson(yours) && !isJson(merged)
}
