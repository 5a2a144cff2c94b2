import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react'
import { cx } from '#/ui/cx'
import { BOX_WIDTH, fittingColumns, template, type Column } from './columns'
import { drawnRows } from './drawn-rows'
import { GridHeader, HEADER_HEIGHT, type Sort } from './GridHeader'
import { GridRow } from './GridRow'
import { RowFocus } from './RowFocus'
import { useBox } from './use-box'
import { useGridKeyboard, type RowKey } from './use-grid-keyboard'
import { usePointedRow } from './use-pointed-row'
import { useRowWindow } from './use-row-window'
import type { GridSelection } from './use-selection'

export type { RowKey } from './use-grid-keyboard'

export interface GridProps {
  /** Accessible name: "Secrets". */
  label: string
  /** Keep it the same from render to render: all rows are drawn anew with it. */
  columns: readonly Column[]
  rowCount: number
  /** What stands in a row: its buttons, its focus and whatever is open of it go when another thing takes its place. */
  rowKey: (row: number) => string
  sort: Sort
  onSort: (sort: Sort) => void
  cursor: number
  onCursor: (row: number) => void
  onOpen: (row: number) => void
  rowKeys?: readonly RowKey[]
  /** False switches single keys off; arrows and Enter stay. */
  hasSingleKeys: boolean
  isCompact: boolean
  /** Two lines in the first column; one where it is compact. */
  hasTwoLines?: boolean
  /** On a phone a row has three lines. */
  hasPhoneLines?: boolean
  /** Two lines instead of columns, below 640 px. The same from render to render, as are the acts. */
  narrowRow: (row: number) => ReactNode
  /** Acts of a row: at the end of the first cell, for cursor and pointer. */
  rowActs?: (row: number, shown: readonly Column[]) => ReactNode
  /** Where rows can be selected: a box before each, `x` and Space, Shift with what moves the cursor. */
  selection?: GridSelection
  /** What a row is called in the name of its box; needed with a selection. */
  rowLabel?: (row: number) => string
  /** Under the last row: what is to be said of all of them. */
  foot?: ReactNode
  /** Stands under the header while there are no rows. */
  whenEmpty?: ReactNode
  isBusy?: boolean
  /** Px from the top when it appears, and told when it changes: scrolling survives Back. */
  initialScroll?: number
  onScroll?: (top: number) => void
  /** Told which rows are in the page, where rows are fetched as they come into view. */
  onWindow?: (first: number, last: number) => void
  /** Takes the focus when it appears: one has come back to a row. */
  startsFocused?: boolean
  /** The element that takes the focus. */
  ref?: RefObject<HTMLDivElement | null>
}

/** What a page gives its grid as it stands, whatever the rows are. */
export interface ListGridProps extends Required<
  Pick<
    GridProps,
    | 'rowKeys'
    | 'sort'
    | 'onSort'
    | 'cursor'
    | 'onCursor'
    | 'whenEmpty'
    | 'initialScroll'
    | 'startsFocused'
    | 'onScroll'
  >
> {
  /** The element that takes the focus. */
  grid: RefObject<HTMLDivElement | null>
}

const NARROW = 640
const ROW = { comfortable: 36, twoLines: 44, compact: 28, narrow: 56, phone: 76 }
const PHONE = 420

const isNarrowBox = (width: number) => width > 0 && width < NARROW

function rowHeightOf({ isCompact, hasTwoLines, hasPhoneLines }: GridProps, width: number): number {
  if (isNarrowBox(width)) return hasPhoneLines && width < PHONE ? ROW.phone : ROW.narrow
  if (isCompact) return ROW.compact
  return hasTwoLines ? ROW.twoLines : ROW.comfortable
}

/**
 * A list of any length: rows of one height, of which only those in view are in the page. The focus stays on the
 * grid and the cursor is told by `aria-activedescendant`, since a row that scrolls away leaves the page.
 */
export function Grid({ ref, ...props }: GridProps) {
  const { label, rowCount: whole, cursor, onCursor, initialScroll = 0 } = props
  const id = useId()
  const own = useRef<HTMLDivElement>(null)
  const scroller = ref ?? own
  const { width, height } = useBox(scroller)
  const isNarrow = isNarrowBox(width)
  const rowHeight = rowHeightOf(props, width)
  const { rowCount, undrawn } = drawnRows(whole, rowHeight)
  const above = isNarrow ? 0 : HEADER_HEIGHT
  const { selection } = props
  const room = (width || NARROW) - (selection ? BOX_WIDTH : 0)
  const columns = useMemo(() => fittingColumns(props.columns, room), [props.columns, room])
  const columnTemplate = useMemo(() => template(columns, Boolean(selection)), [columns, selection])

  const { onPoint, takePointed } = usePointedRow(onCursor)
  const place = { rowCount, rowHeight, height, above, cursor, takePointed, initialScroll }
  const { first, last } = useRowWindow(scroller, place)
  const onKeyDown = useGridKeyboard(props, rowCount, Math.floor((height - above) / rowHeight))

  const focusFirst = useEffectEvent(() => {
    if (props.startsFocused) scroller.current?.focus({ preventScroll: true })
  })
  useLayoutEffect(() => focusFirst(), [])

  const { onWindow } = props
  useEffect(() => onWindow?.(first, Math.max(first, last)), [onWindow, first, last])
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at)

  const isEmpty = rowCount === 0 && Boolean(props.whenEmpty)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-busy={props.isBusy || undefined}
        aria-rowcount={whole + 1}
        aria-colcount={(isNarrow ? 1 : columns.length) + (selection ? 1 : 0)}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={rowCount > 0 ? `${id}-${cursor}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
        className={cx(
          'group/grid min-h-0 overflow-y-auto',
          isEmpty ? 'focus-inside' : 'outline-none',
          !isEmpty && !props.foot && 'flex-1',
        )}
      >
        <GridHeader
          columns={columns}
          columnTemplate={columnTemplate}
          sort={props.sort}
          onSort={props.onSort}
          isHidden={isNarrow}
          selection={selection}
          rowCount={rowCount}
        />
        <div role="rowgroup" className="relative" style={{ height: rowCount * rowHeight }}>
          <RowFocus grid={scroller} thingAt={props.rowKey} />
          {drawn.map((row) => (
            <GridRow
              // By place: while somebody types, rows take other words on instead of being made anew.
              key={row}
              id={`${id}-${row}`}
              thing={props.rowKey(row)}
              row={row}
              top={row * rowHeight}
              height={rowHeight}
              isCursor={row === cursor}
              columns={columns}
              columnTemplate={columnTemplate}
              isSelected={selection?.isSelected(row)}
              boxLabel={selection && `Select ${props.rowLabel?.(row) ?? ''}`}
              onSelect={selection?.onSelect}
              narrow={isNarrow ? props.narrowRow : null}
              acts={props.rowActs ?? null}
              onPoint={onPoint}
              onOpen={props.onOpen}
            />
          ))}
        </div>
      </div>
      {!isEmpty && props.foot}
      {undrawn && <p className="border-t border-line px-4 py-1 text-meta text-muted">{undrawn}</p>}
      {isEmpty && <div className="min-h-0 flex-1 overflow-y-auto">{props.whenEmpty}</div>}
    </div>
  )
}
