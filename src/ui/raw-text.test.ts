import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromTextarea, standInFor, toTextarea } from './raw-text'

test('shows a carriage return as its picture', () => {
  expect(toTextarea('a\r\nb', standInFor('a\r\nb'))).toBe('a␍\nb')
})

test('every text comes back as it was, and nothing a textarea would change is in between', () => {
  const text = fc.string({ unit: fc.constantFrom('\r', '\n', '␍', 'a', ' ') })
  fc.assert(
    fc.property(text, (value) => {
      const standIn = standInFor(value)
      const shown = toTextarea(value, standIn)
      expect(shown).not.toContain('\r')
      expect(fromTextarea(shown, standIn)).toBe(value)
    }),
    { seed: 3 },
  )
})
