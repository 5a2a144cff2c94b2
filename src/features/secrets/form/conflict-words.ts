import type { Choices, FieldMerge } from '#/domain/secret-conflict'
import { FIELD_WORDS } from './secret-draft'

/** "3 of 4 changes fit together, 1 needs you." Lines that need a choice count one by one. */
export function fitWords(fields: readonly FieldMerge[]): string {
  const kinds = fields.flatMap((field) => (field.parts ? field.parts.map((part) => part.kind) : [field.kind]))
  const changes = kinds.filter((kind) => kind !== 'same').length
  const open = kinds.filter((kind) => kind === 'conflict').length
  if (open === 0) return changes === 1 ? 'The change fits.' : `All ${changes} changes fit together.`
  const needs = open === 1 ? '1 needs you' : `${open} need you`
  return open === changes ? `${needs}.` : `${changes - open} of ${changes} changes fit together, ${needs}.`
}

/** What saving would put together: "value and note from you, name from them". */
export function resultWords(fields: readonly FieldMerge[], choices: Choices): string {
  const sources: [string, string[]][] = [
    ['from you', []],
    ['from them', []],
    ['from both', []],
    ['the same from both', []],
    ['not decided yet', []],
  ]
  for (const field of fields) {
    const source = sourceOf(field, choices)
    sources.find(([words]) => words === source)?.[1].push(FIELD_WORDS[field.field].toLowerCase())
  }
  return sources
    .filter(([, names]) => names.length > 0)
    .map(([words, names]) => `${list(names)} ${words}`)
    .join(', ')
}

function sourceOf({ field, parts, kind, choices: count }: FieldMerge, choices: Choices): string | null {
  const made = Array.from({ length: count }, (_, i) => choices[field]?.[i])
  if (made.includes(undefined)) return 'not decided yet'
  if (!parts) {
    if (kind === 'same') return null
    if (kind === 'both') return 'the same from both'
    return (kind === 'conflict' ? made[0] : kind) === 'theirs' ? 'from them' : 'from you'
  }
  const sides = new Set([
    ...made,
    ...parts.map((part) => part.kind).filter((k) => k === 'theirs' || k === 'yours'),
  ])
  return sides.size > 1 ? 'from both' : sides.has('theirs') ? 'from them' : 'from you'
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
