import { useState } from 'react'
import type { EventNames } from '#/domain/events/names'
import type { EventRow } from '#/domain/events/row'
import { spanWords } from '#/domain/time-words'
import { cx } from '#/ui/cx'
import { linkClass } from '#/ui/link-class'
import { Sentence } from './Sentence'

interface Props {
  row: EventRow
  rows: readonly EventRow[]
  isWhole: boolean
  names: EventNames
  onSelect: (row: EventRow) => void
}

const FEW = 8

/** Other events with how far away each is; the nearest first. */
export function Neighbours({ row, rows, isWhole, names, onSelect }: Props) {
  const [most, setMost] = useState(FEW)
  const near = rows.toSorted((a, b) => Math.abs(a.at - row.at) - Math.abs(b.at - row.at))
  const count = rows.length.toLocaleString('en-GB')
  return (
    <>
      <p className="mt-2 mb-1 text-meta text-muted" role="status">
        {isWhole ? count : `At least ${count}`} {rows.length === 1 ? 'other' : 'others'}
        {!isWhole && ', as far as rows are loaded'}
      </p>
      <ul>
        {near.slice(0, most).map((other, i) => (
          // Rows have no id, and two may be equal.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${other.date} ${i}`} className="border-b border-line">
            <button
              type="button"
              className="flex min-h-8 w-full items-baseline gap-3 py-1 text-left hover:bg-hover max-sm:min-h-11"
              onClick={() => onSelect(other)}
            >
              <span className="w-16 shrink-0 font-mono text-meta text-muted">
                {distance(other.at - row.at)}
              </span>
              <span className="min-w-0 wrap-anywhere">
                <Sentence row={other} names={names} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {near.length > most && (
        <button
          type="button"
          className={cx(linkClass, 'min-h-6 max-sm:min-h-11')}
          onClick={() => setMost(most + 24)}
        >
          Show {Math.min(24, near.length - most)} more
        </button>
      )}
    </>
  )
}

/** "−45 s", "+2 min". */
function distance(ms: number): string {
  if (Math.abs(ms) < 1000) return ms === 0 ? 'same ms' : `${ms < 0 ? '−' : '+'}${Math.abs(ms)} ms`
  const sign = ms < 0 ? '−' : '+'
  return Math.abs(ms) < 120_000
    ? `${sign}${Math.round(Math.abs(ms) / 1000)} s`
    : `${sign}${spanWords(Math.abs(ms))}`
}
