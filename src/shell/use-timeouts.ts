import { useEffect } from 'react'
import { session } from '#/session/session'
import type { SessionState } from '#/session/protocol'

/** Seconds after which it is asked: once the first page has settled, and later again where it failed. */
const TRIES = [3, 30, 300]

/** Timeout policies come with sync, which is large; the worker asks once per sign-in and unlock, whatever the number of tabs. */
export function useTimeouts(state: Extract<SessionState, { phase: 'open' }> | null): void {
  const userId = state?.account.userId
  useEffect(() => {
    if (!userId) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const plan = (attempt: number) => {
      const seconds = TRIES[attempt]
      if (seconds === undefined) return
      timer = setTimeout(() => {
        // Without the answer the person's own timer holds.
        session.call('loadTimeouts', null).catch(() => plan(attempt + 1))
      }, seconds * 1000)
    }
    plan(0)
    return () => clearTimeout(timer)
  }, [userId])
}
