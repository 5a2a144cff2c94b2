import { getRouteApi } from '@tanstack/react-router'
import { Radio } from 'lucide-react'
import { useId, useState } from 'react'
import { resumeEvents, stopEvents } from '#/data/events'
import type { Burst } from '#/domain/events/bursts'
import { useSettings } from '#/data/settings'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import type { RowKey } from '#/table/Grid'
import { useListPage } from '#/table/use-list-page'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { Dialog } from '#/ui/Dialog'
import { PageHeader } from '#/ui/PageHeader'
import { QueryMarks } from '#/ui/query/QueryMarks'
import { EventGrid } from './EventGrid'
import { EventsEmpty } from './EventsEmpty'
import { EventStatus } from './EventStatus'
import { ExportButton } from './export/ExportButton'
import { EventsToolbar } from './view/EventsToolbar'
import { Facets } from './view/Facets'
import { Histogram } from './view/Histogram'
import { NotableStrip } from './view/NotableStrip'
import { OpenedEvent } from './view/OpenedEvent'
import { cleared, ofBurst, withValue, zoomText } from './view/url'
import { useEventsView, type EventsView } from './view/use-events-view'
import { useOpened } from './view/use-opened'
import { useTail } from './view/use-tail'

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
const NO_KEYS: readonly RowKey[] = []

function Events({ organization }: { organization: OrganizationView }) {
  const orgId = organization.id
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const view = useEventsView(organization, page.text)
  const { answer, state, zone, now, range, search, onSearch, names, verdict } = view
  const tail = useTail(orgId, verdict === true)
  const opening = useOpened(orgId, view)
  const [cursor, setCursor] = useState(0)
  const [isFiltering, setFiltering] = useState(false)
  const marksId = useId()
  const matched = answer?.matched ?? 0
  const move = (row: number) => {
    setCursor(row)
    // The sheet follows the row under the cursor.
    if (search.event !== undefined) opening.openAt(row)
  }
  const clear = () => {
    page.clearText()
    onSearch(cleared(search))
  }
  const onBurst = (burst: Burst) => {
    page.clearText()
    onSearch(ofBurst(search, burst))
  }
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <EventsHeader view={view} tail={tail} />
        <EventsToolbar {...{ page, view, marksId, orgId }} onFilter={() => setFiltering(true)} />
        <QueryMarks id={marksId} understood={view.understood} text={page.text} />
        {!organization.useEvents && matched > 0 && (
          <Banner tone="warning">
            Event logs are switched off in this organization: these rows are from before, and nothing new is
            recorded.
          </Banner>
        )}
        <Histogram
          {...{ answer, range, zone }}
          zoom={view.zoom}
          onZoom={(zoom) => onSearch({ ...search, zoom: zoom ? zoomText(zoom) : undefined })}
        />
        {verdict === true && (
          <NotableStrip
            {...{ answer, names, zone, onBurst }}
            onFirst={() => onSearch(withValue(search, 'is', 'first-seen', 'wanted'))}
          />
        )}
        <div className="flex min-h-0 flex-1">
          <FacetPanel view={view} />
          <div className="flex min-w-0 flex-1 flex-col">
            <EventGrid
              grid={page.grid}
              label="Events"
              rowCount={matched}
              rowAt={view.rowAt}
              onWindow={view.onWindow}
              names={names}
              timeZone={zone}
              hasDays={range.to - range.from > DAY}
              cursor={Math.min(cursor, Math.max(0, matched - 1))}
              onCursor={move}
              onOpen={(row) => {
                setCursor(row)
                opening.openAt(row)
              }}
              rowKeys={NO_KEYS}
              isBusy={state?.status === 'loading'}
              whenEmpty={<EventsEmpty {...{ organization, verdict, state, answer }} onClear={clear} />}
            />
          </div>
        </div>
        <EventStatus
          matched={answer?.matched ?? null}
          inRange={answer?.inRange ?? null}
          isShown={answer !== null && state !== null && answer.version >= state.version}
          onStop={() => void stopEvents(orgId)}
          onResume={() => void resumeEvents(orgId)}
          timeZone={zone}
          {...{ state, now }}
        />
      </div>
      <OpenedEvent {...{ organization, view, opening, onBurst }} onCursor={setCursor} />
      {isFiltering && (
        <Dialog
          title="Filter"
          onClose={() => setFiltering(false)}
          footer={
            <Button variant="solid" onClick={() => setFiltering(false)}>
              Show {matched.toLocaleString('en-GB')} events
            </Button>
          }
        >
          <Facets facets={answer?.facets ?? null} {...{ names, search, onSearch }} />
        </Dialog>
      )}
    </div>
  )
}

function EventsHeader({ view, tail }: { view: EventsView; tail: ReturnType<typeof useTail> }) {
  return (
    <PageHeader
      title="Events"
      actions={
        <>
          <TailButton tail={tail} isClosed={view.verdict !== true} />
          <ExportButton view={view} />
        </>
      }
    />
  )
}

function FacetPanel({ view }: { view: EventsView }) {
  const { answer, names, search, onSearch } = view
  return (
    <aside
      aria-label="Filters"
      className={cx(
        'w-54 shrink-0 overflow-y-auto border-r border-line-strong px-4 py-2 max-lg:hidden',
        // Beside the sheet there is room for one of them.
        search.event !== undefined && 'max-[88rem]:hidden',
      )}
    >
      <Facets facets={answer?.facets ?? null} {...{ names, search, onSearch }} />
    </aside>
  )
}

function TailButton({ tail, isClosed }: { tail: ReturnType<typeof useTail>; isClosed: boolean }) {
  return (
    <Button
      icon={Radio}
      aria-pressed={tail.isOn}
      disabledReason={isClosed && 'This account may not read the log.'}
      onClick={tail.toggle}
    >
      {tail.isOn ? 'Pause live tail' : 'Live tail'}
    </Button>
  )
}
