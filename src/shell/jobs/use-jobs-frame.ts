import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onJobRested, watchJobs } from '#/jobs/jobs'

// What the server records when it is read, what a form stands on, and what other queries fill.
const NEVER_ANEW = new Set(['value', 'edit', 'first', 'order'])

/** While a session is open: takes up what an earlier page left, and reads anew what a job has changed. */
export function useJobsFrame(userId: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (userId) void watchJobs().catch(() => undefined)
  }, [userId])
  useEffect(
    () =>
      onJobRested((organizationId, touches) => {
        for (const noun of touches) {
          void client.invalidateQueries({
            queryKey: [noun, organizationId],
            predicate: ({ queryKey: [, , kind] }) => !NEVER_ANEW.has(String(kind)),
          })
        }
      }),
    [client],
  )
}
