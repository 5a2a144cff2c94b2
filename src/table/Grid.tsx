import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { cx } from '#/ui/cx'
import { fittingColumns, template, type Column } from './columns'
import { movedCursor } from './cursor'
import { GridHeader, HEADER_HEIGHT, type Sort } from './GridHeader'
import { GridRow } from './GridRow'
import { useBox } from './use-box'

/** A single key on the row under the cursor. */
export interface RowKey {
  key: string
  label: string
  run: (row: number) => void
}

export interface GridProps {
  /** Accessible name: "Secrets". */
  label: string
  /** Keep it the same from render to render: all rows are drawn anew with it. */
  columns: readonly Column[]
  rowCount: number
  /** Identity of a row, for React. */
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
  /** Two lines instead of columns, below 640 px. The same from render to render, as are the acts. */
  narrowRow: (row: number) => ReactNode
  /** Acts of a row: at the end of the first cell, for cursor and pointer. */
  rowActs?: (row: number, shown: readonly Column[]) => ReactNode
  /** Stands under the header while there are no rows. */
  whenEmpty?: ReactNode
  isBusy?: boolean
  /** Px from the top when it appears, and told when it changes: scrolling survives Back. */
  initialScroll?: number
  onScroll?: (top: number) => void
  /** The element that takes the focus. */
  ref?: RefObject<HTMLDivElement | null>
}

const NARROW = 640
const ROW = { comfortable: 36, compact: 28, narrow: 56 }
const OVERSCAN = 8

/**
 * A list of any length: rows of one height, of which only those in view are in the page. The focus stays on the
 * grid and the cursor is told by `aria-activedescendant`, since a row that scrolls away leaves the page.
 */
export function Grid(props: GridProps) {
  const { label, rowCount, cursor, onCursor, initialScroll = 0 } = props
  const id = useId()
  const own = useRef<HTMLDivElement>(null)
  const scroller = props.ref ?? own
  const { width, height } = useBox(scroller)
  const isNarrow = width > 0 && width < NARROW
  const rowHeight = isNarrow ? ROW.narrow : props.isCompact ? ROW.compact : ROW.comfortable
  const above = isNarrow ? 0 : HEADER_HEIGHT
  const columns = useMemo(() => fittingColumns(props.columns, width || NARROW), [props.columns, width])
  const columnTemplate = useMemo(() => template(columns), [columns])

  // The compiler leaves this component alone; its rows are memoised by hand. Rows are keyed by number here: asking
  // for 100,000 ids would cost more than all the rest.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset: initialScroll,
    scrollMargin: above,
    scrollPaddingStart: above,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight])

  const show = useEffectEvent(() => {
    if (cursor < rowCount) virtual.scrollToIndex(cursor, { align: 'auto' })
  })
  // Not on the first sight: there the remembered place counts.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (!isFirst.current) show()
    isFirst.current = false
  }, [cursor])

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const isLetter = event.key.length === 1
    if (isLetter && !props.hasSingleKeys) return
    const to = movedCursor(event.key, cursor, rowCount, Math.floor((height - above) / rowHeight))
    const act = props.rowKeys?.find((k) => k.key === event.key)
    if (to !== null) onCursor(to)
    else if (event.key === 'Enter' && rowCount > 0) props.onOpen(cursor)
    else if (act && rowCount > 0) act.run(cursor)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const isEmpty = rowCount === 0 && Boolean(props.whenEmpty)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-busy={props.isBusy || undefined}
        aria-rowcount={rowCount + 1}
        aria-colcount={isNarrow ? 1 : columns.length}
        aria-activedescendant={rowCount > 0 ? `${id}-${cursor}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
        className={cx('group/grid min-h-0 overflow-y-auto', isEmpty ? 'focus-inside' : 'flex-1 outline-none')}
      >
        <GridHeader columns={columns} sort={props.sort} onSort={props.onSort} isHidden={isNarrow} />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(
            (item) =>
              // A list that has just become shorter: for one render the window may be past its end.
              item.index < rowCount && (
                <GridRow
                  key={props.rowKey(item.index)}
                  id={`${id}-${item.index}`}
                  row={item.index}
                  top={item.start - above}
                  height={rowHeight}
                  isCursor={item.index === cursor}
                  columns={columns}
                  columnTemplate={columnTemplate}
                  narrow={isNarrow ? props.narrowRow : null}
                  acts={props.rowActs ?? null}
                  onPoint={onCursor}
                  onOpen={props.onOpen}
                />
              ),
          )}
        </div>
      </div>
      {isEmpty && <div className="min-h-0 flex-1 overflow-y-auto">{props.whenEmpty}</div>}
    </div>
  )
}
