import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encStringLength } from '#/crypto/enc-string'
import { LIMITS, measure } from './secret-limits'

const field = fc.constantFrom('name' as const, 'value' as const, 'note' as const, 'project' as const)

describe('measure', () => {
  it('counts characters as people do and bytes as the server does', () => {
    expect(measure('name', 'é🙂')).toMatchObject({ characters: 2, bytes: 6, state: 'fine', sentence: null })
    expect(measure('name', 'a'.repeat(450)).state).toBe('near')
    expect(measure('name', 'a'.repeat(449)).state).toBe('fine')
  })

  it('says by how much a text is too long, and in which measure', () => {
    expect(measure('name', 'a'.repeat(503)).sentence).toBe('Shorten it by 3 characters: 500 are taken.')
    const wide = measure('name', '€'.repeat(300))
    expect(wide.characters).toBeLessThan(LIMITS.name.characters)
    expect(wide.sentence).toMatch(
      /^Shorten it by \d+ bytes: encrypted, the server takes \d+ bytes of text\.$/,
    )
  })

  it('is over exactly when the sealed text or the characters are', () => {
    const text = fc
      .tuple(fc.constantFrom('a', 'é', '€', '🙂'), fc.integer({ min: 0, max: 27_000 }))
      .map(([unit, count]) => unit.repeat(count))
    fc.assert(
      fc.property(field, text, (of, typed) => {
        const { characters, encString } = LIMITS[of]
        const isOver =
          encStringLength(Buffer.byteLength(typed)) > encString || Array.from(typed).length > characters
        const measured = measure(of, typed)
        expect(measured.state === 'over').toBe(isOver)
        expect(measured.sentence !== null).toBe(isOver)
      }),
      { seed: 2 },
    )
  })

  it('turns just past what the server takes, byte for byte', () => {
    const { maxBytes } = measure('note', '')
    expect(encStringLength(maxBytes)).toBeLessThanOrEqual(LIMITS.note.encString)
    expect(encStringLength(maxBytes + 1)).toBeGreaterThan(LIMITS.note.encString)
  })
})
