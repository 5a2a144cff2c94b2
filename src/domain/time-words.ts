const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30.44 * DAY
const YEAR = 365.25 * DAY

/** How dates are shown: in UTC, or in the zone of this machine. */
export type TimeZoneChoice = 'utc' | 'local'

const zone = (choice: TimeZoneChoice) => (choice === 'utc' ? { timeZone: 'UTC' } : {})
const zoneName = (choice: TimeZoneChoice, at: number) => {
  if (choice === 'utc') return 'UTC'
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}

/** "17 Jul 2026, 09:12 UTC". `at` in epoch milliseconds. */
export function absoluteTime(at: number, choice: TimeZoneChoice = 'utc'): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...zone(choice),
  })
  return `${format.format(at)} ${zoneName(choice, at)}`
}

/** "17 Jul 2026". `at` in epoch milliseconds. */
export function dayOf(at: number, choice: TimeZoneChoice = 'utc'): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...zone(choice),
  }).format(at)
}

/** "14:31:52 UTC". `at` in epoch milliseconds. */
export function clockTime(at: number, choice: TimeZoneChoice = 'utc'): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...zone(choice),
  })
  return `${format.format(at)} ${zoneName(choice, at)}`
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

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
