import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CATEGORIES } from '#/domain/events/scan'
import { barsOf, barsOfSpan, movedBars, spanOfBars } from './bars'

it('stacks what is there by category', () => {
  const bars = new Uint32Array(2 * CATEGORIES.length)
  bars[0] = 3
  bars[CATEGORIES.length + 1] = 2
  const [first, second] = barsOf({ bars, critical: Uint32Array.of(0, 1) })
  expect(first).toEqual({ index: 0, count: 3, critical: 0, parts: [{ category: 'secret', count: 3 }] })
  expect(second).toMatchObject({ count: 2, critical: 1, parts: [{ category: 'project', count: 2 }] })
})

it('bars and their spans lead to each other, and leave nothing between them', () => {
  fc.assert(
    fc.property(
      fc.nat(1e6),
      fc.integer({ min: 1_000, max: 1e9 }),
      fc.nat(47),
      fc.nat(47),
      (from, length, a, b) => {
        const range = { from, to: from + length }
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        expect(barsOfSpan(range, 48, spanOfBars(range, 48, a, b))).toEqual({ first, last })
        if (last < 47) {
          expect(spanOfBars(range, 48, last + 1, last + 1).from).toBe(
            spanOfBars(range, 48, first, last).to + 1,
          )
        }
      },
    ),
  )
})

it('moves by a bar, widens with Shift, and stays on the scale', () => {
  expect(movedBars('ArrowLeft', false, null, 48)).toEqual({ first: 47, last: 47 })
  expect(movedBars('ArrowLeft', false, { first: 4, last: 9 }, 48)).toEqual({ first: 3, last: 8 })
  expect(movedBars('ArrowRight', false, { first: 44, last: 47 }, 48)).toEqual({ first: 44, last: 47 })
  expect(movedBars('ArrowRight', true, { first: 4, last: 4 }, 48)).toEqual({ first: 4, last: 5 })
  expect(movedBars('ArrowLeft', true, { first: 4, last: 4 }, 48)).toEqual({ first: 4, last: 4 })
  expect(movedBars('Enter', false, null, 48)).toBeNull()
})
