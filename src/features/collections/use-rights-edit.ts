import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { saveCollectionRights } from '#/data/collections'
import type { CollectionRight } from '#/domain/collection-rights'
import type { FoundDraft } from '#/forms/draft-keeper'
import { useDraft } from '#/forms/use-draft'
import type { CollectionRights, RightEntry } from '#/session/organization-types'
import { showToast } from '#/ui/toast-store'
import { editCollectionPlace } from './dialog-places'
import type { CollectionFacts } from './use-collections'

export interface RightsEdit {
  base: CollectionRights
  wanted: CollectionRights
}

export type Kind = 'groups' | 'users'

function parsed(found: FoundDraft<string> | null): RightsEdit | null {
  try {
    return found ? (JSON.parse(found.content) as RightsEdit) : null
  } catch {
    return null
  }
}

const differing = (base: readonly RightEntry[], wanted: readonly RightEntry[]): string[] => {
  const [before, after] = [new Map(base), new Map(wanted)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))
}

export const changesOf = ({ base, wanted }: RightsEdit): number =>
  differing(base.groups, wanted.groups).length + differing(base.users, wanted.users).length

export function withRight(
  edit: RightsEdit,
  kind: Kind,
  id: string,
  right: CollectionRight | null,
): RightsEdit {
  const others = edit.wanted[kind].filter(([other]) => other !== id)
  const entries: RightEntry[] = right === null ? others : [...others, [id, right]]
  return { ...edit, wanted: { ...edit.wanted, [kind]: entries } }
}

/** The edit after somebody else's save: seen is what is now, the changes stay. */
function rebased(edit: RightsEdit, now: CollectionRights): RightsEdit {
  const merged = (kind: Kind): RightEntry[] => {
    const after = new Map(edit.wanted[kind])
    const result = new Map(now[kind])
    for (const id of differing(edit.base[kind], edit.wanted[kind])) {
      const right = after.get(id)
      if (right === undefined) result.delete(id)
      else result.set(id, right)
    }
    return [...result]
  }
  return { base: now, wanted: { groups: merged('groups'), users: merged('users') } }
}

/** What is changed of the rights on one collection: kept as a sealed draft, saved onto what the server has then. */
export function useRightsEdit(orgId: string, collection: CollectionFacts, found: FoundDraft<string> | null) {
  const client = useQueryClient()
  const saving = useMutation(saveCollectionRights(client, orgId))
  const draft = useDraft<string>(editCollectionPlace(orgId, collection.id), found)
  const [edit, setEdit] = useState<RightsEdit | null>(() => parsed(found))
  const [hasConflict, setConflict] = useState(false)
  const rights = { groups: collection.groups, users: collection.users }
  const read: RightsEdit = { base: rights, wanted: rights }
  const now = edit ?? read

  function change(next: RightsEdit) {
    const isChanged = changesOf(next) > 0
    setEdit(isChanged ? next : null)
    draft.change(isChanged ? JSON.stringify(next) : null)
    saving.reset()
  }

  return {
    edit: now,
    wasFound: found !== null && edit !== null,
    hasConflict,
    error: saving.error,
    isSaving: saving.isPending,
    change,
    discard: () => {
      setConflict(false)
      change(read)
    },
    save: async () => {
      setConflict(false)
      try {
        const result = await saving.mutateAsync({ id: collection.id, ...now })
        if (result.outcome === 'conflict') {
          const next = rebased(now, result.now)
          setEdit(next)
          draft.change(JSON.stringify(next))
          setConflict(true)
          return
        }
        setEdit(null)
        await draft.finish()
        const others = result.outcome === 'saved' ? result.others : 0
        showToast(
          result.outcome === 'unchanged'
            ? 'The server has it so already. Nothing was sent.'
            : `Rights saved.${others > 0 ? ` ${others} by somebody else meanwhile kept.` : ''}`,
        )
      } catch {
        // Told beside the button; what was changed stays.
      }
    },
  }
}
