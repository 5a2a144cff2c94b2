import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '#/api/error'
import { actOnMember } from '#/data/members'
import { NO_SECRETS_MANAGER_SEAT, refusalWords } from '#/domain/member-refusals'
import type { JobRequest } from '#/jobs/job-types'
import { startJob } from '#/jobs/jobs'
import { showToast } from '#/ui/toast-store'
import { shownName, type MemberRow } from './member-row'

export const actErrorWords = (error: unknown): string => {
  if (error instanceof ApiError && error.status === 404 && error.endpoint === 'memberInvite')
    return NO_SECRETS_MANAGER_SEAT
  if (error instanceof ApiError && error.status === 400) return refusalWords(error.message)
  if (error instanceof ApiError && error.isNotPermitted)
    return 'The server refused, with an empty 403: your role does not allow it any more. Nothing was changed.'
  return error instanceof Error ? error.message : 'It could not be begun.'
}

interface Options {
  orgId: string
  onClose: () => void
  /** Many were handed to the queue. */
  onStarted: () => void
}

/** Begins a job; a refusal to begin is told where it was asked for. */
export function useStart({ onClose, onStarted }: Omit<Options, 'orgId'>) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  async function start(request: JobRequest) {
    setBusy(true)
    try {
      await startJob(request)
      onStarted()
      onClose()
    } catch (reason) {
      setBusy(false)
      setError(actErrorWords(reason))
    }
  }
  return { error, busy, start }
}

/** The same for one member, at once and with its refusal in the dialog; more go through the queue. */
export function useAct({ orgId, onClose, onStarted }: Options) {
  const client = useQueryClient()
  const one = useMutation(actOnMember(client, orgId))
  const many = useStart({ onClose, onStarted })
  const actOnOne = (request: Parameters<typeof one.mutate>[0], member: MemberRow, done: string) =>
    one.mutate(request, {
      onSuccess: () => {
        showToast(`${shownName(member)} ${done}`)
        onStarted()
        onClose()
      },
    })
  return {
    busy: one.isPending || many.busy,
    error: one.error ? actErrorWords(one.error) : many.error,
    actOnOne,
    start: many.start,
  }
}
