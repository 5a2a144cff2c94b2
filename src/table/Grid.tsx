import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffectEvent, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { fittingColumns, template, type Column } from './columns'
import { movedCursor } from './cursor'
import { GridHeader, type Sort } from './GridHeader'
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
  columns: readonly Column[]
  rowCount: number
  /** Identity of a row, for React and for finding it again. */
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
  /** Two lines instead of columns, below 640 px. */
  narrowRow: (row: number) => ReactNode
  /** Acts of a row: at the end of the first cell, for cursor and pointer. */
  rowActs?: (row: number) => ReactNode
  /** Px from the top when it appears, and told when it changes: scrolling survives Back. */
  initialScroll?: number
  onScroll?: (top: number) => void
}

const NARROW = 640
const ROW = { comfortable: 36, compact: 28, narrow: 56 }
const OVERSCAN = 8

/**
 * A list of any length: rows of one height, of which only those in view are in the page. The focus stays on the
 * grid and the cursor is told by `aria-activedescendant`, since a row that scrolls away leaves the page.
 */
export function Grid(props: GridProps) {
  const { label, rowCount, rowKey, cursor, onCursor, initialScroll = 0 } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { width, height } = useBox(scroller)
  const isNarrow = width > 0 && width < NARROW
  const rowHeight = isNarrow ? ROW.narrow : props.isCompact ? ROW.compact : ROW.comfortable
  const columns = fittingColumns(props.columns, width || NARROW)

  // The compiler leaves this component alone; its rows are memoised by hand.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: rowKey,
    overscan: OVERSCAN,
    initialOffset: initialScroll,
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
    const to = movedCursor(event.key, cursor, rowCount, Math.floor(height / rowHeight))
    const act = props.rowKeys?.find((k) => k.key === event.key)
    if (to !== null) onCursor(to)
    else if (event.key === 'Enter' && rowCount > 0) props.onOpen(cursor)
    else if (act && rowCount > 0) act.run(cursor)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={isNarrow ? 1 : columns.length}
        aria-activedescendant={rowCount > 0 ? `${id}-${cursor}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
        className="group/grid min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <GridHeader columns={columns} sort={props.sort} onSort={props.onSort} isHidden={isNarrow} />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <GridRow
              key={item.key}
              id={`${id}-${item.index}`}
              row={item.index}
              top={item.start}
              height={rowHeight}
              isCursor={item.index === cursor}
              columns={columns}
              columnTemplate={template(columns)}
              narrow={isNarrow ? props.narrowRow : null}
              acts={props.rowActs ?? null}
              onPoint={onCursor}
              onOpen={props.onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
