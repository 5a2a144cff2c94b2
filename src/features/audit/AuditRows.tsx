import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { cx } from '#/ui/cx'

export interface AuditColumn<T> {
  label: string
  cell: (row: T) => ReactNode
  /** Its part of the width, beside the others'; 1 without it. */
  share?: number
  /** Left out on narrow screens. */
  isExtra?: true
  /** May be long: it breaks where it must. */
  isLong?: true
}

interface Props<T> {
  columns: readonly AuditColumn<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  caption: string
  scroller: RefObject<HTMLDivElement | null>
}

const ROW = 33
const cellClass = 'border-b border-line px-2 py-1.5 text-left align-top first:pl-4 last:pr-4'

/** Only the rows in view are drawn, each as high as its text; columns keep their widths whatever is in view. */
export function AuditRows<T>({ columns, rows, keyOf, caption, scroller }: Props<T>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  // What stands above the rows in the scroller: the note, which breaks as it must.
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), [])
  // The compiler leaves this hook alone.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => (rows[index] === undefined ? index : keyOf(rows[index])),
    estimateSize: () => ROW,
    scrollMargin: top,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? top) - top
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top)
  const all = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  return (
    <table className="w-full table-fixed" aria-rowcount={rows.length + 1}>
      <caption className="sr-only">{caption}</caption>
      <thead className="text-muted">
        <tr aria-rowindex={1}>
          {columns.map(({ label, isExtra, share = 1 }) => (
            <th
              key={label}
              scope="col"
              style={{ width: `${(100 * share) / all}%` }}
              className={cx(cellClass, 'font-normal wrap-break-word', isExtra && 'max-sm:hidden')}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Space height={before} of={columns.length} />
        {items.map(({ index, key }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <tr key={key} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                {columns.map(({ label, cell, isExtra, isLong }) => (
                  <td
                    key={label}
                    className={cx(cellClass, isLong && 'wrap-anywhere', isExtra && 'max-sm:hidden')}
                  >
                    {cell(row)}
                  </td>
                ))}
              </tr>
            )
          )
        })}
        <Space height={after} of={columns.length} />
      </tbody>
    </table>
  )
}

/** In place of the rows that are not drawn. */
const Space = ({ height, of }: { height: number; of: number }) =>
  height > 0 && (
    <tr aria-hidden>
      <td colSpan={of} style={{ height }} className="p-0">
        <span className="sr-only">Rows that are not drawn</span>
      </td>
    </tr>
  )
