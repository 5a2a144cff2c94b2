import { useMutation, useQueryClient } from '@tanstack/react-query'
import { saveGroup } from '#/data/groups'
import type { FoundDraft } from '#/forms/draft-keeper'
import { useMergedEdit } from '#/forms/use-merged-edit'
import { showToast } from '#/ui/toast-store'
import { editGroupPlace } from './dialog-places'
import { isTouched, rebased, untouched, type GroupEdit } from './group-edit'
import type { GroupFacts } from './use-groups'

/** What is changed of one group: kept as a sealed draft, saved onto what the server has then. */
export function useGroupEdit(orgId: string, group: GroupFacts, found: FoundDraft<string> | null) {
  const client = useQueryClient()
  const saving = useMutation(saveGroup(client, orgId))
  const edit = useMergedEdit({
    place: editGroupPlace(orgId, group.id),
    found,
    read: untouched({
      name: group.name,
      members: [...(group.members ?? [])],
      collections: group.collections,
    }),
    isChanged: isTouched,
    save: (wanted: GroupEdit) => saving.mutateAsync({ id: group.id, ...wanted }),
    rebased,
    onSaved: (result) => showToast(savedWords(result)),
    onChange: saving.reset,
  })
  return { ...edit, wasFound: found !== null, error: saving.error, isSaving: saving.isPending }
}

function savedWords(result: { outcome: string; others?: number }): string {
  if (result.outcome === 'unchanged') return 'The server has it so already. Nothing was sent.'
  const { others = 0 } = result
  if (others === 0) return 'Group saved'
  return `Group saved. ${others === 1 ? '1 change' : `${others} changes`} by somebody else meanwhile ${others === 1 ? 'was' : 'were'} kept.`
}
