import { describe, expect, it } from 'vitest'
import { absoluteTime, clockTime, dayOf, spanWords } from './time-words'

const at = Date.UTC(2026, 6, 17, 9, 12, 5)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('dates in words', () => {
  it('carry their zone', () => {
    expect(absoluteTime(at)).toBe('17 Jul 2026, 09:12 UTC')
    expect(dayOf(at)).toBe('17 Jul 2026')
    expect(clockTime(at)).toBe('09:12:05 UTC')
    expect(absoluteTime(at, 'local')).toMatch(/^1[678] Jul 2026, \d\d:\d\d \S+$/)
  })

  it('write midnight as 00:00 and every month with three letters', () => {
    expect(absoluteTime(Date.UTC(2026, 0, 1))).toBe('1 Jan 2026, 00:00 UTC')
    expect(dayOf(Date.UTC(2026, 8, 3))).toBe('3 Sep 2026')
  })
})

describe('spanWords', () => {
  it.each([
    [-5 * MINUTE, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 min'],
    [59 * MINUTE, '59 min'],
    [60 * MINUTE, '1 h'],
    [DAY - 1, '23 h'],
    [DAY, '1 day'],
    [44 * DAY, '44 days'],
    [61 * DAY, '2 months'],
    [240 * DAY, '7 months'],
    [800 * DAY, '2 years'],
  ])('%d ms', (ms, words) => {
    expect(spanWords(ms)).toBe(words)
  })
})
