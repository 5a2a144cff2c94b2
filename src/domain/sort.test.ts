import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, orderByName, orderByNumber, orderByRank, reversed } from './sort'

describe('orderByName', () => {
  const order = (names: (string | null)[]) => [...orderByName(names.length, (row) => names[row] ?? null)]

  it('counts numbers, ignores case, puts what cannot be read last', () => {
    expect(order(['KEY_10', null, 'key_9', 'Éa', 'EB', 'key_9'])).toEqual([3, 4, 2, 5, 0, 1])
  })

  it('is an order of all rows, in which nothing stands before what sorts before it', () => {
    const names = fc.array(fc.option(fc.string({ maxLength: 4 })), { maxLength: 20 })
    fc.assert(
      fc.property(names, (list) => {
        const rows = order(list)
        expect(rows.toSorted((a, b) => a - b)).toEqual([...list.keys()])
        for (const [i, row] of rows.entries()) {
          const next = rows[i + 1]
          if (next === undefined) continue
          const [one, other] = [list[row] ?? null, list[next] ?? null]
          if (one === null) expect(other).toBeNull()
          else if (other !== null) {
            const way = compareNames(one, other)
            expect(way < 0 || (way === 0 && row < next)).toBe(true)
          }
        }
      }),
      { seed: 12 },
    )
  })
})

describe('orders by number', () => {
  const numbers = fc.array(fc.nat(5), { maxLength: 20 })
  const expected = (list: number[]) =>
    [...list.keys()].toSorted((a, b) => (list[a] ?? 0) - (list[b] ?? 0) || a - b)

  it('keep equal rows in their place', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        expect([...orderByNumber(Float64Array.from(list))]).toEqual(expected(list))
        expect([...orderByNumber(Float64Array.from(list.toSorted((a, b) => a - b)))]).toEqual([
          ...list.keys(),
        ])
        const within = Uint32Array.from(list.keys())
        expect([...orderByRank((row) => list[row] ?? 0, 6, within)]).toEqual(expected(list))
      }),
      { seed: 13 },
    )
  })

  it('keep the order of those of one rank', () => {
    expect([...orderByRank((row) => row % 2, 2, Uint32Array.of(3, 2, 1, 0))]).toEqual([2, 0, 3, 1])
  })

  it('turn around but for the tail', () => {
    expect([...reversed(Uint32Array.of(4, 2, 0, 1, 3), 2)]).toEqual([0, 2, 4, 1, 3])
  })
})
