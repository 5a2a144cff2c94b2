import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { resumeEvents, stopEvents } from '#/data/events'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { NO_NAMES } from '#/domain/events/names'
import { mayReadEvents } from '#/domain/rights'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { useListPage } from '#/table/use-list-page'
import { PageHeader } from '#/ui/PageHeader'
import { EventGrid } from './EventGrid'
import { EventsEmpty } from './EventsEmpty'
import { EventStatus } from './EventStatus'
import { useEventLoad } from './use-event-load'
import { useEventQuery } from './use-event-query'

const route = getRouteApi('/open/orgs/$orgId/events')

/** The log of the organization. Reading it is recorded nowhere. */
export function EventsPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return (
    <>
      <title>Events · Strongroom</title>
      {organization && <Events key={orgId} organization={organization} />}
    </>
  )
}

const DAY = 86_400_000

function Events({ organization }: { organization: OrganizationView }) {
  const orgId = organization.id
  const { singleKeys, timeZone } = useSettings()
  const verdict = mayReadEvents(organization)
  const page = useListPage(singleKeys)
  const now = useServerNow(10_000)
  const [openedAt] = useState(now)
  const range = useMemo(() => ({ from: openedAt - 30 * DAY, to: openedAt + DAY }), [openedAt])
  const state = useEventLoad(orgId, range, verdict === true)
  const query = useMemo(
    () => ({ organizationId: orgId, filter: { choice: {}, terms: [] }, range, brush: null }),
    [orgId, range],
  )
  const { answer, rowAt, onWindow } = useEventQuery(verdict === true ? query : null, state?.version ?? 0)
  const [cursor, setCursor] = useState(0)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="Events" hasLine />
      <EventGrid
        grid={page.grid}
        label="Events"
        rowCount={answer?.matched ?? 0}
        names={NO_NAMES}
        hasDays
        onOpen={() => undefined}
        rowKeys={[]}
        onCursor={setCursor}
        isBusy={state?.status === 'loading'}
        whenEmpty={<EventsEmpty {...{ organization, verdict, state, answer }} />}
        {...{ rowAt, onWindow, timeZone, cursor }}
      />
      <EventStatus
        matched={answer?.matched ?? null}
        inRange={answer?.inRange ?? null}
        onStop={() => void stopEvents(orgId)}
        onResume={() => void resumeEvents(orgId)}
        {...{ state, now, timeZone }}
      />
    </div>
  )
}
