import { absoluteTime } from './time-words'
import type { TimeZoneChoice } from './time-words'

const DAY = 24 * 3_600_000

/** What can be chosen for a new token; `date` goes with a text that a person typed. */
export type ExpiryChoice = '7' | '30' | '60' | '90' | '365' | 'date' | 'never'

export type ChosenExpiry = { ok: true; expiresAt: number | null } | { ok: false; sentence: string }

/**
 * The end of a new token, in epoch ms. `typed` is "2026-12-01" or "2026-12-01 09:30", in the zone that dates are
 * shown in; a date alone is its first minute. `now` is the server's clock. Refusals are sentences for the field.
 */
export function chooseExpiry(
  choice: ExpiryChoice,
  typed: string,
  now: number,
  zone: TimeZoneChoice,
): ChosenExpiry {
  if (choice === 'never') return { ok: true, expiresAt: null }
  if (choice !== 'date') return { ok: true, expiresAt: now + Number(choice) * DAY }
  const read = readDate(typed.trim(), zone)
  if (!read.ok) return read
  return read.expiresAt > now
    ? read
    : {
        ok: false,
        sentence: `That is in the past: ${absoluteTime(read.expiresAt, zone)}. It is ${absoluteTime(now, zone)} at the server.`,
      }
}

const FORM = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(.*)$/

function readDate(
  text: string,
  zone: TimeZoneChoice,
): { ok: true; expiresAt: number } | { ok: false; sentence: string } {
  const parts = FORM.exec(text)
  if (!parts) {
    return { ok: false, sentence: 'Type a date like 2026-12-01, or 2026-12-01 09:30.' }
  }
  const rest = (parts[7] ?? '').trim()
  const isUtc = /^(?:z|utc|gmt)$/i.test(rest)
  if (rest !== '' && !(isUtc && zone === 'utc')) return { ok: false, sentence: foreignZone(rest, text, zone) }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const fields = [year, month - 1, day, hour, minute, second] as const
  const at = zone === 'utc' ? Date.UTC(...fields) : new Date(...fields).getTime()
  // February 30, 25 o'clock, and the hour that is skipped in spring come out as another moment.
  const back = new Date(at)
  const said =
    zone === 'utc'
      ? [back.getUTCMonth(), back.getUTCDate(), back.getUTCHours(), back.getUTCMinutes()]
      : [back.getMonth(), back.getDate(), back.getHours(), back.getMinutes()]
  const isReal = Number.isFinite(at) && [month - 1, day, hour, minute].every((part, i) => part === said[i])
  return isReal
    ? { ok: true, expiresAt: at }
    : { ok: false, sentence: `There is no such moment as ${parts[0].trim()}. Check day and time.` }
}

function foreignZone(rest: string, text: string, zone: TimeZoneChoice): string {
  const shown = zone === 'utc' ? 'UTC' : 'the time zone of this machine'
  const at = Date.parse(text)
  const meant = Number.isNaN(at) ? '' : ` What you typed is ${absoluteTime(at, zone)}.`
  return `Leave “${rest}” out: dates are read in ${shown} here.${meant}`
}
