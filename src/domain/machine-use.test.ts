import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastRead, usedFrom } from './machine-use'

const act = (at: number, address: string | null, type = 2100) => ({ at, address, type })

it('gathers addresses, the latest first, those that were not noted too', () => {
  const acts = [act(9, '10.0.0.1'), act(7, null), act(5, '10.0.0.1'), act(4, '10.0.0.2')]
  expect(usedFrom(acts)).toEqual([
    { address: '10.0.0.1', last: 9, count: 2 },
    { address: null, last: 7, count: 1 },
    { address: '10.0.0.2', last: 4, count: 1 },
  ])
})

it('takes reads alone for reads', () => {
  expect(lastRead([act(9, null, 2102), act(7, null), act(5, null)])).toBe(7)
  expect(lastRead([act(9, null, 2201)])).toBeNull()
})

it('counts every act once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(1000), fc.constantFrom('a', 'b', null)).map(([at, from]) => act(at, from))),
      (acts) => {
        const groups = usedFrom(acts)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(acts.length)
        expect(new Set(groups.map(({ address }) => address)).size).toBe(groups.length)
      },
    ),
  )
})
