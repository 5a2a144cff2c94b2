import { dayOf, type TimeZoneChoice } from '#/domain/time-words'

/** Ends of an axis of time at days or months, at most seven; epoch ms. */
export function monthsBetween(
  from: number,
  to: number,
  timeZone: TimeZoneChoice,
): { at: number; label: string }[] {
  const step = (to - from) / 6
  const hasYears = to - from > 300 * 86_400_000
  return Array.from({ length: 6 }, (_, i) => {
    const at = from + i * step
    const [day = '', month = '', year = ''] = dayOf(at, timeZone).split(' ')
    return { at, label: hasYears ? `${month} ${year}` : `${day} ${month}` }
  })
}
