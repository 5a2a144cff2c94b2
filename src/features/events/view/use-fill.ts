import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { fillEvents } from '#/data/events'
import { peopleQuery } from '#/data/people'
import { announce } from '#/ui/announcer'
import type { EventsView } from './use-events-view'

/** Each is a request or two for each moment: more than these are left to the pages of the objects themselves. */
const MOST = 500
const KINDS = new Set(['secret', 'project', 'machine', 'member'])

export interface Fill {
  /** Logs that would be asked. */
  count: number
  isBusy: boolean
  error: Error | null
  run: () => void
}

/** Asks the logs of objects and members for what the server does not give out of crowded moments; null where it has none to ask. */
export function useFill(view: EventsView, isPossible: boolean): Fill | null {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  // Read by the page for its names already. Who has no account yet has done nothing, and no log.
  const people = useQuery({ ...peopleQuery(view.place), enabled: false }).data
  const invited = new Set(people?.flatMap(({ memberId, userId }) => (userId ? [] : [`member:${memberId}`])))
  const keys = view.scope.objects
    .map(({ key }) => key)
    .filter((key) => KINDS.has(key.split(':', 1)[0] ?? '') && !invited.has(key))
  if (!isPossible || keys.length === 0 || !view.state?.crowded.some(({ filled }) => filled === null))
    return null
  const all = [...new Set(keys)]
  const objects = all.slice(0, MOST)
  async function run() {
    const controller = new AbortController()
    abort.current = controller
    setBusy(true)
    setError(null)
    try {
      const added = await fillEvents(view.place, objects, all.length - objects.length, controller.signal)
      announce(`${added} ${added === 1 ? 'event' : 'events'} more`)
    } catch (thrown) {
      if (!controller.signal.aborted) setError(thrown instanceof Error ? thrown : new Error(String(thrown)))
    } finally {
      setBusy(false)
    }
  }
  return { count: objects.length, isBusy, error, run: () => void run() }
}
