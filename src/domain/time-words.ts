const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30.44 * DAY
const YEAR = 365.25 * DAY

/** How dates are shown: in UTC, or in the zone of this machine. */
export type TimeZoneChoice = 'utc' | 'local'

// Own names: browsers differ in "Sep" and "Sept".
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "17 Jul 2026, 09:12 UTC". `at` in epoch milliseconds. */
export function absoluteTime(at: number, choice: TimeZoneChoice = 'utc'): string {
  const { day, hour, minute, zone } = partsOf(at, choice)
  return `${day}, ${hour}:${minute} ${zone}`
}

/** "17 Jul 2026". `at` in epoch milliseconds. */
export function dayOf(at: number, choice: TimeZoneChoice = 'utc'): string {
  return partsOf(at, choice).day
}

/** "14:31:52 UTC". `at` in epoch milliseconds. */
export function clockTime(at: number, choice: TimeZoneChoice = 'utc'): string {
  const { hour, minute, second, zone } = partsOf(at, choice)
  return `${hour}:${minute}:${second} ${zone}`
}

const formats = new Map<TimeZoneChoice, Intl.DateTimeFormat>()

// Making a format costs more than using it, and a list asks for one a row.
function formatOf(choice: TimeZoneChoice): Intl.DateTimeFormat {
  const known = formats.get(choice)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(choice === 'utc' && { timeZone: 'UTC' }),
  })
  formats.set(choice, format)
  return format
}

type TimeParts = ReturnType<typeof readParts>

const AT_MOST = 500
const read = { utc: new Map<number, TimeParts>(), local: new Map<number, TimeParts>() }

/** A list asks for the same few moments again with each key that is typed above it. */
function partsOf(at: number, choice: TimeZoneChoice): TimeParts {
  const known = read[choice].get(at)
  if (known) return known
  if (read[choice].size >= AT_MOST) read[choice].clear()
  const parts = readParts(at, choice)
  read[choice].set(at, parts)
  return parts
}

function readParts(at: number, choice: TimeZoneChoice) {
  const parts = formatOf(choice).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${Number(part('day'))} ${MONTHS[Number(part('month')) - 1] ?? ''} ${part('year')}`,
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    zone: part('timeZoneName'),
  }
}

/**
 * A span in its largest sensible unit: "just now", "5 min", "3 h", "12 days", "2 months", "3 years". Milliseconds;
 * negative spans (a clock that is off) count as none.
 */
export function spanWords(ms: number): string {
  if (ms < MINUTE) return 'just now'
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`
  if (ms < 2 * MONTH) return plural(Math.floor(ms / DAY), 'day')
  if (ms < 2 * YEAR) return plural(Math.floor(ms / MONTH), 'month')
  return plural(Math.floor(ms / YEAR), 'year')
}

/** "3 h ago", and "just now" as it is. */
export function agoWords(ms: number): string {
  return ms < MINUTE ? spanWords(ms) : `${spanWords(ms)} ago`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
