import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { saveGroup } from '#/data/groups'
import type { FoundDraft } from '#/forms/draft-keeper'
import { useDraft } from '#/forms/use-draft'
import { showToast } from '#/ui/toast-store'
import { editGroupPlace } from './dialog-places'
import { isTouched, rebased, untouched, type GroupEdit } from './group-edit'
import type { GroupFacts } from './use-groups'

function parsed(found: FoundDraft<string> | null): GroupEdit | null {
  try {
    return found ? (JSON.parse(found.content) as GroupEdit) : null
  } catch {
    return null
  }
}

/** What is changed of one group: kept as a sealed draft, saved onto what the server has then. */
export function useGroupEdit(orgId: string, group: GroupFacts, found: FoundDraft<string> | null) {
  const client = useQueryClient()
  const saving = useMutation(saveGroup(client, orgId))
  const draft = useDraft<string>(editGroupPlace(orgId, group.id), found)
  const [edit, setEdit] = useState<GroupEdit | null>(() => parsed(found))
  const [hasConflict, setConflict] = useState(false)
  const read: GroupEdit = untouched({
    name: group.name,
    members: [...(group.members ?? [])],
    collections: group.collections,
  })
  const now = edit ?? read

  function change(next: GroupEdit) {
    const isChanged = isTouched(next)
    setEdit(isChanged ? next : null)
    draft.change(isChanged ? JSON.stringify(next) : null)
    saving.reset()
  }

  return {
    edit: now,
    isTouched: edit !== null,
    wasFound: found !== null,
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
        const result = await saving.mutateAsync({ id: group.id, ...now })
        if (result.outcome === 'conflict') {
          const next = rebased(now, result.now)
          setEdit(next)
          draft.change(JSON.stringify(next))
          setConflict(true)
          return
        }
        setEdit(null)
        await draft.finish()
        showToast(savedWords(result))
      } catch {
        // Told beside the button; what was changed stays.
      }
    },
  }
}

function savedWords(result: { outcome: string; others?: number }): string {
  if (result.outcome === 'unchanged') return 'The server has it so already. Nothing was sent.'
  const { others = 0 } = result
  if (others === 0) return 'Group saved'
  return `Group saved. ${others === 1 ? '1 change' : `${others} changes`} by somebody else meanwhile ${others === 1 ? 'was' : 'were'} kept.`
}
