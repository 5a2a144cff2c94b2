import { expect, it } from 'vitest'
import { drawnRows, undrawnWords } from './drawn-rows'

it('draws all rows of a list that a browser can hold, and says where it cannot', () => {
  expect(drawnRows(1_000_000, 28)).toBe(1_000_000)
  expect(undrawnWords(1_000_000, 28)).toBeNull()
  expect(drawnRows(2_000_000, 28) * 28).toBeLessThan(33_554_428)
  expect(undrawnWords(2_000_000, 28)).toContain('1,178,571 of 2,000,000 rows')
  // Two lines on a phone: fewer fit.
  expect(undrawnWords(1_000_000, 56)).toContain('589,285 of 1,000,000 rows')
})
