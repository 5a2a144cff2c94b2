import { Diamond, Layers2, OctagonAlert, Sparkle } from 'lucide-react'
import { createContext, use, useMemo, type ReactNode, type RefObject } from 'react'
import { useSettings } from '#/data/settings'
import { clientOf } from '#/domain/events/clients'
import { severityOf } from '#/domain/events/codes'
import { MARKS } from '#/domain/events/marks'
import type { EventNames } from '#/domain/events/names'
import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import type { ShownEvent } from '#/session/event-types'
import type { Column } from '#/table/columns'
import { Grid, type RowKey } from '#/table/Grid'
import { Chip } from '#/ui/Chip'
import { Icon } from '#/ui/Icon'
import { Truncate } from '#/ui/Truncate'
import { firstWords } from './marks-words'
import { Sentence } from './Sentence'
import { rowTime } from './time'

interface Props {
  grid: RefObject<HTMLDivElement | null>
  label: string
  rowCount: number
  rowAt: (row: number) => ShownEvent | undefined
  onWindow: (first: number, last: number) => void
  names: EventNames
  timeZone: TimeZoneChoice
  /** With the day, where the range is longer than one. */
  hasDays: boolean
  cursor: number
  onCursor: (row: number) => void
  onOpen: (row: number) => void
  rowKeys: readonly RowKey[]
  whenEmpty: ReactNode
  isBusy: boolean
}

/** Beside the columns, which are made once while what opens a row is another with each drawing. */
const OpenRow = createContext<(row: number) => void>(() => undefined)

const newestFirst = { id: 'time', direction: 'desc' } as const

/** The rows of a log, newest first. */
export function EventGrid({ grid, names, timeZone, hasDays, rowAt, ...rest }: Props) {
  const { singleKeys } = useSettings()
  const parts = useMemo(() => partsOf(rowAt, names, timeZone, hasDays), [rowAt, names, timeZone, hasDays])
  return (
    <OpenRow value={rest.onOpen}>
      <Grid
        {...rest}
        {...parts}
        ref={grid}
        rowKey={(row) => String(rest.rowCount - row)}
        sort={newestFirst}
        onSort={() => undefined}
        hasSingleKeys={singleKeys}
        hasPhoneLines
        isCompact
      />
    </OpenRow>
  )
}

function partsOf(
  rowAt: (row: number) => ShownEvent | undefined,
  names: EventNames,
  timeZone: TimeZoneChoice,
  hasDays: boolean,
) {
  const on = (draw: (one: ShownEvent, row: number) => ReactNode) => (row: number) => {
    const one = rowAt(row)
    return one ? draw(one, row) : <span className="h-2 w-full max-w-64 rounded-chip bg-hover" />
  }
  const time = (row: ShownEvent) => (
    <time
      dateTime={row.date}
      title={absoluteTime(row.at, timeZone)}
      className="font-mono text-meta text-muted"
    >
      {rowTime(row.at, timeZone, hasDays)}
    </time>
  )
  const address = (row: ShownEvent) =>
    row.ipAddress === null ? (
      <span className="text-muted">–</span>
    ) : (
      <Truncate className="font-mono text-meta text-muted">{row.ipAddress}</Truncate>
    )
  const columns: Column[] = [
    {
      id: 'severity',
      header: 'Severity',
      hideHeader: true,
      width: 32,
      cell: (row) => <SeverityMark type={rowAt(row)?.type ?? null} />,
    },
    { id: 'time', header: 'Time', width: hasDays ? 144 : 96, cell: on(time) },
    {
      id: 'what',
      header: 'What happened',
      width: 'rest',
      minWidth: 240,
      cell: on((one, row) => (
        <span className="flex min-w-0 flex-1 items-center gap-2">
          <OpenButton row={row}>
            <Sentence row={one} names={names} />
          </OpenButton>
          <RowMarks marks={one.marks ?? 0} />
        </span>
      )),
    },
    {
      id: 'client',
      header: 'Client',
      width: 160,
      leaves: 1,
      cell: on((row) => <Truncate className="text-muted">{clientOf(row).label}</Truncate>),
    },
    { id: 'address', header: 'Address', width: 136, leaves: 2, cell: on(address) },
  ]
  return {
    columns,
    narrowRow: (row: number) => {
      const one = rowAt(row)
      if (!one) return null
      return (
        <div className="flex items-start gap-2">
          <span className="mt-0.5 w-4 shrink-0">
            <SeverityMark type={one.type} />
          </span>
          <div className="min-w-0 flex-1">
            <OpenButton row={row}>
              <Sentence row={one} names={names} />
            </OpenButton>
            <div className="truncate font-mono text-meta text-muted">
              {rowTime(one.at, timeZone, hasDays)} · {one.ipAddress ?? '–'}
              {firstWords(one.marks ?? 0).map((words) => ` · ${words}`)}
            </div>
          </div>
        </div>
      )
    },
  }
}

/** For the pointer; the keyboard opens the row under the cursor. */
function OpenButton({ row, children }: { row: number; children: ReactNode }) {
  const open = use(OpenRow)
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => open(row)}
      className="block max-w-full min-w-0 truncate rounded-chip text-left underline-offset-2 hover:underline max-[420px]:line-clamp-2 max-[420px]:whitespace-normal"
    >
      {children}
    </button>
  )
}

/** What the row is the first of, in words; a burst as a sign, as its rows stand together. */
function RowMarks({ marks }: { marks: number }) {
  if (marks === 0) return null
  return (
    <>
      {(marks & MARKS.burst) !== 0 && (
        <>
          <Icon of={Layers2} size={12} className="shrink-0 text-muted" />
          <span className="sr-only">Part of a burst</span>
        </>
      )}
      {firstWords(marks).map((words) => (
        <Chip key={words} icon={Sparkle}>
          {words}
        </Chip>
      ))}
    </>
  )
}

/** A shape for each, so that colour is not all that tells them; none for ordinary work. */
function SeverityMark({ type }: { type: number | null }) {
  const severity = type === null ? 'info' : severityOf(type)
  if (severity === 'info') return null
  return (
    <>
      <Icon
        of={severity === 'critical' ? OctagonAlert : Diamond}
        size={14}
        className={severity === 'critical' ? 'text-danger' : 'text-muted'}
      />
      <span className="sr-only">{severity === 'critical' ? 'Critical' : 'Notice'}</span>
    </>
  )
}
