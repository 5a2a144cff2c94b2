import type { TimeZoneChoice } from '#/domain/time-words'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export const PRESETS = [
  { id: '1h', label: 'Last hour', ms: HOUR },
  { id: '24h', label: 'Last 24 hours', ms: DAY },
  { id: '7d', label: 'Last 7 days', ms: 7 * DAY },
  { id: '30d', label: 'Last 30 days', ms: 30 * DAY },
  { id: '90d', label: 'Last 90 days', ms: 90 * DAY },
  { id: '365d', label: 'Last 365 days', ms: 365 * DAY },
] as const

export type PresetId = (typeof PRESETS)[number]['id']
export const DEFAULT_PRESET: PresetId = '24h'

/** There is no log of such a server that is older: what is asked for before is not looked for, year by year. */
const EARLIEST = Date.UTC(2016, 0, 1)

/** What the server takes at once; longer ranges are read in parts. */
export const SERVER_DAYS = 367

export interface RangeChoice {
  /** A preset, up to now. */
  last?: PresetId | undefined
  /** ISO dates of the URL, UTC; either may be left open. */
  from?: string | undefined
  to?: string | undefined
}

/** The span that is meant, in epoch ms. `now` by the server's clock. A reversed one is turned round, as the server does. */
export function spanOf({ last, from, to }: RangeChoice, now: number): { from: number; to: number } {
  const preset = PRESETS.find(({ id }) => id === (last ?? DEFAULT_PRESET)) ?? PRESETS[1]
  const start = from === undefined ? Number.NaN : Date.parse(from)
  const end = to === undefined ? Number.NaN : Date.parse(to)
  // Until now means: with what comes.
  const until = Number.isNaN(end) ? now + DAY : end
  const since = Number.isNaN(start) ? (Number.isNaN(end) ? now : end) - preset.ms : start
  const [first, second] = since <= until ? [since, until] : [until, since]
  return { from: Math.max(EARLIEST, first), to: Math.max(EARLIEST, second) }
}

export type Moment = { at: number } | { wrong: string }

const FORM = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z)?)?)?$/
const AGO = /^(\d{1,5})([hdw])$/

/**
 * A typed date or time: `2026-10`, `2026-10-01`, `2026-10-01T14:30`, with `Z` for UTC whatever the zone, or `7d` for
 * that long ago. `isEnd`: the last millisecond of what is named. Times that the clocks skip are told, not guessed.
 */
export function momentOf(text: string, zone: TimeZoneChoice, now: number, isEnd: boolean): Moment {
  const ago = AGO.exec(text.trim())
  if (ago) return { at: now - Number(ago[1]) * { h: HOUR, d: DAY, w: 7 * DAY }[ago[2] as 'h' | 'd' | 'w'] }
  const found = FORM.exec(text.trim())
  if (!found)
    return { wrong: 'Write a date like 2026-10-01, a time like 2026-10-01T14:30, or 7d for 7 days ago.' }
  const [, year, month, day, hour, minute, second, isUtc] = found
  const parts: Parts = [
    num(year),
    num(month),
    num(day ?? '1'),
    num(hour ?? '0'),
    num(minute ?? '0'),
    num(second ?? '0'),
  ]
  const effective = isUtc ? 'utc' : zone
  if (!isOnCalendar(parts)) return { wrong: 'There is no such date on the calendar.' }
  const at = epochOf(parts, effective)
  if (effective === 'local' && hour !== undefined && !isSame(parts, at))
    return {
      wrong:
        'That hour does not exist on this day: the clocks go forward. Write another, or a UTC time with Z.',
    }
  if (!isEnd) return { at }
  return { at: epochOf(nextOf(parts, found), effective) - 1 }
}

type Parts = [year: number, month: number, day: number, hour: number, minute: number, second: number]

const num = (text: string | undefined) => Number(text)

function epochOf([year, month, day, hour, minute, second]: Parts, zone: TimeZoneChoice): number {
  if (zone === 'utc') return Date.UTC(year, month - 1, day, hour, minute, second)
  return new Date(year, month - 1, day, hour, minute, second).getTime()
}

/** One more of the smallest unit that was written. */
function nextOf([year, month, day, hour, minute, second]: Parts, found: RegExpExecArray): Parts {
  if (found[3] === undefined) return [year, month + 1, day, hour, minute, second]
  if (found[4] === undefined) return [year, month, day + 1, hour, minute, second]
  return found[6] === undefined
    ? [year, month, day, hour, minute + 1, second]
    : [year, month, day, hour, minute, second + 1]
}

function isOnCalendar([year, month, day, hour, minute, second]: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  )
}

function isSame([, , day, hour, minute]: Parts, at: number): boolean {
  const date = new Date(at)
  return date.getDate() === day && date.getHours() === hour && date.getMinutes() === minute
}

/** As a field for date and time wants it, to the minute: `2026-10-01T14:30`. */
export function fieldText(at: number, zone: TimeZoneChoice): string {
  const date = new Date(zone === 'utc' ? at : at - new Date(at).getTimezoneOffset() * 60_000)
  return date.toISOString().slice(0, 16)
}

/** As the URL has it. */
export const urlMoment = (at: number): string => new Date(at).toISOString()
