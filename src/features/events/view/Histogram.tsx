import { amount } from '#/lib/amount'
import { memo, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { categoryName } from '#/domain/events/choices'
import { CATEGORIES } from '#/domain/events/scan'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { EventAnswer, TimeSpan } from '#/session/event-types'
import { cx } from '#/ui/cx'
import { barsOf, barsOfSpan, movedBars, spanOfBars, type Bar } from './bars'
import { spanWordsOf, tickWords } from './span-words'

interface Props {
  answer: EventAnswer | null
  range: TimeSpan
  zoom: TimeSpan | null
  zone: TimeZoneChoice
  onZoom: (zoom: TimeSpan | null) => void
}

const BARS = 48
const NONE: readonly Bar[] = []

/** What matches over time, stacked by category. A part of it is chosen by dragging, or by the arrows. */
export const Histogram = memo(function Histogram({ answer, range, zoom, zone, onZoom }: Props) {
  const bars = useMemo(() => (answer ? barsOf(answer) : NONE), [answer])
  const helpId = useId()
  const track = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ first: number; last: number } | null>(null)
  const chosen = drag ?? (zoom && barsOfSpan(range, BARS, zoom))
  const most = Math.max(1, ...bars.map(({ count }) => count))

  const barAt = (x: number) => {
    const box = track.current?.getBoundingClientRect()
    const share = box && box.width > 0 ? (x - box.left) / box.width : 0
    return Math.min(BARS - 1, Math.max(0, Math.floor(share * BARS)))
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = barAt(event.clientX)
    setDrag({ first: at, last: at })
  }
  const onPointerMove = (event: PointerEvent) => drag && setDrag({ ...drag, last: barAt(event.clientX) })
  function onPointerUp() {
    if (!drag) return
    setDrag(null)
    onZoom(spanOfBars(range, BARS, drag.first, drag.last))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && zoom) onZoom(null)
    else {
      const next = movedBars(event.key, event.shiftKey, chosen, BARS)
      if (!next) return
      onZoom(spanOfBars(range, BARS, next.first, next.last))
    }
    event.preventDefault()
  }

  const low = chosen ? Math.min(chosen.first, chosen.last) : 0
  const high = chosen ? Math.max(chosen.first, chosen.last) : BARS - 1
  const within = bars.slice(low, high + 1).reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="flex shrink-0 gap-2 border-b border-line-strong px-4 pt-1 pb-1.5 max-sm:px-4">
      <div
        aria-hidden
        className="flex h-16 w-10 shrink-0 flex-col justify-between text-right text-meta text-muted tabular-nums max-sm:hidden"
      >
        <span>{amount(most)}</span>
        <span>0</span>
      </div>
      <div className="min-w-0 flex-1">
        <div
          ref={track}
          role="slider"
          tabIndex={0}
          aria-label="Events over time"
          aria-describedby={helpId}
          aria-valuemin={1}
          aria-valuemax={BARS}
          aria-valuenow={low + 1}
          aria-valuetext={`${chosen ? spanWordsOf(spanOfBars(range, BARS, low, high), zone) : 'Whole range'}, ${amount(within)} events`}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setDrag(null)}
          onKeyDown={onKeyDown}
          className="relative flex h-16 touch-pan-y items-end gap-px border-b border-control focus-inside select-none"
        >
          {chosen && <Brush low={low} high={high} />}
          {bars.map((bar) => (
            <OneBar
              key={bar.index}
              bar={bar}
              most={most}
              isChosen={chosen !== null && bar.index >= low && bar.index <= high}
              words={barWords(bar, spanWordsOf(spanOfBars(range, BARS, bar.index, bar.index), zone))}
            />
          ))}
        </div>
        <span id={helpId} hidden>
          Left and right choose a part of the range, Shift widens it, Escape shows the whole range again.
        </span>
        <div aria-hidden className="flex justify-between text-meta text-muted tabular-nums">
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <span key={share} className={cx((share === 0.25 || share === 0.75) && 'max-sm:hidden')}>
              {tickWords(range, share, zone)}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
})

function barWords(bar: Bar, when: string): string {
  const parts = bar.parts.map(({ category, count }) => `${categoryName(category)} ${amount(count)}`)
  const critical = bar.critical > 0 ? [`critical ${amount(bar.critical)}`] : []
  return [when, `${amount(bar.count)} events`, ...parts, ...critical].join('\n')
}

function Brush({ low, high }: { low: number; high: number }) {
  return (
    <span
      aria-hidden
      className="absolute inset-y-0 border-x border-accent bg-selection"
      style={{ left: `${(low / BARS) * 100}%`, width: `${((high - low + 1) / BARS) * 100}%` }}
    />
  )
}

/** Lighter from the ground up: categories are told apart by place and shade, and named in words. */
const SHADES = [0.62, 0.45, 0.34, 0.26, 0.2]

function OneBar({
  bar,
  most,
  isChosen,
  words,
}: {
  bar: Bar
  most: number
  isChosen: boolean
  words: string
}) {
  return (
    <span title={words} className="relative flex h-full min-w-0 flex-1 flex-col justify-end">
      {bar.critical > 0 && (
        <span
          aria-hidden
          className="absolute left-1/2 size-1.5 -translate-x-1/2 rotate-45 bg-danger-solid"
          style={{ bottom: `min(calc(100% - 6px), calc(${(bar.count / most) * 100}% + 2px))` }}
        />
      )}
      <span
        className="flex flex-col-reverse"
        style={{ height: `${Math.max(bar.count > 0 ? 2 : 0, (bar.count / most) * 90)}%` }}
      >
        {bar.parts.map(({ category, count }) => (
          <span
            key={category}
            className={isChosen ? 'bg-accent' : 'bg-control'}
            style={{
              flexGrow: count,
              opacity: shadeOf(category, isChosen),
            }}
          />
        ))}
      </span>
    </span>
  )
}

function shadeOf(category: string, isChosen: boolean): number {
  const shade = SHADES[CATEGORIES.findIndex((each) => each === category) % SHADES.length] ?? 1
  return isChosen ? Math.min(1, shade * 1.6) : shade
}
