import { getRouteApi } from '@tanstack/react-router'
import { Pause, Radio } from 'lucide-react'
import { memo, useCallback, useDeferredValue, useId, useState } from 'react'
import { resumeEvents, stopEvents } from '#/data/events'
import type { Burst } from '#/domain/events/bursts'
import { useSettings } from '#/data/settings'
import type { TimeSpan } from '#/session/event-types'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import type { RowKey } from '#/table/Grid'
import { useListPage, type ListPage } from '#/table/use-list-page'
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
import { wishOfView } from './export/export-wish'
import { isOfRange } from './status-words'
import { EventsToolbar } from './view/EventsToolbar'
import { Facets } from './view/Facets'
import { Histogram } from './view/Histogram'
import { NotableStrip } from './view/NotableStrip'
import { OpenedEvent } from './view/OpenedEvent'
import { cleared, ofBurst, onlyActor, onlyObject, withValue, zoomText } from './view/url'
import { useEventsView, type EventsView } from './view/use-events-view'
import { useFill } from './view/use-fill'
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

function Events({ organization }: { organization: OrganizationView }) {
  const orgId = organization.id
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const [isPointed, setPointed] = useState(false)
  const [isTailOn, setTailOn] = useState(false)
  // What comes live must not push a row away under the pointer.
  const view = useEventsView(organization, page.text, isTailOn && isPointed)
  const { answer, state, zone, now, range, search, onSearch, names, verdict } = view
  useTail(view.place, isTailOn && verdict === true)
  const opening = useOpened(view)
  const fill = useFill(view, organization.role !== 'audit')
  const [cursor, setCursor] = useState(0)
  const [isFiltering, setFiltering] = useState(false)
  const marksId = useId()
  // The rows come first: what is told of all of them may follow a moment later.
  const overview = useDeferredValue(view.overview)
  const isWhole = isShown(view) && isRead(view)
  const { clearText } = page
  const onBurst = useCallback(
    (burst: Burst) => {
      clearText()
      onSearch(ofBurst(search, burst))
    },
    [clearText, onSearch, search],
  )
  const onFirst = useCallback(
    () => onSearch(withValue(search, 'is', 'first-seen', 'wanted')),
    [onSearch, search],
  )
  const onZoom = useCallback(
    (zoom: TimeSpan | null) => onSearch({ ...search, zoom: zoom ? zoomText(zoom) : undefined }),
    [onSearch, search],
  )
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <EventsHeader view={view} isTailOn={isTailOn} onTail={() => setTailOn(!isTailOn)} />
        <EventsToolbar
          {...{ page, view, marksId, orgId }}
          hasViews={organization.role !== 'audit'}
          onFilter={() => setFiltering(true)}
        />
        <QueryMarks id={marksId} understood={view.understood} text={page.text} />
        <Notices organization={organization} view={view} />
        <Histogram answer={overview} {...{ range, zone, onZoom }} zoom={view.zoom} />
        {verdict === true && (
          <NotableStrip answer={overview} {...{ isWhole, names, zone, onBurst, onFirst }} />
        )}
        <div className="flex min-h-0 flex-1">
          <FacetPanel {...{ overview, isWhole, names, search, onSearch }} />
          <Rows
            {...{ organization, view, page, opening }}
            cursor={[cursor, setCursor]}
            onPointed={setPointed}
          />
        </div>
        <EventStatus
          matched={answer?.matched ?? null}
          inRange={answer?.inRange ?? null}
          isShown={isShown(view)}
          isHeld={isTailOn && isPointed}
          onStop={() => void stopEvents(view.place)}
          onResume={() => void resumeEvents(view.place)}
          timeZone={zone}
          {...{ state, now, fill }}
        />
      </div>
      <OpenedEvent {...{ organization, view, opening, onBurst }} onCursor={setCursor} />
      {isFiltering && <FilterDialog view={view} onClose={() => setFiltering(false)} />}
    </div>
  )
}

interface PartProps {
  organization: OrganizationView
  view: EventsView
}

/** What has to be known of all rows. */
function Notices({ organization, view }: PartProps) {
  return (
    <>
      {organization.role === 'audit' && (
        <Banner tone="info">
          The Public API names nobody who read or changed a secret or project: they count as “a person, not
          named by this API”. Which machine account was changed, and what systems did, it does not tell
          either.
          {view.isFilteredThere && ' What is chosen was asked for there: nothing else is loaded.'}
        </Banner>
      )}
      {!organization.useEvents && (view.answer?.matched ?? 0) > 0 && (
        <Banner tone="warning">
          Event logs are switched off in this organization: these rows are from before, and nothing new is
          recorded.
        </Banner>
      )}
    </>
  )
}

