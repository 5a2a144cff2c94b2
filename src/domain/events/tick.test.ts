import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, lastTickOfMs, msOf, tickOf, tickOfMs, tokenOf } from './tick'

it.each([
  '2026-08-20T09:15:27.1266667Z',
  '2026-08-20T09:15:20Z',
  '1991-06-22T00:00:00.0000001Z',
  '2048-01-01T00:00:00.1Z',
])('keeps %s to its last digit', (date) => expect(dateOf(tickOf(date))).toBe(date))

it('is later where the date is later, and ends a millisecond before the next one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 800e9, max: 2200e9 }), fc.integer({ min: 0, max: 9999 }), (ms, below) => {
      const tick = tickOfMs(ms) + below
      expect(tickOf(dateOf(tick))).toBe(tick)
      expect(msOf(tick)).toBe(ms)
      expect(lastTickOfMs(ms) + 1).toBe(tickOfMs(ms + 1))
    }),
  )
})

// Worked example of event-log.md §9 for the form of the token.
it('writes the token of SQL servers', () => {
  const ms = Date.parse('2026-08-20T09:15:27.126Z')
  const expected = String((BigInt(ms) * 10_000n + 621_355_968_000_000_000n + 6667n) | (1n << 62n))
  expect(tokenOf(tickOf('2026-08-20T09:15:27.1266667Z'))).toBe(expected)
})
