import { amount } from '#/lib/amount'
import { stillMissing } from '#/domain/events/fill-moment'
import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import type { EventLoadState, TimeSpan } from '#/session/event-types'

/** "Newest 40 s ago". A clock that is off by a little must not tell of the future. */
export function newestWords(newest: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - newest) / 1000))
  if (seconds < 90) return `Newest ${seconds} s ago`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `Newest ${minutes} min ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `Newest ${hours} h ago` : `Newest ${Math.round(hours / 24)} days ago`
}

/** Which span or moment is missing and why; null where the range is complete. */
export function missingWords(state: EventLoadState, zone: TimeZoneChoice): string | null {
  const [first] = state.missing
  const last = state.missing.at(-1)
  if (first && last)
    return `Not loaded: ${absoluteTime(last.from, zone)} to ${absoluteTime(first.to, zone)}. ${why(state)}`
  const [crowd, ...more] = state.crowded
  if (!crowd) return state.unplaced > 0 ? unplacedWords(state.unplaced) : null
  const others = more.length > 0 ? `, and at ${more.length} other moments` : ''
  if (crowd.filled)
    return `${amount(crowd.known)} events at ${absoluteTime(crowd.at, zone)}${others}, with those of ${amount(crowd.filled.whole)} whole logs of objects and members. Not complete, there may be ${stillMissing(crowd.filled)}.`
  return `${crowd.known} or more events at ${absoluteTime(crowd.at, zone)}${others}: the server gives out 50 of one moment.`
}

/** Whether what is told is of this range: for a moment it may still be of the one before, or of none. */
export const isOfRange = ({ wanted }: EventLoadState, { from }: TimeSpan): boolean =>
  wanted !== null && wanted.from <= from

/** Rows that no place can be told for. */
export function unplacedWords(count: number): string {
  return count === 1
    ? 'One event came without a date and is not shown.'
    : `${amount(count)} events came without a date and are not shown.`
}

function why({ status, fault }: EventLoadState): string {
  if (status === 'stopped') return 'Loading was stopped.'
  if (fault?.kind === 'repeats') return 'The server gives the same page again and again.'
  if (fault?.kind === 'request') return fault.message
  return ''
}