interface RowsProps extends PartProps {
  page: ListPage
  opening: ReturnType<typeof useOpened>
  cursor: [row: number, set: (row: number) => void]
  onPointed: (isPointed: boolean) => void
}

function Rows({ organization, view, page, opening, cursor: [cursor, setCursor], onPointed }: RowsProps) {
  const { answer, state, search, onSearch, range, verdict } = view
  const matched = answer?.matched ?? 0
  const narrow = (to: typeof onlyActor) => (row: number) => {
    const event = view.rowAt(row)
    const next = event && to(search, event)
    if (next) onSearch(next)
  }
  const rowKeys: readonly RowKey[] = [
    { id: 'rowActor', run: narrow(onlyActor) },
    { id: 'rowObject', run: narrow(onlyObject) },
  ]
  const open = (row: number) => {
    setCursor(row)
    opening.openAt(row)
  }
  const clear = () => {
    page.clearText()
    onSearch(cleared(search))
  }
  return (
    <div
      className="flex min-w-0 flex-1 flex-col"
      onPointerEnter={({ pointerType }) => onPointed(pointerType === 'mouse')}
      onPointerLeave={() => onPointed(false)}
    >
      <EventGrid
        grid={page.grid}
        label="Events"
        rowCount={matched}
        rowAt={view.rowAt}
        onWindow={view.onWindow}
        names={view.names}
        timeZone={view.zone}
        hasDays={range.to - range.from > DAY}
        cursor={Math.min(cursor, Math.max(0, matched - 1))}
        // The sheet follows the row under the cursor.
        onCursor={search.event === undefined ? setCursor : open}
        onOpen={open}
        rowKeys={rowKeys}
        isBusy={state?.status === 'loading'}
        whenEmpty={
          <EventsEmpty {...{ organization, verdict, state, answer }} place={view.place} onClear={clear} />
        }
      />
    </div>
  )
}

function FilterDialog({ view, onClose }: { view: EventsView; onClose: () => void }) {
  const { answer, overview, names, search, onSearch } = view
  return (
    <Dialog
      title="Filter"
      onClose={onClose}
      footer={
        <Button variant="solid" onClick={onClose}>
          Show {(answer?.matched ?? 0).toLocaleString('en-GB')} events
        </Button>
      }
    >
      <Facets
        facets={overview?.facets ?? null}
        isWhole={isShown(view) && isRead(view)}
        {...{ names, search, onSearch }}
      />
    </Dialog>
  )
}

interface HeaderProps {
  view: EventsView
  isTailOn: boolean
  onTail: () => void
}

function EventsHeader({ view, isTailOn, onTail }: HeaderProps) {
  return (
    <PageHeader
      title="Events"
      actions={
        <>
          <TailButton isOn={isTailOn} onToggle={onTail} isClosed={view.verdict !== true} />
          <ExportButton wish={wishOfView(view)} isClosed={view.verdict !== true} />
        </>
      }
    />
  )
}

/** What is told below is of the rows that are shown, and of their range. */
const isShown = ({ answer, state, range }: EventsView) =>
  answer !== null && state !== null && answer.version >= state.version && isOfRange(state, range)

/** Only what was read to its end can be said to hold none of something. */
const isRead = ({ state }: EventsView) => state?.status === 'idle' && state.missing.length === 0

/** Memoised, as the histogram is: neither changes with a letter of the query, but with the rows that it brings. */
const FacetPanel = memo(function FacetPanel({
  overview,
  isWhole,
  names,
  search,
  onSearch,
}: Pick<EventsView, 'overview' | 'names' | 'search' | 'onSearch'> & { isWhole: boolean }) {
  return (
    <aside
      aria-label="Filters"
      className={cx(
        'w-54 shrink-0 overflow-y-auto border-r border-line-strong px-4 py-2 max-lg:hidden',
        // Beside the sheet there is room for one of them.
        search.event !== undefined && 'max-[88rem]:hidden',
      )}
    >
      <Facets facets={overview?.facets ?? null} {...{ isWhole, names, search, onSearch }} />
    </aside>
  )
})

interface TailProps {
  isOn: boolean
  onToggle: () => void
  isClosed: boolean
}

function TailButton({ isOn, onToggle, isClosed }: TailProps) {
  return (
    <Button
      icon={isOn ? Pause : Radio}
      aria-pressed={isOn}
      disabledReason={isClosed && 'This account may not read the log.'}
      onClick={onToggle}
    >
      <span className="max-sm:sr-only">{isOn ? 'Pause live tail' : 'Live tail'}</span>
    </Button>
  )
}
