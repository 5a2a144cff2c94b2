import { cx } from './cx'

type SkeletonProps = { className?: string | undefined }

/** One grey bar in the shape of what comes; give width and height by class. Seen after 300 ms only. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden className={cx('block animate-late rounded-chip bg-pressed', className)} />
}

const usualColumns = ['w-64', 'w-20', 'w-28', 'w-16']

type SkeletonRowsProps = {
  rows?: number
  /** Widths of the bars of a row, as classes: "w-1/3". */
  columns?: readonly string[]
  /** Said to screen readers: "Loading secrets". */
  label: string
}

/** A list on its way, in rows of the list's own height. */
export function SkeletonRows({ rows = 12, columns = usualColumns, label }: SkeletonRowsProps) {
  return (
    <div aria-busy className="overflow-hidden">
      <span className="sr-only" role="status">
        {label}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          aria-hidden
          className="flex row-h animate-late items-center justify-between gap-6 border-b border-line px-4"
        >
          {columns.map((width) => (
            <Skeleton key={width} className={cx('h-3 max-w-full min-w-0', width)} />
          ))}
        </div>
      ))}
    </div>
  )
}
