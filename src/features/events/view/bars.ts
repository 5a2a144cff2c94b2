import { CATEGORIES } from '#/domain/events/scan'
import type { EventAnswer, TimeSpan } from '#/session/event-types'

export interface Bar {
  index: number
  count: number
  critical: number
  /** From the ground up, without those that have none. */
  parts: { category: string; count: number }[]
}

/** The histogram of an answer, bar by bar from the oldest. */
export function barsOf({ bars, critical }: Pick<EventAnswer, 'bars' | 'critical'>): Bar[] {
  const width = CATEGORIES.length
  return Array.from({ length: critical.length }, (_, index) => {
    const parts = CATEGORIES.map((category, at) => ({ category, count: bars[index * width + at] ?? 0 }))
    return {
      index,
      count: parts.reduce((sum, { count }) => sum + count, 0),
      critical: critical[index] ?? 0,
      parts: parts.filter(({ count }) => count > 0),
    }
  })
}

/** The span of some bars, the last one included; ends are those of whole milliseconds. */
export function spanOfBars(range: TimeSpan, count: number, first: number, last: number): TimeSpan {
  const width = (range.to - range.from + 1) / count
  const [from, to] = [Math.min(first, last), Math.max(first, last)]
  return {
    from: Math.ceil(range.from + from * width),
    to: Math.min(range.to, Math.ceil(range.from + (to + 1) * width) - 1),
  }
}

/** Which bars a span covers; null where it lies outside. */
export function barsOfSpan(
  range: TimeSpan,
  count: number,
  span: TimeSpan,
): { first: number; last: number } | null {
  if (span.to < range.from || span.from > range.to) return null
  const width = (range.to - range.from + 1) / count
  const at = (moment: number) => Math.min(count - 1, Math.max(0, Math.floor((moment - range.from) / width)))
  return { first: at(span.from), last: at(span.to) }
}

/** By a key: the arrows move by a bar, with Shift they widen or narrow; null: not a key of this. */
export function movedBars(
  key: string,
  isWidening: boolean,
  now: { first: number; last: number } | null,
  count: number,
): { first: number; last: number } | null {
  const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  if (by === 0) return null
  if (!now) return { first: count - 1, last: count - 1 }
  if (isWidening) return { first: now.first, last: Math.max(now.first, Math.min(count - 1, now.last + by)) }
  const first = Math.max(0, Math.min(count - 1 - (now.last - now.first), now.first + by))
  return { first, last: first + now.last - now.first }
}
