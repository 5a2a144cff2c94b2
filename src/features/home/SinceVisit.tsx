import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { visitBefore } from '#/data/last-visit'
import { objectLogQuery } from '#/data/object-log'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { urlMoment } from '#/domain/events/range'
import { mayReadEvents } from '#/domain/rights'
import { absoluteTime } from '#/domain/time-words'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { linkClass } from '#/ui/link-class'
import { Skeleton } from '#/ui/Skeleton'
import { rowsClass, Section } from './Section'
import { sinceLines } from './since'

const TITLE = 'Since your last visit'
/** Home is opened often: 1,000 events tell enough, and the log itself goes on from there. */
const MOST_PAGES = 20
/** The server gives out a year at once, and whoever was away for longer reads the log itself. */
const LONGEST = 365 * 86_400_000

/** What happened while this person was away, as the log has it. Reading it is recorded nowhere. */
export function SinceVisit({ organization }: { organization: OrganizationView }) {
  const userId = useOpenSession()?.account.userId ?? ''
  const [before] = useState(() => visitBefore(userId, organization.id, Date.now()))
  const verdict = mayReadEvents(organization)
  if (verdict !== true) return <Told>{verdict.no}</Told>
  if (before === null)
    return (
      <Told>
        This is your first visit in this browser. From the next one on, what happened meanwhile stands here.
        Only the date is kept.
      </Told>
    )
  return <Since organization={organization} before={before} />
}

function Told({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <Section title={TITLE} aside={aside}>
      <p className={cx(rowsClass, 'py-3 text-muted')}>{children}</p>
    </Section>
  )
}

function Since({ organization, before }: { organization: OrganizationView; before: number }) {
  const { id: orgId } = organization
  const { timeZone } = useSettings()
  const now = useServerNow()
  const [to] = useState(now)
  // The visit was noted by the clock of this machine, the log goes by the server's.
  const [from] = useState(() => Math.max(to - LONGEST, before + now - Date.now()))
  const log = useInfiniteQuery(
    objectLogQuery({
      organizationId: orgId,
      target: { kind: 'organization' },
      from,
      to,
      mayReadLog: true,
      mostPages: MOST_PAGES,
    }),
  )
  const part = log.data?.pages[0]
  const date = absoluteTime(from, timeZone)
  if (log.error)
    return (
      <Told aside={date}>
        Not known: the log could not be read. {log.error.message}{' '}
        <Button size={28} busy={log.isFetching} onClick={() => void log.refetch()}>
          Read the log again
        </Button>
      </Told>
    )
  if (!part)
    return (
      <Section title={TITLE} aside={date}>
        <div className={cx(rowsClass, 'py-3')}>
          <Skeleton className="h-5 w-64" />
        </div>
      </Section>
    )
  if (part.status === 'refused')
    return <Told aside={date}>Not known: the server tells this account nothing of the log.</Told>
  const { rows } = part
  const isWhole = part.downTo === null && part.crowded.length === 0
  if (rows.length === 0)
    return (
      <Told aside={date}>
        {organization.useEvents
          ? 'Nothing was recorded.'
          : 'Event logs are switched off in this organization: nothing is recorded, whatever happens.'}
      </Told>
    )
  const range = { from: urlMoment(from) }
  return (
    <Section
      title={TITLE}
      aside={
        <span className="flex flex-wrap items-baseline justify-end gap-x-4">
          <span>{date}</span>
          <Link to="/orgs/$orgId/events" params={{ orgId }} search={range} className={linkClass}>
            Open in Events
          </Link>
        </span>
      }
    >
      <ul className={rowsClass}>
        {sinceLines(rows).map(({ search, label, count, most }) => (
          <li key={label} className="border-b border-line">
            <Link
              to="/orgs/$orgId/events"
              params={{ orgId }}
              search={{ ...range, ...search }}
              className="flex min-h-8 flex-wrap items-baseline gap-x-3 rounded-control py-1 hover:bg-hover max-sm:min-h-11"
            >
              <span className="w-12 text-right tabular-nums">{count.toLocaleString('en-GB')}</span>
              <span className="font-medium">{label}</span>
              <span className="min-w-0 text-meta text-muted">{most}</span>
            </Link>
          </li>
        ))}
      </ul>
      {!isWhole && (
        <p className="py-2 text-meta text-muted">
          {rows.length.toLocaleString('en-GB')} of more events: read down to{' '}
          {absoluteTime(part.reachesTo, timeZone)}. The log itself has all of them.
        </p>
      )}
    </Section>
  )
}
