import { clockTime, dayOf, type TimeZoneChoice } from '#/domain/time-words'
import type { TimeSpan } from '#/session/event-types'

const DAY = 86_400_000

const short = (at: number, zone: TimeZoneChoice) => dayOf(at, zone).replace(/ \d{4}$/, '')
const clock = (at: number, zone: TimeZoneChoice) => clockTime(at, zone).slice(0, 5)

/** "12:30 to 14:32", with the days where they differ or are not today's range. */
export function spanWordsOf({ from, to }: TimeSpan, zone: TimeZoneChoice): string {
  const days = [short(from, zone), short(to, zone)]
  const times = [clock(from, zone), clock(to + 1, zone)]
  if (days[0] === days[1] || to - from < DAY) return `${days[0]} ${times[0]} to ${times[1]}`
  return `${days[0]} ${times[0]} to ${days[1]} ${times[1]}`
}

/** Under the histogram: the time within a day or two, else the day; the first with its day. */
export function tickWords(range: TimeSpan, share: number, zone: TimeZoneChoice): string {
  const at = range.from + (range.to - range.from) * share
  if (range.to - range.from > 3 * DAY) return short(at, zone)
  return share === 0 ? `${short(at, zone)} ${clock(at, zone)}` : clock(at, zone)
}
