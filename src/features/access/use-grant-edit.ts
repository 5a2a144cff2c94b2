import { useEffect, useMemo, useState } from 'react'
import { AccessMap } from '#/domain/access/access-map'
import { applyChanges } from '#/domain/access/changes'
import { changesOn } from '#/domain/access/compare'
import type { RightChange } from '#/domain/access/compare'
import { useDraft } from '#/forms/use-draft'
import type { FoundDraft } from '#/forms/draft-keeper'
import type { GrantRow, GrantState, PolicyTarget } from '#/session/access-types'
import { changed, draftBase, editedRows, rebased, statesOf, wantedStates } from './grant-edit'
import type { Changes, GrantDraft } from './grant-edit'
import { previewOf } from './preview'
import type { ObjectAccess } from './use-object-access'

const nothing: Changes = new Map()

/** The wanted grants of one object: what they were when the edit began, what is changed, and what it makes of access. */
export function useGrantEdit(
  target: PolicyTarget,
  place: string,
  access: ObjectAccess,
  found: FoundDraft<GrantDraft> | null,
) {
  const listed = access.list.status === 'read' ? access.list.grants : noGrants
  // While something is changed its beginning stands still: the next reading is compared with it, not taken over.
  const [held, setHeld] = useState(() =>
    found && found.content.changes.length > 0 ? draftBase(found.content.base, listed) : null,
  )
  const [changes, setChanges] = useState<Changes>(() =>
    found ? new Map(found.content.changes.map(({ id, kind, right }) => [id, { kind, right }])) : nothing,
  )
  const base = held ?? listed
  const [startedAt] = useState(() => found?.startedAt ?? Date.now())
  const draft = useDraft<GrantDraft>(place, found)
  const { change } = draft
  useEffect(() => {
    const states = [...changes].map(([id, { kind, right }]) => ({ id, kind, right }))
    change(changes.size > 0 ? { v: 1, startedAt, base: statesOf(base), changes: states } : null)
  }, [change, changes, base, startedAt])

  const effect = useMemo(() => effectOf(target, access, base, changes), [target, access, base, changes])
  const preview = useMemo(() => previewOf(effect.effects, access.names), [effect, access.names])

  return {
    base,
    changes,
    draft,
    rows: editedRows(base, changes),
    ...effect,
    preview,
    readAt: access.list.status === 'read' ? access.list.readAt : null,
    set: (wanted: GrantState) => {
      const next = changed(base, changes, wanted)
      setHeld(next.size > 0 ? base : null)
      setChanges(next)
    },
    add: (wanted: readonly GrantState[]) => {
      setHeld(base)
      setChanges(wanted.reduce((sum, one) => changed(base, sum, one), changes))
    },
    /** After saving and discarding. */
    clear: async () => {
      setHeld(null)
      setChanges(nothing)
      await draft.finish()
    },
    /** The list moved: the changes stay, against what it says now. */
    rebase: (now: GrantRow[]) => {
      setHeld(now)
      setChanges(rebased(now, changes))
    },
    request: () => ({ target, base: statesOf(base), wanted: wantedStates(base, changes) }),
  }
}

const noGrants: GrantRow[] = []

interface Effect {
  before: AccessMap
  after: AccessMap
  /** Of people and machine accounts; for the projects of a machine account, of these. */
  effects: RightChange[]
}

function effectOf(
  target: PolicyTarget,
  access: ObjectAccess,
  base: readonly GrantRow[],
  changes: Changes,
): Effect {
  const factsBefore = access.factsWith(base)
  const edits = [...changes].map(([id, { right }]) => ({
    kind: 'grant' as const,
    grantee: id,
    target: target.id,
    right,
  }))
  const factsAfter = applyChanges(factsBefore, edits)
  const before = new AccessMap(factsBefore)
  const after = new AccessMap(factsAfter)
  const effects =
    target.kind === 'granted'
      ? editedRows(base, changes).flatMap(({ id, before: was, after: is }) =>
          was === is ? [] : [{ principal: id, before: was, after: is }],
        )
      : changesOn(before, after, target.id)
  return { before, after, effects }
}
