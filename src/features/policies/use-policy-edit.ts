import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { savePolicy } from '#/data/policies'
import type { PolicyState } from '#/session/organization-types'
import { showToast } from '#/ui/toast-store'

const textOf = ({ enabled, data }: PolicyState) => JSON.stringify([enabled, data ?? {}])

/** What is set differently, until it is saved over exactly what was seen. */
export function usePolicyEdit(orgId: string, state: PolicyState) {
  const client = useQueryClient()
  const saving = useMutation(savePolicy(client, orgId))
  const [edit, setEdit] = useState<PolicyState | null>(null)
  /** What somebody else saved meanwhile, and this person has been told of. */
  const [now, setNow] = useState<PolicyState | null>(null)
  const base = now ?? state
  const wanted = edit ?? base
  const isTouched = textOf(wanted) !== textOf(base)
  return {
    edit: wanted,
    base,
    isTouched,
    hasConflict: now !== null,
    error: saving.error,
    isSaving: saving.isPending,
    change: (next: PolicyState) => {
      saving.reset()
      setEdit(next)
    },
    discard: () => {
      saving.reset()
      setEdit(null)
      setNow(null)
    },
    save: async () => {
      try {
        const result = await saving.mutateAsync({ base, wanted })
        if (result.outcome === 'conflict') {
          setNow(result.now)
          setEdit(wanted)
          return
        }
        setEdit(null)
        setNow(null)
        showToast(
          result.outcome === 'unchanged' ? 'The server has it so already. Nothing was sent.' : 'Policy saved',
        )
      } catch {
        // Told beside the button; what was set stays.
      }
    },
  }
}
