import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gapsOf, withSpan } from './spans'

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([from, length]) => ({ from, to: from + length }))
const points = (spans: readonly { from: number; to: number }[]) =>
  new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)))

it('covered spans and gaps share nothing, and make the whole', () => {
  fc.assert(
    fc.property(fc.array(span), span, (added, wanted) => {
      const covered = added.reduce<{ from: number; to: number }[]>((all, one) => withSpan(all, one), [])
      expect(points(covered)).toEqual(points(covered.concat(added)))
      const gaps = points(gapsOf(wanted, covered))
      const all = points(covered)
      for (const point of points([wanted])) expect(gaps.has(point)).toBe(!all.has(point))
      expect([...gaps].every((point) => point >= wanted.from && point <= wanted.to)).toBe(true)
      // Those that touch are one.
      covered.forEach((one, at) => expect(one.from - 1).toBeGreaterThan(covered[at + 1]?.to ?? -Infinity))
    }),
  )
})
