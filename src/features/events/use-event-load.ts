import { useEffect, useState } from 'react'
import { startEvents, watchEvents } from '#/data/events'
import type { EventLoadState, TimeSpan } from '#/session/event-types'

/** Reads the log of the span, and follows how far it is. Null: not known yet. */
export function useEventLoad(
  organizationId: string,
  { from, to }: TimeSpan,
  isOn: boolean,
): EventLoadState | null {
  const [state, setState] = useState<EventLoadState | null>(null)
  useEffect(() => {
    if (!isOn) return
    const abort = new AbortController()
    // Cut off with the page or by a lock; both are told elsewhere.
    watchEvents(organizationId, setState, abort.signal).catch(() => undefined)
    return () => abort.abort()
  }, [organizationId, isOn])
  useEffect(() => {
    if (isOn) startEvents(organizationId, { from, to }).catch(() => undefined)
  }, [organizationId, from, to, isOn])
  return state
}
