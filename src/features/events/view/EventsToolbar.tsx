import { Bookmark, CalendarDays, ChevronDown, ListFilter, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { DEFAULT_PRESET, PRESETS } from '#/domain/events/range'
import { FACETS } from '#/domain/events/filter'
import type { ListPage } from '#/table/use-list-page'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import { Segmented } from '#/ui/Segmented'
import { Toolbar } from '#/ui/Toolbar'
import { EventQueryBox } from './EventQueryBox'
import { spanWordsOf } from './span-words'
import { valuesOf } from './url'
import type { EventsView } from './use-events-view'

const EventViews = lazy(() => import('./EventViews'))
const RangeDialog = lazy(() => import('./RangeDialog'))

interface Props {
  page: ListPage
  view: EventsView
  marksId: string
  orgId: string
  /** They are sealed with a person's key; the API key of an organization has none. */
  hasViews: boolean
  /** Below 1024 px the facets are a page of their own. */
  onFilter: () => void
}

const ZONES = [
  { value: 'local', label: 'Local' },
  { value: 'utc', label: 'UTC' },
] as const

/** Range, zone, query, the part that is zoomed. */
export function EventsToolbar({ page, view, marksId, orgId, hasViews, onFilter }: Props) {
  const { search, onSearch, zone, zoom } = view
  const filters = FACETS.reduce((sum, facet) => sum + valuesOf(search[facet]).length, 0)
  return (
    <Toolbar>
      <RangeButton view={view} />
      <Segmented
        label="Time zone"
        size={28}
        options={ZONES}
        value={zone}
        onChange={(tz) => onSearch({ ...search, tz })}
      />
      <Button
        size={28}
        icon={ListFilter}
        className={search.event === undefined ? 'lg:hidden' : 'min-[88rem]:hidden'}
        onClick={onFilter}
      >
        Filter{filters > 0 && ` (${filters})`}
      </Button>
      <EventQueryBox page={page} view={view} marksId={marksId} />
      {zoom && (
        <button
          type="button"
          aria-label={`Show the whole range instead of ${spanWordsOf(zoom, zone)}`}
          onClick={() => onSearch({ ...search, zoom: undefined })}
          className="flex h-7 shrink-0 items-center gap-1.5 rounded-control border border-accent-line bg-selection px-2 text-accent-text tabular-nums max-sm:order-1 max-sm:h-11"
        >
          <Icon of={X} size={14} />
          {spanWordsOf(zoom, zone)}
        </button>
      )}
      {hasViews && <ViewsButton page={page} view={view} orgId={orgId} />}
    </Toolbar>
  )
}

function ViewsButton({ page, view, orgId }: Pick<Props, 'page' | 'view' | 'orgId'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton size={28} icon={Bookmark} label="Saved views" onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <EventViews
            orgId={orgId}
            text={page.text}
            onText={page.setText}
            search={view.search}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}

function RangeButton({ view }: { view: EventsView }) {
  const { search, onSearch, zone, range, now } = view
  const [isOpen, setOpen] = useState(false)
  const isOwn = search.from !== undefined || search.to !== undefined
  const preset = PRESETS.find(({ id }) => id === (search.last ?? DEFAULT_PRESET))
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button
            size={28}
            icon={CalendarDays}
            aria-label={`Range: ${isOwn ? spanWordsOf(range, zone) : preset?.label}`}
          >
            <span className="tabular-nums">{isOwn ? spanWordsOf(range, zone) : preset?.label}</span>
            <Icon of={ChevronDown} size={14} className="text-muted" />
          </Button>
        }
        items={[
          ...PRESETS.map(({ id, label }) => ({
            label,
            onSelect: () =>
              onSearch({
                ...search,
                last: id === DEFAULT_PRESET ? undefined : id,
                from: undefined,
                to: undefined,
                zoom: undefined,
              }),
          })),
          { label: 'Other range…', lineBefore: true, onSelect: () => setOpen(true) },
        ]}
      />
      {isOpen && (
        <Suspense>
          <RangeDialog
            span={range}
            zone={zone}
            now={now}
            onClose={() => setOpen(false)}
            onChoose={({ from, to }) => {
              setOpen(false)
              onSearch({ ...search, last: undefined, from, to, zoom: undefined })
            }}
          />
        </Suspense>
      )}
    </>
  )
}
