import { useEffect, useState } from 'react'
import { refreshEvents } from '#/data/events'
import { announce } from '#/ui/announcer'

const EVERY = 5_000

/** Looks for new rows every few seconds while it is on and the page is in view. Each look is one request. */
export function useTail(organizationId: string, isPermitted: boolean) {
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    if (!isOn || !isPermitted) return
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      try {
        if (document.visibilityState === 'visible') {
          const added = await refreshEvents(organizationId, abort.signal)
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
  }, [organizationId, isOn, isPermitted])
  return { isOn, toggle: () => setOn((now) => !now) }
}
