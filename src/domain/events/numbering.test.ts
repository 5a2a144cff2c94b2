import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Numbering } from './numbering'

it('numbers as a Map would', () => {
  const anyKey = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 2 ** 53 - 1 }))
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 3_000, size: 'max' }), (keys) => {
      const numbering = new Numbering()
      const map = new Map<number, number>()
      for (const key of keys) {
        if (!map.has(key)) map.set(key, map.size)
        expect(numbering.number(key)).toBe(map.get(key))
      }
      expect(numbering.size).toBe(map.size)
    }),
    { numRuns: 6 },
  )
})
