import type { ConflictField, SecretTexts } from '#/domain/secret-conflict'
import { z } from '#/lib/zod'
import type { KeptIn } from '#/session/draft-life'

const texts = z.object({
  name: z.nullable(z.string()),
  value: z.nullable(z.string()),
  note: z.nullable(z.string()),
  projectId: z.nullable(z.string()),
})

const draftShape = z.object({
  v: z.literal(1),
  startedAt: z.number(),
  typed: texts,
  /** What the edit started from, so that a change by someone else can be told after hours. Null for a new secret. */
  base: z.nullable(z.object({ texts, revision: z.string(), readAt: z.number() })),
})

/** What is sealed of an open form. */
export type SecretDraft = z.output<typeof draftShape>
/** The state that an edit started from. */
export type EditBase = NonNullable<SecretDraft['base']>

/** A draft that waited at its place. */
export interface WaitingDraft {
  content: SecretDraft
  sealedAt: number
  keptIn: KeptIn
}

/** Null for none, and for anything that this version does not know. */
export function readSecretDraft(
  found: { content: unknown; sealedAt: number; keptIn: KeptIn } | null | undefined,
): WaitingDraft | null {
  const parsed = z.safeParse(draftShape, found?.content)
  return found && parsed.success ? { ...found, content: parsed.data } : null
}

const FIELDS: readonly ConflictField[] = ['name', 'value', 'note', 'projectId']

/** The fields in which what was typed differs from where it started. */
export function changedFields(base: SecretTexts, typed: SecretTexts): ConflictField[] {
  return FIELDS.filter((field) => base[field] !== typed[field])
}

export const FIELD_WORDS: Record<ConflictField, string> = {
  name: 'Name',
  value: 'Value',
  note: 'Note',
  projectId: 'Project',
}
