/**
 * Seconds to wait, from `Retry-After` as whole seconds or as an HTTP date; undefined where there is none. A date
 * is measured against the answer's own `Date`, so that a wrong machine clock changes nothing.
 */
export function parseRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('Retry-After')?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value)
  const until = Date.parse(value)
  if (Number.isNaN(until)) return undefined
  const sent = Date.parse(headers.get('Date') ?? '')
  return Math.max(0, Math.ceil((until - (Number.isNaN(sent) ? now : sent)) / 1000))
}
