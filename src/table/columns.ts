import type { ReactNode } from 'react'

/** One column of a grid. Cells are drawn by row number of what is shown: rows are columns of data, not objects. */
export interface Column {
  id: string
  header: string
  /** Fixed width in px, or `rest` for the one that takes what is left. */
  width: number | 'rest'
  /** Least width of the `rest` column. */
  minWidth?: number
  align?: 'end'
  /** Keeps off a column before it that is aligned to its end. */
  isIndented?: boolean
  /** Can be sorted by. */
  isSortable?: boolean
  /** First direction when it is chosen: dates begin with the newest. */
  firstDirection?: 'asc' | 'desc'
  /** Order of leaving when it gets narrow: 1 goes first. Columns without stay. */
  leaves?: number
  /** No visible header; screen readers hear it. */
  hideHeader?: boolean
  /** Acts: drawn for the row under the cursor or the pointer alone, as menus in every row would slow scrolling. */
  isActs?: boolean
  /** `shown` tells which columns are left: what a gone one said may move into another. */
  cell: (row: number, shown: readonly Column[]) => ReactNode
}

const REST_LEAST = 280
/** Left and right of a row. */
const GUTTERS = 32

/** The columns that fit into `width` px: they leave one by one, in their order, until the rest has its least width. */
export function fittingColumns(columns: readonly Column[], width: number): Column[] {
  const leaving = columns
    .filter((c) => c.leaves !== undefined)
    .toSorted((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0))
  const gone = new Set<string>()
  const needed = () =>
    columns
      .filter((c) => !gone.has(c.id))
      .reduce((sum, c) => sum + (c.width === 'rest' ? (c.minWidth ?? REST_LEAST) : c.width), GUTTERS)
  for (const column of leaving) {
    if (needed() <= width) break
    gone.add(column.id)
  }
  return columns.filter((c) => !gone.has(c.id))
}

/** Px of the box before a row, with the space after it. */
export const BOX_WIDTH = 32

/** `grid-template-columns` of a row; with a box before the columns where rows can be selected. */
export function template(columns: readonly Column[], hasBox: boolean): string {
  const widths = columns.map((c) => (c.width === 'rest' ? 'minmax(0, 1fr)' : `${c.width}px`))
  return [...(hasBox ? [`${BOX_WIDTH}px`] : []), ...widths].join(' ')
}
