import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { cx } from '#/ui/cx'
import { useMedia } from '#/ui/use-media'

const ROW = 32
/** On a phone what changes stands under the name: side by side each would be cut. */
const TALL_ROW = 48
const MOST_ROWS = 8

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
  /** Of people: their names are no keys, and what stands beside them is their address. */
  isPerson?: true
}

interface Props {
  rows: readonly PreviewRow[]
  noun: Noun
  title?: string
}

/** Each row with what becomes of it; those that are left out first, with the reason. */
export function BulkPreview({ rows: all, noun, title = 'What changes' }: Props) {
  const rows = useMemo(() => skippedFirst(all), [all])
  const box = useRef<HTMLDivElement>(null)
  const height = useMedia('(width < 40rem)') ? TALL_ROW : ROW
  // The compiler leaves this hook alone; the rows here are few and cheap.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, height])
  const skipped = rows.filter(({ skip }) => skip !== null).length
  return (
    <section className="min-w-0">
      <h3 className="mb-1 font-medium">
        {title}
        {skipped > 0 && <span className="font-normal text-muted">, {noun.count(skipped)} left out</span>}
      </h3>
      <div
        ref={box}
        role="list"
        aria-label={title}
        // It scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={{ height: Math.min(MOST_ROWS, rows.length) * height + 2 }}
        // What has to be typed under it stays in sight on a low screen.
        className="max-h-[max(24dvh,6.5rem)] overflow-y-auto rounded-control border border-line-strong focus-inside"
      >
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            const place = { at: index, of: rows.length, top: start, height }
            return row && <Row key={row.id} {...{ row, noun }} {...place} />
          })}
        </div>
      </div>
    </section>
  )
}

interface RowProps {
  row: PreviewRow
  noun: Noun
  at: number
  of: number
  top: number
  height: number
}

function Row({ row, noun, at, of, top, height }: RowProps) {
  const { isPerson, one } = noun
  return (
    <div
      role="listitem"
      aria-posinset={at + 1}
      aria-setsize={of}
      className="absolute inset-x-0 flex items-center gap-x-3 border-b border-line px-3 max-sm:flex-col max-sm:items-stretch max-sm:justify-center"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <span
        title={row.name ?? undefined}
        className={cx(
          'min-w-0 truncate font-medium sm:flex-1',
          !isPerson && 'font-mono text-meta',
          row.skip && 'text-muted',
        )}
      >
        {row.name ?? `${one} ${row.id.slice(0, 8)}, name not readable`}
      </span>
      <span
        title={row.skip ?? row.change}
        className={cx(
          'min-w-0 truncate text-meta sm:flex-1',
          row.skip ? 'text-warning' : isPerson ? 'text-muted' : 'text-text',
        )}
      >
        {row.skip ?? row.change}
      </span>
    </div>
  )
}
