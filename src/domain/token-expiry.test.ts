import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareEnds, expiryKind, expiryWords, isLive, summariseTokens } from './token-expiry'

const NOW = Date.UTC(2026, 8, 16, 10, 30)
const DAY = 86_400_000

it('tells how near the end is, by the marks of the track', () => {
  const kinds = [-1, 0, 3, 3.01, 14, 14.01, 90, 90.01].map((days) => expiryKind(NOW + days * DAY, NOW))
  expect(kinds).toEqual([
    'expired',
    'expired',
    'within-3',
    'within-14',
    'within-14',
    'later',
    'later',
    'past-scale',
  ])
  expect(expiryKind(null, NOW)).toBe('never')
})

it('says the end in its largest unit', () => {
  const words = [NOW + 9 * DAY, NOW + DAY, NOW + 5 * 3_600_000, NOW + 1000, NOW - 40 * DAY, null]
  expect(words.map((at) => expiryWords(at, NOW))).toEqual([
    '9 days',
    '1 day',
    '5 h',
    '1 min',
    '40 days ago',
    'Never',
  ])
})

it('sums up what is live, and which end comes first', () => {
  const tokens = [NOW + DAY, NOW + 9 * DAY, NOW - DAY, null].map((expiresAt) => ({ expiresAt }))
  expect(summariseTokens(tokens, NOW)).toEqual({ live: 3, expired: 1, next: NOW + DAY, hasEndless: true })
  expect(summariseTokens([{ expiresAt: null }], NOW).next).toBeNull()
  expect(summariseTokens([{ expiresAt: NOW - 1 }], NOW)).toMatchObject({ live: 0, next: undefined })
})

it('counts a token as live exactly while its kind is not expired', () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: -4e11, max: 4e11 })), (left) => {
      const at = left === null ? null : NOW + left
      expect(isLive(at, NOW)).toBe(expiryKind(at, NOW) !== 'expired')
    }),
  )
})

it('orders dates, then never, then none', () => {
  expect([undefined, null, NOW + DAY, NOW].toSorted(compareEnds)).toEqual([NOW, NOW + DAY, null, undefined])
  expect(([undefined, null, 5] as const).toSorted((a, b) => compareEnds(a, b))[0]).toBe(5)
})
