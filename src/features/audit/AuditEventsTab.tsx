import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { auditEventsQuery, auditMembersQuery } from '#/data/audit'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { EVENT_CODES } from '#/domain/events/codes'
import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import type { CallResult } from '#/session/call-types'
import { Button } from '#/ui/Button'
import type { AuditColumn } from './AuditRows'
import { AuditTable, Short } from './AuditTable'
import { codeWords } from './audit-words'

const route = getRouteApi('/open/orgs/$orgId')

type Event = CallResult<'listAuditEvents'>['rows'][number]

const nameOfCode = new Map(EVENT_CODES.map(({ code, name }) => [code, name]))
const eventWords = (type: number) => {
  const name = nameOfCode.get(type)
  return name ? codeWords(name) : 'Not known to this console'
}
const targetOf = (event: Event) =>
  event.secretId ??
  event.projectId ??
  event.memberId ??
  event.groupId ??
  event.collectionId ??
  event.policyId ??
  event.itemId

const DAYS = 30

const eventColumns = (
  nameOf: ReadonlyMap<string | null, string>,
  timeZone: TimeZoneChoice,
): AuditColumn<Event>[] => [
  { label: 'When', cell: ({ date }) => absoluteTime(Date.parse(date), timeZone) },
  { label: 'What', cell: ({ type }) => eventWords(type) },
  {
    label: 'Who',
    cell: ({ actingUserId, serviceAccountId }) =>
      actingUserId !== null ? (
        <bdi>{nameOf.get(actingUserId) ?? actingUserId.slice(0, 8)}</bdi>
      ) : serviceAccountId !== null ? (
        <>
          Machine account <Short id={serviceAccountId} />
        </>
      ) : (
        'Not told'
      ),
  },
  { label: 'On', cell: (event) => <Short id={targetOf(event) ?? null} />, isExtra: true },
  { label: 'Address', cell: ({ ipAddress }) => ipAddress, isExtra: true },
  { label: 'Code', cell: ({ type }) => type, isExtra: true },
]

export function AuditEventsTab() {
  const { orgId } = route.useParams()
  const { timeZone } = useSettings()
  const now = useServerNow()
  const [from] = useState(now)
  const members = useQuery(auditMembersQuery(orgId))
  const nameOf = new Map(members.data?.map(({ userId, name, email }) => [userId, name ?? email]))
  const log = useInfiniteQuery(auditEventsQuery(orgId, from, DAYS))
  const rows = log.data?.pages.flatMap((page) => page.rows)
  return (
    <AuditTable
      noun="events"
      query={{ data: rows, error: log.error, isFetching: log.isFetching, refetch: () => log.refetch() }}
      columns={eventColumns(nameOf, timeZone)}
      keyOf={(event) => `${event.date} ${event.type} ${targetOf(event) ?? ''}`}
      textOf={(event) =>
        `${eventWords(event.type)} ${event.type} ${event.ipAddress ?? ''} ${targetOf(event) ?? ''}`
      }
      note={`The last ${DAYS} days, newest first. The Public API names nobody who read or changed a secret or project: “not told” is not “nobody”.`}
      end={
        log.hasNextPage ? (
          <Button size={28} busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Load 50 more
          </Button>
        ) : (
          'The whole span is loaded'
        )
      }
    />
  )
}
