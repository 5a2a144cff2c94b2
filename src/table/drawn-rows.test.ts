import { expect, it } from 'vitest'
import { drawnRows } from './drawn-rows'

it('draws all rows of a list that a browser can hold, and says where it cannot', () => {
  expect(drawnRows(1_000_000, 28)).toEqual({ rowCount: 1_000_000, undrawn: null })
  const { rowCount, undrawn } = drawnRows(2_000_000, 28)
  expect(rowCount * 28).toBeLessThan(33_554_428)
  expect(undrawn).toContain('1,178,571 of 2,000,000 rows')
  // Two lines on a phone: fewer fit.
  expect(drawnRows(1_000_000, 56).undrawn).toContain('589,285 of 1,000,000 rows')
})
