import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NONE, READ, READ_WRITE } from './facts'
import { mergeGrants } from './merge'

const row = (id: string, right: number) => ({ id, right })

describe('mergeGrants', () => {
  test('keeps what somebody else changed elsewhere', () => {
    const merged = mergeGrants(
      [row('a', READ), row('b', READ)],
      [row('a', READ_WRITE), row('b', READ)],
      [row('a', READ), row('c', READ)],
    )
    expect([...merged.result]).toEqual([
      ['a', READ_WRITE],
      ['c', READ],
    ])
    expect(merged).toMatchObject({ conflicts: [], others: ['b', 'c'], changed: ['a'] })
  })

  test('tells when both touched the same grantee', () => {
    const merged = mergeGrants([row('a', READ)], [], [row('a', READ_WRITE)])
    expect(merged.conflicts).toEqual(['a'])
  })

  test('finds no conflict where both did the same', () => {
    expect(mergeGrants([row('a', READ)], [], [])).toMatchObject({ conflicts: [], changed: [] })
  })

  test('never changes a grantee that this person did not touch', () => {
    const list = fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(READ, READ_WRITE)),
      {
        selector: ([id]) => id,
      },
    )
    const rows = (pairs: [string, number][]) => pairs.map(([id, right]) => row(id, right))
    fc.assert(
      fc.property(list, list, list, (base, wanted, now) => {
        const { result } = mergeGrants(rows(base), rows(wanted), rows(now))
        const at = (pairs: [string, number][], id: string) => new Map(pairs).get(id) ?? NONE
        for (const id of ['a', 'b', 'c', 'd']) {
          const touched = at(base, id) !== at(wanted, id)
          expect(result.get(id) ?? NONE).toBe(at(touched ? wanted : now, id))
        }
      }),
    )
  })
})
