import { ArchiveRestore, Copy, FileWarning, FolderX, MoreHorizontal, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useSettings } from '#/data/settings'
import { matchRanges, type Term } from '#/domain/search'
import { absoluteTime, dayOf, type TimeZoneChoice } from '#/domain/time-words'
import { daysLeftWords, TRASH_DAYS } from '#/domain/trash'
import { useCoveredReason } from '#/session/use-session'
import type { Column } from '#/table/columns'
import { Grid, type GridProps, type ListGridProps } from '#/table/Grid'
import { Chip } from '#/ui/Chip'
import { copyText } from '#/ui/copy-text'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { MarkedText } from '#/ui/MarkedText'
import { Menu } from '#/ui/Menu'
import { Truncate } from '#/ui/Truncate'
import type { TrashList, Trashed } from './use-trash'

export interface TrashActs {
  restore: (rows: readonly Trashed[]) => void
  purge: (rows: readonly Trashed[]) => void
}

interface Props extends ListGridProps, Required<Pick<GridProps, 'selection' | 'foot'>> {
  list: TrashList
  acts: TrashActs
}

const labelOf = (row: Trashed | undefined) => row?.name ?? `secret ${row?.id.slice(0, 8)}`

/** What lies in the trash, what goes first on top. Enter asks where a secret is to go back to. */
export function TrashGrid({ grid, list, acts, ...rest }: Props) {
  const { density, singleKeys, timeZone } = useSettings()
  const { rows, terms } = list
  const parts = useMemo(() => partsOf(rows, terms, acts, timeZone), [rows, terms, acts, timeZone])
  return (
    <Grid
      {...rest}
      {...parts}
      ref={grid}
      label="Trash"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      rowLabel={(row) => labelOf(rows[row])}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
      isBusy={list.all === null && list.isFetching}
    />
  )
}

function partsOf(
  rows: readonly Trashed[],
  terms: readonly Term[],
  acts: TrashActs,
  timeZone: TimeZoneChoice,
) {
  const name = (row: number) => <Name row={rows[row]} terms={terms} />
  const left = (row: number) => <DaysLeft days={rows[row]?.daysLeft ?? 0} />
  const back = (row: number) => <ComesBack row={rows[row]} />
  const menu = (row: number) => {
    const one = rows[row]
    return one && <RowMenu row={one} acts={acts} />
  }
  const columns: Column[] = [
    { id: 'name', header: 'Name', width: 'rest', minWidth: 240, isSortable: true, cell: name },
    {
      id: 'id',
      header: 'Id',
      width: 100,
      leaves: 1,
      cell: (row) => <span className="font-mono text-meta text-muted">{rows[row]?.id.slice(0, 8)}</span>,
    },
    { id: 'project', header: 'Comes back to', width: 176, isSortable: true, leaves: 3, cell: back },
    {
      id: 'deleted',
      header: 'Deleted',
      width: 120,
      leaves: 2,
      cell: (row) => {
        const at = rows[row]?.deleted ?? 0
        return (
          <time title={absoluteTime(at, timeZone)} className="text-muted">
            {dayOf(at, timeZone)}
          </time>
        )
      },
    },
    { id: 'left', header: 'Days left of 30', width: 184, isSortable: true, cell: left },
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  return {
    columns,
    onOpen: (row: number) => {
      const one = rows[row]
      if (one) acts.restore([one])
    },
    narrowRow: (row: number) => (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <div className="flex">{name(row)}</div>
          <div className="truncate text-meta text-muted">
            {daysLeftWords(rows[row]?.daysLeft ?? 0)}, to{' '}
            <bdi>{rows[row]?.project?.name ?? 'no project'}</bdi>
          </div>
        </div>
        {menu(row)}
      </div>
    ),
  }
}

function Name({ row, terms }: { row: Trashed | undefined; terms: readonly Term[] }) {
  if (!row) return null
  if (row.name === null) {
    return (
      <span className="flex items-center gap-1.5 text-danger">
        <Icon of={FileWarning} size={14} />
        Name cannot be decrypted
      </span>
    )
  }
  return (
    <MarkedText
      text={row.name}
      ranges={terms.length > 0 ? matchRanges(row.name, terms) : []}
      className="font-mono font-medium"
    />
  )
}

function ComesBack({ row }: { row: Trashed | undefined }) {
  if (!row) return null
  if (row.project) return <Truncate>{row.project.name ?? `Project ${row.project.id.slice(0, 8)}`}</Truncate>
  return (
    <Chip icon={FolderX} tone="warning">
      No project
    </Chip>
  )
}

/** Drawn from full to empty; amber in the last week. */
function DaysLeft({ days }: { days: number }) {
  const isSoon = days <= 7
  return (
    <span className="flex items-center gap-2 tabular-nums">
      <span
        aria-hidden
        className="h-1.5 shrink-0 overflow-hidden rounded-chip bg-pressed"
        style={{ width: 96 }}
      >
        <span
          className={cx('block h-full', isSoon ? 'bg-warning-icon' : 'bg-control')}
          style={{ width: `${Math.max(3, (days / TRASH_DAYS) * 100)}%` }}
        />
      </span>
      <span className={cx('whitespace-nowrap', isSoon && 'text-warning')}>{daysLeftWords(days)}</span>
    </span>
  )
}

function RowMenu({ row, acts }: { row: Trashed; acts: TrashActs }) {
  const closed = useCoveredReason()
  return (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${labelOf(row)}`} />}
      items={[
        {
          label: 'Restore',
          icon: ArchiveRestore,
          keyCap: 'r',
          disabledReason: closed,
          onSelect: () => acts.restore([row]),
        },
        { label: 'Copy id', icon: Copy, onSelect: () => copyText(row.id, 'Id copied') },
        {
          label: 'Delete for good',
          icon: Trash2,
          keyCap: '#',
          isDanger: true,
          lineBefore: true,
          disabledReason: closed,
          onSelect: () => acts.purge([row]),
        },
      ]}
    />
  )
}
