import { useEffect } from 'react'
import { refreshEvents } from '#/data/events'
import { announce } from '#/ui/announcer'

const EVERY = 5_000

/** Looks for new rows every few seconds while it is on and the page is in view. Each look is one request. */
export function useTail(place: string, isOn: boolean) {
  useEffect(() => {
    if (!isOn) return
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      try {
        if (document.visibilityState === 'visible') {
          const added = await refreshEvents(place, abort.signal)
          if (added > 0) announce(`${added} new ${added === 1 ? 'event' : 'events'}`)
        }
      } catch {
        // The next look tries again; the status line tells how old the newest row is.
      }
      if (!abort.signal.aborted) timer = setTimeout(() => void look(), EVERY)
    }
    void look()
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [place, isOn])
}
