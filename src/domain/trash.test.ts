import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysLeftWords, trashDaysLeft } from './trash'

const DAY = 86_400_000

describe('days left in the trash', () => {
  it('counts 30 minus the age', () => {
    expect(trashDaysLeft(0, 0)).toBe(30)
    expect(trashDaysLeft(0, DAY - 1)).toBe(30)
    expect(trashDaysLeft(0, 29.5 * DAY)).toBe(1)
  })

  it('is the last night when 30 days are over', () => {
    expect(trashDaysLeft(0, 30 * DAY)).toBe(0)
    expect([0, 1, 2].map(daysLeftWords)).toEqual(['Tonight', '1 day', '2 days'])
  })

  it('never leaves its scale, whatever the clocks say, and never grows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.nat(), (deleted, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((at) => trashDaysLeft(deleted, at))
        expect(first).toBeLessThanOrEqual(30)
        expect(second).toBeGreaterThanOrEqual(0)
        expect(second).toBeLessThanOrEqual(first ?? 0)
      }),
    )
  })
})
