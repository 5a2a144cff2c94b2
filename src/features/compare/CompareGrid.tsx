import { CircleEqual, CircleSlash, Diff, FileWarning, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useSettings } from '#/data/settings'
import { matchRanges, type Term } from '#/domain/search'
import { absoluteTime, spanWords, type TimeZoneChoice } from '#/domain/time-words'
import type { Column } from '#/table/columns'
import { Grid, type ListGridProps } from '#/table/Grid'
import type { RowSelection } from '#/table/use-selection'
import { AccessMark } from '#/ui/AccessMark'
import { Age } from '#/ui/Age'
import { Chip } from '#/ui/Chip'
import { MarkedText } from '#/ui/MarkedText'
import { useNow } from '#/ui/use-now'
import { lastChange, type CompareRow, type Show, type ValueVerdict } from './compare-rows'

interface Props extends ListGridProps {
  show: Show
  rows: readonly CompareRow[]
  terms: readonly Term[]
  selection: RowSelection
  verdictOf: (row: CompareRow) => ValueVerdict | undefined
  onOpenRow: (row: CompareRow) => void
  isBusy: boolean
}

export function CompareGrid({ grid, show, rows, terms, verdictOf, onOpenRow, ...rest }: Props) {
  const { density, singleKeys, timeZone } = useSettings()
  const now = useNow()
  const parts = useMemo(
    () => gridParts({ show, rows, terms, verdictOf, onOpenRow, now, timeZone }),
    [show, rows, terms, verdictOf, onOpenRow, now, timeZone],
  )
  return (
    <Grid
      {...rest}
      {...parts}
      ref={grid}
      label={{ a: 'Only in A', b: 'Only in B', both: 'In both' }[show]}
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      rowLabel={(row) => rows[row]?.name ?? ''}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
    />
  )
}

type Drawn = Pick<Props, 'show' | 'rows' | 'terms' | 'verdictOf' | 'onOpenRow'> & {
  now: number
  timeZone: TimeZoneChoice
}

function gridParts({ show, rows, terms, verdictOf, onOpenRow, now, timeZone }: Drawn) {
  const name = (at: number) => {
    const row = rows[at]
    return row && <Name row={row} terms={terms} />
  }
  const age = (changed: number | undefined) =>
    changed === undefined ? null : (
      <Age at={changed} words={spanWords(now - changed)} whole={() => absoluteTime(changed, timeZone)} />
    )
  const verdict = (at: number) => {
    const row = rows[at]
    return row && <Verdict of={verdictOf(row)} />
  }
  const only = (at: number) => rows[at]?.a[0] ?? rows[at]?.b[0]
  const date = { width: 128, align: 'end', isSortable: true, firstDirection: 'desc' } as const
  const sideDate = { width: 128, align: 'end', leaves: 1 } as const
  const columns: Column[] =
    show === 'both'
      ? [
          { id: 'name', header: 'Name', width: 'rest', isSortable: true, cell: name },
          { id: 'value', header: 'Values', width: 144, isSortable: true, cell: verdict },
          { id: 'a', header: 'Change in A', ...sideDate, cell: (at) => age(rows[at]?.a[0]?.changed) },
          { id: 'b', header: 'Change in B', ...sideDate, cell: (at) => age(rows[at]?.b[0]?.changed) },
        ]
      : [
          { id: 'name', header: 'Name', width: 'rest', isSortable: true, cell: name },
          {
            id: 'id',
            header: 'Id',
            width: 100,
            leaves: 1,
            cell: (at) => <span className="font-mono text-meta text-muted">{only(at)?.id.slice(0, 8)}</span>,
          },
          {
            id: 'access',
            header: 'My access',
            width: 168,
            leaves: 2,
            cell: (at) => <AccessMark canWrite={only(at)?.canWrite ?? false} />,
          },
          { id: 'changed', header: 'Last change', ...date, cell: (at) => age(only(at)?.changed) },
        ]
  return {
    columns,
    onOpen: (at: number) => {
      const row = rows[at]
      if (row) onOpenRow(row)
    },
    narrowRow: (at: number) => (
      <div className="min-w-0">
        {name(at)}
        <div className="flex items-center gap-1.5 text-meta text-muted">
          {show === 'both' ? verdict(at) : <AccessMark canWrite={only(at)?.canWrite ?? false} isShort />}
          {age(rows[at] ? lastChange(rows[at]) : undefined)}
        </div>
      </div>
    ),
  }
}

function Name({ row: { name, a, b }, terms }: { row: CompareRow; terms: readonly Term[] }) {
  const isDouble = a.length > 1 || b.length > 1
  return (
    <>
      <MarkedText text={name} ranges={matchRanges(name, terms)} className="font-mono font-medium" />
      {isDouble && (
        <Chip tone="warning">
          {a.length} in A, {b.length} in B
        </Chip>
      )}
    </>
  )
}

const looks = {
  same: { word: 'Same', tone: 'good', icon: CircleEqual },
  differs: { word: 'Differs', tone: 'warning', icon: Diff },
  unreadable: { word: 'Not readable', tone: 'danger', icon: FileWarning },
  gone: { word: 'Gone', tone: 'neutral', icon: Trash2 },
} as const

function Verdict({ of }: { of: ValueVerdict | undefined }) {
  if (of === undefined) {
    return (
      <span className="inline-flex items-center gap-1.5 text-muted">
        <CircleSlash size={12} aria-hidden />
        Not compared
      </span>
    )
  }
  const { word, tone, icon } = looks[of]
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  )
}
