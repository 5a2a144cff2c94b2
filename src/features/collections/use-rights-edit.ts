import { useMutation, useQueryClient } from '@tanstack/react-query'
import { saveCollectionRights } from '#/data/collections'
import type { CollectionRight } from '#/domain/collection-rights'
import type { FoundDraft } from '#/forms/draft-keeper'
import { useMergedEdit } from '#/forms/use-merged-edit'
import type { CollectionRights, RightEntry } from '#/session/organization-types'
import { showToast } from '#/ui/toast-store'
import { editCollectionPlace } from './dialog-places'
import type { CollectionFacts } from './use-collections'

export interface RightsEdit {
  base: CollectionRights
  wanted: CollectionRights
}

export type Kind = 'groups' | 'users'

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
  const rights = { groups: collection.groups, users: collection.users }
  const { isTouched, ...edit } = useMergedEdit({
    place: editCollectionPlace(orgId, collection.id),
    found,
    read: { base: rights, wanted: rights } satisfies RightsEdit,
    isChanged: (wanted) => changesOf(wanted) > 0,
    save: (wanted: RightsEdit) => saving.mutateAsync({ id: collection.id, ...wanted }),
    rebased,
    onSaved: (result) => showToast(savedWords(result)),
    onChange: saving.reset,
  })
  return {
    ...edit,
    wasFound: found !== null && isTouched,
    error: saving.error,
    isSaving: saving.isPending,
  }
}

function savedWords(result: { outcome: string; others?: number }): string {
  if (result.outcome === 'unchanged') return 'The server has it so already. Nothing was sent.'
  const { others = 0 } = result
  return `Rights saved.${others > 0 ? ` ${others} by somebody else meanwhile kept.` : ''}`
}
