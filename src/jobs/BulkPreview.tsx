import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { cx } from '#/ui/cx'

const ROW = 32

/** One line of a preview. `skip`: why nothing is done to it; it is told before the act. */
export interface PreviewRow {
  id: string
  name: string | null
  change: string
  skip: string | null
}

/** What is not done comes first, so that nobody has to search for it. */
const skippedFirst = (rows: readonly PreviewRow[]): PreviewRow[] => [
  ...rows.filter(({ skip }) => skip !== null),
  ...rows.filter(({ skip }) => skip === null),
]

/** "1 secret", "12 secrets"; `one`: "Secret", with its short id where there is no name. */
export interface Noun {
  one: string
  count: (n: number) => string
}

/** Each row with what becomes of it; those that are left out first, with the reason. */
export function BulkPreview({ rows: all, noun }: { rows: readonly PreviewRow[]; noun: Noun }) {
  const rows = useMemo(() => skippedFirst(all), [all])
  const box = useRef<HTMLDivElement>(null)
  // The compiler leaves this hook alone; the rows here are few and cheap.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const skipped = rows.filter(({ skip }) => skip !== null).length
  return (
    <section className="min-w-0">
      <h3 className="mb-1 font-medium">
        What changes
        {skipped > 0 && <span className="font-normal text-muted">, {noun.count(skipped)} left out</span>}
      </h3>
      <div
        ref={box}
        role="list"
        aria-label="What changes"
        // It scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={{ height: 256 }}
        className="overflow-y-auto rounded-control border border-line-strong focus-inside"
      >
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return (
              row && <Row key={row.id} row={row} one={noun.one} at={index} of={rows.length} top={start} />
            )
          })}
        </div>
      </div>
    </section>
  )
}

interface RowProps {
  row: PreviewRow
  one: string
  at: number
  of: number
  top: number
}

function Row({ row, one, at, of, top }: RowProps) {
  return (
    <div
      role="listitem"
      aria-posinset={at + 1}
      aria-setsize={of}
      className="absolute inset-x-0 flex items-center gap-3 border-b border-line px-3"
      style={{ height: ROW, transform: `translateY(${top}px)` }}
    >
      <span
        title={row.name ?? undefined}
        className={cx('min-w-0 flex-1 truncate font-mono text-meta font-medium', row.skip && 'text-muted')}
      >
        {row.name ?? `${one} ${row.id.slice(0, 8)}, name not readable`}
      </span>
      <span
        title={row.skip ?? row.change}
        className={cx('min-w-0 flex-1 truncate text-meta', row.skip ? 'text-warning' : 'text-text')}
      >
        {row.skip ?? row.change}
      </span>
    </div>
  )
}
