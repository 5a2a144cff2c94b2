import { memo, type ReactNode } from 'react'
import { cx } from '#/ui/cx'
import type { Column } from './columns'

interface Props {
  id: string
  row: number
  top: number
  height: number
  isCursor: boolean
  columns: readonly Column[]
  columnTemplate: string
  narrow: ((row: number) => ReactNode) | null
  acts: ((row: number) => ReactNode) | null
  onPoint: (row: number) => void
  onOpen: (row: number) => void
}

/** Memoised: scrolling draws only the rows that come into view, moving the cursor only two. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, row, top, height, isCursor, columns, columnTemplate, narrow, acts } = props
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isCursor}
      data-cursor={isCursor || undefined}
      onPointerDown={() => props.onPoint(row)}
      className={cx(
        'group/row absolute inset-x-0 grid items-center border-b border-line px-4 hover:bg-hover',
        isCursor &&
          'group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-accent-text',
      )}
      style={{
        transform: `translateY(${top}px)`,
        height,
        gridTemplateColumns: narrow ? 'minmax(0, 1fr)' : columnTemplate,
      }}
    >
      {narrow ? (
        <div role="gridcell" className="min-w-0">
          {narrow(row)}
        </div>
      ) : (
        columns.map((column) => (
          <div
            key={column.id}
            role="gridcell"
            className={cx(
              'flex min-w-0 items-center gap-2',
              column.align === 'end' && 'justify-end text-right tabular-nums',
              column.width !== 'rest' && column.align !== 'end' && 'pr-4',
            )}
          >
            {column.cell(row)}
            {column.width === 'rest' && acts && (
              <span
                className={cx(
                  'ml-auto flex shrink-0 items-center gap-1 pr-4 opacity-0 group-hover/row:opacity-100 focus-within:opacity-100',
                  isCursor && 'group-focus-visible/grid:opacity-100',
                )}
              >
                {acts(row)}
              </span>
            )}
          </div>
        ))
      )}
    </div>
  )
})
