import { ArrowDown, ArrowUp } from 'lucide-react'
import { Checkbox } from '#/ui/Checkbox'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import type { Column } from './columns'
import type { GridSelection } from './use-selection'

export interface Sort {
  id: string
  direction: 'asc' | 'desc'
}

/** Px; it stands over the rows that scroll away under it. */
export const HEADER_HEIGHT = 32

interface Props {
  columns: readonly Column[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** Below 640 px the rows have two lines: the header is left to screen readers. */
  isHidden: boolean
  columnTemplate: string
  selection: GridSelection | undefined
  rowCount: number
}

export function GridHeader(props: Props) {
  const { columns, sort, onSort, isHidden, selection } = props
  return (
    <div role="rowgroup" className={isHidden ? 'sr-only' : 'sticky top-0 z-10 bg-surface'}>
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 items-center border-b border-line-strong px-4 text-meta text-muted"
        style={{ gridTemplateColumns: props.columnTemplate }}
      >
        {selection && (
          <div role="columnheader" className="flex">
            {isHidden ? 'Selected' : <AllBox selection={selection} rowCount={props.rowCount} />}
          </div>
        )}
        {(isHidden ? columns.slice(0, 1) : columns).map((column) => (
          <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  )
}

function AllBox({ selection, rowCount }: { selection: GridSelection; rowCount: number }) {
  const isAll = selection.share === 'all'
  return (
    <Checkbox
      aria-label={`Select all ${rowCount.toLocaleString('en-GB')}`}
      checked={isAll}
      isMixed={selection.share === 'some'}
      disabled={rowCount === 0}
      onChange={isAll ? selection.onNone : selection.onAll}
    />
  )
}

interface CellProps {
  column: Column
  sort: Sort
  onSort: (sort: Sort) => void
}

function HeaderCell({ column, sort, onSort }: CellProps) {
  const isSorted = sort.id === column.id
  const text = <span className={cx(column.hideHeader && 'sr-only')}>{column.header}</span>
  const next = isSorted ? (sort.direction === 'asc' ? 'desc' : 'asc') : (column.firstDirection ?? 'asc')
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
      className={cx('flex min-w-0', column.align === 'end' && 'justify-end', column.isIndented && 'pl-4')}
    >
      {column.isSortable ? (
        <button
          type="button"
          onClick={() => onSort({ id: column.id, direction: next })}
          className={cx(
            'flex h-6 items-center gap-1 rounded-chip hover:text-text focus-visible:outline-offset-0',
            isSorted && 'font-medium text-text',
          )}
        >
          {isSorted && <Icon of={sort.direction === 'asc' ? ArrowUp : ArrowDown} size={14} />}
          {text}
        </button>
      ) : (
        text
      )}
    </div>
  )
}
