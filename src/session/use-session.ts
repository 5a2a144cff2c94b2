import { useSyncExternalStore } from 'react'
import type { SessionState } from './protocol'
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

export function usePaced(): Paced | null {
  return useSyncExternalStore(session.subscribe, session.paced)
}
