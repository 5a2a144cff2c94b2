import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from './retry-after'

const at = (retryAfter: string, date?: string) =>
  new Headers({ 'Retry-After': retryAfter, ...(date && { Date: date }) })

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-08-20T10:00:00Z')

  it('reads seconds', () => {
    expect(parseRetryAfter(at('37'), now)).toBe(37)
  })

  it('measures a date against the server’s own clock, not this machine’s', () => {
    const tenMinutesOff = at('Thu, 20 Aug 2026 10:10:30 GMT', 'Thu, 20 Aug 2026 10:10:00 GMT')
    expect(parseRetryAfter(tenMinutesOff, now)).toBe(30)
  })

  it('falls back to this machine’s clock, and never waits backwards', () => {
    expect(parseRetryAfter(at('Thu, 20 Aug 2026 10:00:01 GMT'), now)).toBe(1)
    expect(parseRetryAfter(at('Thu, 20 Aug 2026 09:00:00 GMT'), now)).toBe(0)
  })

  it('ignores what it cannot read', () => {
    expect(parseRetryAfter(at('soon'), now)).toBeUndefined()
    expect(parseRetryAfter(new Headers(), now)).toBeUndefined()
  })
})
