import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseExpiry } from './expiry-choice'
import { measureTokenName } from './token-name'

const NOW = Date.UTC(2026, 8, 16, 10, 30)
const DAY = 86_400_000
const sentenceOf = (typed: string) => {
  const chosen = chooseExpiry('date', typed, NOW, 'utc')
  return chosen.ok ? new Date(chosen.expiresAt ?? 0).toISOString() : chosen.sentence
}

it('counts days from the server’s clock', () => {
  expect(chooseExpiry('90', '', NOW, 'utc')).toEqual({ ok: true, expiresAt: NOW + 90 * DAY })
  expect(chooseExpiry('never', '', NOW, 'utc')).toEqual({ ok: true, expiresAt: null })
})

it('reads a day, a minute, and UTC that is named', () => {
  expect(sentenceOf('2026-12-01')).toBe('2026-12-01T00:00:00.000Z')
  expect(sentenceOf(' 2026-12-01 09:30 ')).toBe('2026-12-01T09:30:00.000Z')
  expect(sentenceOf('2026-12-01T09:30Z')).toBe('2026-12-01T09:30:00.000Z')
})

it('refuses the past, other zones and days that do not exist, in words', () => {
  expect(sentenceOf('2026-09-16 10:30')).toMatch(/^That is in the past: 16 Sep 2026, 10:30 UTC\./)
  expect(sentenceOf('2026-12-01T00:30+02:00')).toBe(
    'Leave “+02:00” out: dates are read in UTC here. What you typed is 30 Nov 2026, 22:30 UTC.',
  )
  expect(sentenceOf('2026-12-01 09:30 CET')).toMatch(/^Leave “CET” out/)
  expect(sentenceOf('2026-02-30')).toMatch(/^There is no such moment/)
  expect(sentenceOf('2027-01-01 25:00')).toMatch(/^There is no such moment/)
  expect(sentenceOf('tomorrow')).toMatch(/^Type a date/)
})

it('reads every minute to come as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (minutes) => {
      const at = NOW + minutes * 60_000
      const typed = new Date(at).toISOString().slice(0, 16)
      expect(chooseExpiry('date', typed, NOW, 'utc')).toEqual({ ok: true, expiresAt: at })
    }),
  )
})

it('measures names of tokens in bytes', () => {
  expect(measureTokenName('a'.repeat(95)).sentence).toBeNull()
  expect(measureTokenName('a'.repeat(96)).sentence).toMatch(/^Shorten it by 1 byte:/)
  expect(measureTokenName('🔑'.repeat(200)).sentence).toMatch(/^Shorten it by 705 bytes:/)
})
