import { NONE } from '#/domain/access/facts'
import type { Right } from '#/domain/access/facts'
import { z } from '#/lib/zod'
import type { GranteeKind, GrantRow, GrantState } from '#/session/access-types'

/** What a person wants otherwise, by grantee; NONE takes the grant away. */
export type Changes = ReadonlyMap<string, { kind: GranteeKind; right: Right }>

export interface EditedRow {
  kind: GranteeKind
  id: string
  /** As the server has it. */
  before: Right
  after: Right
  mayChange: boolean
}

const state = z.object({
  kind: z.enum(['person', 'group', 'machine', 'project']),
  id: z.string(),
  right: z.number(),
})
const draft = z.object({
  v: z.literal(1),
  startedAt: z.number(),
  base: z.array(state),
  changes: z.array(state),
})

/** Ids and rights alone; sealed all the same. */
export type GrantDraft = z.output<typeof draft>

export function readGrantDraft(content: unknown): GrantDraft | null {
  const parsed = z.safeParse(draft, content)
  return parsed.success ? parsed.data : null
}

export const statesOf = (grants: readonly GrantState[]): GrantState[] =>
  grants.map(({ kind, id, right }) => ({ kind, id, right }))

/** The list with the changes in it: the server's rows in their order, then the new ones. */
export function editedRows(base: readonly GrantRow[], changes: Changes): EditedRow[] {
  const listed = base.map(({ kind, id, right, mayChange }) => ({
    ...{ kind, id, mayChange, before: right },
    after: changes.get(id)?.right ?? right,
  }))
  const known = new Set(base.map(({ id }) => id))
  const added = [...changes].flatMap(([id, { kind, right }]) =>
    known.has(id) ? [] : [{ kind, id, before: NONE, after: right, mayChange: true }],
  )
  return [...listed, ...added]
}

/** Sets one right; what is back at the server's state is no change any more. */
export function changed(
  base: readonly GrantRow[],
  changes: Changes,
  { kind, id, right }: GrantState,
): Changes {
  const next = new Map(changes)
  const before = base.find((row) => row.id === id)?.right ?? NONE
  if (right === before) next.delete(id)
  else next.set(id, { kind, right })
  return next
}

export function wantedStates(base: readonly GrantRow[], changes: Changes): GrantState[] {
  return editedRows(base, changes)
    .filter(({ after }) => after !== NONE)
    .map(({ kind, id, after }) => ({ kind, id, right: after }))
}

/** A list that moved under the changes: those that it fulfils already are none any more. */
export function rebased(base: readonly GrantRow[], changes: Changes): Changes {
  return [...changes].reduce<Changes>(
    (sum, [id, { kind, right }]) => changed(base, sum, { kind, id, right }),
    new Map(),
  )
}

/** Base of a draft that waited: its rows as they were when the edit began, with the names of now. */
export function draftBase(states: readonly GrantState[], now: readonly GrantRow[]): GrantRow[] {
  const rows = new Map(now.map((row) => [row.id, row]))
  return states.map(({ kind, id, right }) => {
    const row = rows.get(id)
    return {
      kind,
      id,
      right,
      name: row?.name ?? null,
      isMe: row?.isMe ?? false,
      mayChange: row?.mayChange ?? true,
    }
  })
}
