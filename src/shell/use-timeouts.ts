import { useEffect } from 'react'
import { session } from '#/session/session'
import type { SessionState } from '#/session/protocol'

/** Timeout policies come with sync, which is large: asked once, when the first page has settled. */
export function useTimeouts(state: Extract<SessionState, { phase: 'open' }> | null): void {
  const userId = state?.account.userId
  useEffect(() => {
    if (!userId) return
    const timer = setTimeout(() => {
      // Without the answer the person's own timer holds; the next unlock asks again.
      session.call('loadTimeouts', null).catch(() => undefined)
    }, 3_000)
    return () => clearTimeout(timer)
  }, [userId])
}
