import { clockTime, dayOf, type TimeZoneChoice } from '#/domain/time-words'

/** "14:31:52", or "27 Aug 14:31:52" where days matter; the zone stands over the table. */
export function rowTime(at: number, zone: TimeZoneChoice, hasDay: boolean): string {
  const clock = clockTime(at, zone).slice(0, 8)
  return hasDay ? `${dayOf(at, zone).replace(/ \d{4}$/, '')} ${clock}` : clock
}
