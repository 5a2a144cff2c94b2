import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexNames } from './name-index'

function joined(names: readonly string[]) {
  const offsets = new Uint32Array(names.length + 1)
  names.forEach((name, row) => (offsets[row + 1] = (offsets[row] ?? 0) + name.length))
  return { text: names.join(''), offsets }
}

describe('names of joined columns', () => {
  it('knows exactly the names of rows that are not left out', () => {
    // Few letters, so that names meet, and stand across the border of two others.
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.boolean())), fc.array(name), (rows, asked) => {
        const { text, offsets } = joined(rows.map(([each]) => each))
        const has = indexNames(
          text,
          offsets,
          Uint8Array.from(rows, ([, isOut]) => Number(isOut)),
        )
        const kept = new Set(rows.filter(([, isOut]) => !isOut).map(([each]) => each))
        for (const each of [...asked, ...rows.map(([own]) => own)]) expect(has(each)).toBe(kept.has(each))
      }),
    )
  })

  it('finds each of many among ten thousand', () => {
    const names = Array.from({ length: 10_000 }, (_, row) => `PROD_LEDGER_${row}_KEY`)
    const { text, offsets } = joined(names)
    const has = indexNames(text, offsets, new Uint8Array(names.length))
    expect(names.every(has)).toBe(true)
    expect(names.some((each) => has(`${each}_old`))).toBe(false)
  })
})
