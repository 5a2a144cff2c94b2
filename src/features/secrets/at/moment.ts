import type { TimeZoneChoice } from '#/domain/time-words'

const pad = (n: number) => String(n).padStart(2, '0')

/** What a `datetime-local` field gives, in the zone that was chosen, as it stands in the URL; null for none. */
export function momentOf(typed: string, zone: TimeZoneChoice): string | null {
  const time = Date.parse(zone === 'utc' ? `${typed}Z` : typed)
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 16)}Z`
}

/** The way back: what the field shows of a moment. */
export function typedOf(moment: string | undefined, zone: TimeZoneChoice): string {
  if (!moment) return ''
  if (zone === 'utc') return moment.slice(0, 16)
  const at = new Date(moment)
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}
