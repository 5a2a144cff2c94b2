import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { objectLogQuery } from '#/data/object-log'
import { useServerNow } from '#/data/server-now'
import type { EventRow } from '#/domain/events/row'
import type { LogTarget } from '#/session/object-log-types'
import type { OrganizationView } from '#/session/protocol'

const DAY = 86_400_000

export interface ObjectLog {
  status: 'loading' | 'refused' | 'failed' | 'read'
  /** Newest first. */
  rows: readonly EventRow[]
  /** Read to the end of the range. */
  isWhole: boolean
  /** Epoch ms: everything since then is here. */
  reachesTo: number | null
  /** Moments at which the server may hold more rows than it gives out. */
  crowded: readonly number[]
  /** Rows that came without a usable date and are not shown. */
  unplaced: number
  readAt: number
  error: Error | null
  isMore: boolean
  more: () => void
  refresh: () => void
  isFetching: boolean
}

/** The log of one object up to now. */
export function useObjectLog(
  organization: OrganizationView,
  target: LogTarget,
  /** Days back from now, or the moment since when (epoch ms). */
  range: { days: number } | { since: number },
  mostPages?: number,
): ObjectLog {
  const now = useServerNow()
  const [to, setTo] = useState(now)
  const log = useInfiniteQuery(
    objectLogQuery({
      organizationId: organization.id,
      target,
      from: 'since' in range ? range.since : to - range.days * DAY,
      to,
      mayReadLog: organization.canReadEvents,
      ...(mostPages !== undefined && { mostPages }),
    }),
  )
  const parts = log.data?.pages
  const read = useMemo(() => (parts ?? []).flatMap((part) => (part.status === 'read' ? [part] : [])), [parts])
  const rows = useMemo(() => read.flatMap((part) => part.rows), [read])
  const isRefused = parts?.some(({ status }) => status === 'refused') ?? false
  const last = read.at(-1)
  return {
    status: isRefused ? 'refused' : parts ? 'read' : log.error ? 'failed' : 'loading',
    rows,
    isWhole: last?.downTo === null,
    unplaced: read.reduce((sum, part) => sum + part.unplaced, 0),
    reachesTo: last?.reachesTo ?? null,
    crowded: read.flatMap((part) => part.crowded),
    readAt: to,
    error: log.error,
    isMore: log.isFetchingNextPage,
    more: () => void log.fetchNextPage(),
    // What cannot be read is asked for again as it was; what was read begins anew with what has come since.
    refresh: () => (log.error ? void log.refetch() : setTo(now)),
    isFetching: log.isFetching,
  }
}
