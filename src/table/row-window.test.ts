import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowOf } from './row-window'

const place = fc.record({
  rowCount: fc.integer({ min: 0, max: 1_000_000 }),
  rowHeight: fc.constantFrom(28, 36, 44, 56),
  room: fc.integer({ min: -40, max: 2_000 }),
  top: fc.integer({ min: 0, max: 33_000_000 }),
  isMoving: fc.boolean(),
})

describe('the window of rows', () => {
  it('holds every row in view, only rows that there are, and few besides', () => {
    fc.assert(
      fc.property(place, ({ top, ...at }) => {
        const { first, last } = windowOf({ ...at, topRow: Math.floor(top / at.rowHeight) })
        const seen = Math.max(0, at.room)
        const end = at.rowCount * at.rowHeight
        const shown = Math.max(0, Math.min(top, end - seen))
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeLessThan(at.rowCount)
        expect(last - first + 1).toBeLessThanOrEqual(Math.ceil(seen / at.rowHeight) + 1 + 16)
        for (const px of seen > 0 ? [shown, shown + seen - 1] : []) {
          if (px >= end) continue
          expect(Math.floor(px / at.rowHeight)).toBeGreaterThanOrEqual(first)
          expect(Math.floor(px / at.rowHeight)).toBeLessThanOrEqual(last)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('draws more beside it in a long list that is moved', () => {
    const long = { rowCount: 5_000, rowHeight: 36, room: 360, topRow: 100 }
    expect(windowOf({ ...long, isMoving: false })).toEqual({ first: 98, last: 112 })
    expect(windowOf({ ...long, isMoving: true })).toEqual({ first: 92, last: 118 })
    expect(windowOf({ ...long, rowCount: 200, isMoving: false })).toEqual({ first: 92, last: 118 })
  })

  it('comes back to what there is when the list becomes shorter', () => {
    const short = { rowHeight: 36, room: 360, topRow: 2_500, isMoving: false }
    expect(windowOf({ ...short, rowCount: 12 })).toEqual({ first: 0, last: 11 })
    expect(windowOf({ ...short, rowCount: 0 })).toEqual({ first: 0, last: -1 })
  })
})
