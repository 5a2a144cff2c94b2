import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { saveSecret } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import type { SecretTexts } from '#/domain/secret-conflict'
import type { CallResult } from '#/session/call-types'
import { saveFailure, type SaveFailure } from './save-failure'

export type Saved = Extract<CallResult<'saveSecret'>, { outcome: 'saved' | 'unchanged' }>

interface Acts {
  onSaved: (result: Saved) => void
  onConflict: (current: CallResult<'readSecret'>, sent: SecretTexts) => void
  onRefused: (failure: SaveFailure) => void
}

/** Saves an edit and sorts the answer: saved, somebody else was first, or failed. Never tries twice by itself. */
export function useSaveEdit(organizationId: string, secretId: string, acts: Acts) {
  const client = useQueryClient()
  const { timeZone } = useSettings()
  const [failure, setFailure] = useState<SaveFailure | null>(null)
  const mutation = useMutation(saveSecret(client, organizationId))

  function save(typed: SecretTexts, seenRevision: string) {
    setFailure(null)
    // The promise, as callbacks of `mutate` are skipped after a lock has taken the form away.
    mutation.mutateAsync({ secretId, typed, seenRevision }).then(
      (result) =>
        result.outcome === 'conflict' ? acts.onConflict(result.current, typed) : acts.onSaved(result),
      (error: unknown) => {
        const failed = saveFailure(error, Date.now(), timeZone)
        setFailure(failed)
        acts.onRefused(failed)
      },
    )
  }

  return { save, isSaving: mutation.isPending, failure }
}
