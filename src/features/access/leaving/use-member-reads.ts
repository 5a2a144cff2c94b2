import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { objectLogQuery } from '#/data/object-log'
import { useServerNow } from '#/data/server-now'
import { lastReads } from '#/domain/leaving'
import type { OrganizationView } from '#/session/protocol'

const DAY = 86_400_000
/** The server takes a span of 367 days at most. */
const SPAN = 365 * DAY
/** Of twenty pages each, before somebody is asked whether to go on. */
const PARTS_AT_ONCE = 10

/** Reads by one member in the last year, looked for in the whole log, which is read from its newest end. */
export function useMemberReads(organization: OrganizationView, id: string, userId: string | null) {
  const now = useServerNow()
  const [to] = useState(now)
  const [most, setMost] = useState(PARTS_AT_ONCE)
  const log = useInfiniteQuery({
    ...objectLogQuery({
      organizationId: organization.id,
      target: { kind: 'member', id, userId },
      from: to - SPAN,
      to,
      mayReadLog: organization.canReadEvents,
    }),
    enabled: organization.canReadEvents && userId !== null,
  })
  const parts = log.data?.pages
  const { fetchNextPage, hasNextPage, isFetching, isError } = log
  const wantsMore = hasNextPage && !isFetching && !isError && (parts?.length ?? 0) < most
  useEffect(() => {
    if (wantsMore) void fetchNextPage()
  }, [wantsMore, fetchNextPage])

  const read = useMemo(() => (parts ?? []).flatMap((part) => (part.status === 'read' ? [part] : [])), [parts])
  const reads = useMemo(
    () =>
      userId === null
        ? null
        : lastReads(
            read.flatMap(({ rows }) => rows),
            userId,
          ),
    [read, userId],
  )
  const last = read.at(-1)
  return {
    reads,
    isRefused: !organization.canReadEvents || (parts?.some(({ status }) => status === 'refused') ?? false),
    isReading: isFetching,
    isWhole: last?.downTo === null,
    /** Epoch ms: all reads since then are here. */
    reachesTo: last?.reachesTo ?? null,
    pages: read.reduce((sum, { pages }) => sum + pages, 0),
    error: log.error,
    retry: () => void (parts ? fetchNextPage() : log.refetch()),
    more: () => setMost((old) => old + PARTS_AT_ONCE),
  }
}

export type MemberReads = ReturnType<typeof useMemberReads>
