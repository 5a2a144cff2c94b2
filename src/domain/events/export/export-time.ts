import type { TimeZoneChoice } from '#/domain/time-words'

const two = (n: number) => (n < 10 ? `0${n}` : String(n))

/**
 * `2026-11-23 10:15:27 +01:00`, of a date as the log writes it and its epoch ms. Cheaper by far than a formatter, as a
 * million are written.
 */
export function stampOf(date: string, at: number, zone: TimeZoneChoice): string {
  const offset = zone === 'utc' ? 0 : -new Date(at).getTimezoneOffset()
  if (offset === 0) return `${date.slice(0, 10)} ${date.slice(11, 19)} +00:00`
  const shifted = new Date(at + offset * 60_000).toISOString()
  const sign = offset < 0 ? '-' : '+'
  const minutes = Math.abs(offset)
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} ${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
