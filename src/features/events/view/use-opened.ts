import { useEffect, useRef, useState } from 'react'
import { eventsAround, findEvent } from '#/data/events'
import { eventLink } from '#/domain/events/event-link'
import type { Burst } from '#/domain/events/bursts'
import type { EventRow } from '#/domain/events/row'
import type { ShownEvent } from '#/session/event-types'
import type { EventsView } from './use-events-view'

interface Opened {
  link: string
  row: ShownEvent | null
  /** Among the rows that match; -1 where it is not. */
  place: number
  /** What it is a part of. */
  burst: Burst | null
  around: readonly EventRow[]
}

const AROUND = 5 * 60_000

/** The event that the URL names: found by its own fields, also where it lies outside of what is shown. */
export function useOpened(view: EventsView) {
  const { place: organizationId, search, onSearch, answer, rowAt, verdict } = view
  const link = search.event
  const [opened, setOpened] = useState<Opened | null>(null)
  const version = answer?.version
  const isOn = verdict === true

  useEffect(() => {
    if (link === undefined || !isOn || version === undefined) return
    const abort = new AbortController()
    const look = async () => {
      const found = await findEvent(organizationId, link, abort.signal)
      const around = found ? await eventsAround(organizationId, found.row.at, AROUND) : []
      if (abort.signal.aborted) return
      const { row = null, place = -1, burst = null } = found ?? {}
      setOpened({ link, row, place, burst, around })
    }
    look().catch(() => undefined)
    return () => abort.abort()
  }, [organizationId, link, isOn, version])

  const open = (row: EventRow) => onSearch({ ...search, event: eventLink(row) })
  // A key may come before the row that it is meant for.
  const wanted = useRef<number | null>(null)
  const openAt = (place: number) => {
    const row = rowAt(place)
    wanted.current = row ? null : place
    if (row) open(row)
  }
  useEffect(() => {
    if (wanted.current !== null) openAt(wanted.current)
  })
  const here = opened && opened.link === link ? opened : null
  return {
    opened: here,
    open,
    openAt,
    close: () => onSearch({ ...search, event: undefined }),
  }
}
