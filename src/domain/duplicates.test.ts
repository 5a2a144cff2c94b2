import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateNames } from './duplicates'

describe('duplicateNames', () => {
  it('marks every row whose exact name another row has, and none that cannot be read', () => {
    const name = fc.option(fc.constantFrom('A', 'a', 'A ', 'B', ''), { freq: 4 })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const marks = duplicateNames(names.length, (row) => names[row] ?? null)
        const expected = names.map((one) =>
          one !== null && names.filter((n) => n === one).length > 1 ? 1 : 0,
        )
        expect([...marks]).toEqual(expected)
      }),
      { seed: 4 },
    )
  })
})
