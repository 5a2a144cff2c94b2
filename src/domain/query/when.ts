const HOUR = 3_600_000
const DAY = 24 * HOUR
const units: Record<string, number> = { h: HOUR, d: DAY, w: 7 * DAY, m: 30 * DAY, y: 365 * DAY }

const AGE = /^(<=?|>=?)(\d{1,5})([hdwmy])$/
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export const isAge = (text: string): boolean => AGE.test(text)

/** Whether something of this age in ms is meant by `>90d` or `<7d`. A month counts 30 days, a year 365. */
export function ageTest(text: string): (age: number) => boolean {
  const [, sign = '', amount = '', unit = ''] = AGE.exec(text) ?? []
  const limit = Number(amount) * (units[unit] ?? Number.NaN)
  if (sign === '>') return (age) => age > limit
  if (sign === '>=') return (age) => age >= limit
  if (sign === '<') return (age) => age < limit
  return (age) => age <= limit
}

export interface Span {
  /** Epoch ms, both: the first moment that is meant, and the first that is no longer. */
  from: number
  to: number
}

/** A year, month or day as a span of the clock that the console shows; null for what is no date. */
function dateSpan(text: string, isLocal: boolean): Span | null {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined) return null
  const y = Number(year)
  const m = month === undefined ? 0 : Number(month) - 1
  const d = day === undefined ? 1 : Number(day)
  if (new Date(Date.UTC(y, m, d)).toISOString().slice(0, text.length) !== text) return null
  const at = (a: number, b: number, c: number) => (isLocal ? new Date(a, b, c).getTime() : Date.UTC(a, b, c))
  if (day !== undefined) return { from: at(y, m, d), to: at(y, m, d + 1) }
  return month === undefined
    ? { from: at(y, 0, 1), to: at(y + 1, 0, 1) }
    : { from: at(y, m, 1), to: at(y, m + 1, 1) }
}

/** `2026-08`, `2026-08-01..2026-08-27` (both days meant), `2026-08-01..`, `..2026`, `>2026-08-01`, `<2026`; null for anything else. */
export function changedSpan(text: string, isLocal: boolean): Span | null {
  const compared = /^([<>]=?)(.+)$/.exec(text)
  if (compared) {
    const span = dateSpan(compared[2] ?? '', isLocal)
    if (!span) return null
    if (compared[1] === '>') return { from: span.to, to: Number.POSITIVE_INFINITY }
    if (compared[1] === '>=') return { from: span.from, to: Number.POSITIVE_INFINITY }
    return { from: Number.NEGATIVE_INFINITY, to: compared[1] === '<' ? span.from : span.to }
  }
  const [first = '', last, more] = text.split('..')
  if (last === undefined) return dateSpan(text, isLocal)
  if (more !== undefined || (first === '' && last === '')) return null
  const from = first === '' ? { from: Number.NEGATIVE_INFINITY } : dateSpan(first, isLocal)
  const to = last === '' ? { to: Number.POSITIVE_INFINITY } : dateSpan(last, isLocal)
  return from && to && from.from < to.to ? { from: from.from, to: to.to } : null
}

export const isChanged = (text: string): boolean => changedSpan(text, false) !== null
