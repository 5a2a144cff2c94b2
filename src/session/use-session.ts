import { useSyncExternalStore } from 'react'
import type { SessionState } from './protocol'
import { MASK_REASON } from '#/lib/mask'
import { session } from './session'
import type { Paced } from './session'

type OpenState = Extract<SessionState, { phase: 'open' }>

export function useSessionState(): SessionState | null {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

/** For pages behind the guard. While a lock takes effect the last open state is gone: callers unmount then. */
export function useOpenSession(): OpenState | null {
  const state = useSessionState()
  return state?.phase === 'open' ? state : null
}

/** Whether screen-share mode hides names and values on this page. */
export function useIsCovered(): boolean {
  return useSyncExternalStore(session.subscribe, session.isCovered)
}

/** Why an act that reads, copies or changes is closed while names are hidden, or false. */
export const useCoveredReason = (): string | false => useIsCovered() && MASK_REASON

export function usePaced(): Paced | null {
  return useSyncExternalStore(session.subscribe, session.paced)
}
