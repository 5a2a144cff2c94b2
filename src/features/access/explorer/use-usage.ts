import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { eventUses, startEvents, watchEvents } from '#/data/events'
import { peopleQuery } from '#/data/people'
import type { SecretUse } from '#/domain/events/uses'
import { useServerNow } from '#/data/server-now'
import type { EventLoadState, TimeSpan } from '#/session/event-types'
import type { Explorer } from './build-explorer'
import { UNUSED_DAYS, usageOf } from './unused'
import type { Usage } from './unused'

const DAY = 24 * 60 * 60_000
/** While the log comes, what it says is asked for again no more often. */
const ASKED_EVERY = 1_000

/** The server's clock is known to a second or so. */
const LATE = 60_000

interface Read {
  uses: SecretUse[]
  isWhole: boolean
}

/** Reads the organization's log of the last 90 days where that is wanted, and what it says of the use of rights. */
export function useUsage(orgId: string, explorer: Explorer, isOn: boolean) {
  const [state, setState] = useState<EventLoadState | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  // The span stands still, so that going on with the page does not begin the reading anew.
  const now = useServerNow()
  const [span] = useState(() => ({ from: now - UNUSED_DAYS * DAY, to: now }))
  const people = useQuery({ ...peopleQuery(orgId), enabled: isOn })

  useEffect(() => {
    if (!isOn) return
    const abort = new AbortController()
    // Cut off with the page or by a lock; both are told elsewhere.
    watchEvents(orgId, setState, abort.signal).catch(() => undefined)
    startEvents(orgId, span).catch(() => undefined)
    return () => abort.abort()
  }, [orgId, isOn, span])

  const version = state?.version ?? null
  const isWhole = state !== null && isRead(state, span)
  useEffect(() => {
    if (!isOn || version === null) return
    let isOver = false
    const ask = async () => {
      const uses = await eventUses(orgId, span)
      if (!isOver) setRead({ uses, isWhole })
    }
    const timer = setTimeout(() => void ask().catch(() => undefined), isWhole ? 0 : ASKED_EVERY)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [orgId, isOn, span, version, isWhole])

  const usage = useMemo((): Usage | null => {
    if (!isOn || !read) return null
    // Without names of accounts no person's use can be found, so none of theirs is called unused.
    return usageOf(explorer, people.data ?? [], read.uses, read.isWhole && Boolean(people.data))
  }, [isOn, read, explorer, people.data])
  return { usage, state }
}

/** Another page may look at another span of the same log meanwhile. */
const isRead = ({ status, wanted, missing, crowded }: EventLoadState, span: TimeSpan): boolean =>
  status === 'idle' &&
  wanted !== null &&
  wanted.from <= span.from &&
  wanted.to >= span.to - LATE &&
  missing.length === 0 &&
  crowded.length === 0
