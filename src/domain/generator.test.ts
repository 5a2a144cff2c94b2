import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effLongWordList } from '#/crypto/eff-long-word-list'
import {
  below,
  BOUNDS,
  CHARACTER_SETS,
  generate,
  NO_CHARACTERS,
  poolOf,
  recipeWords,
  type Recipe,
} from './generator'
import type { CharacterSet } from './generator'

const words = effLongWordList
const sets = fc.subarray<CharacterSet>(['upper', 'lower', 'digits', 'signs'], { minLength: 1 })

describe('generate', () => {
  it('draws characters only from the sets that were chosen, in the length that was asked for', () => {
    fc.assert(
      fc.property(sets, fc.integer({ min: 8, max: 256 }), fc.boolean(), (chosen, length, noLookAlikes) => {
        const recipe: Recipe = { kind: 'characters', length, sets: chosen, noLookAlikes }
        const { text, bits } = generate(recipe, words)
        const pool = poolOf(recipe)
        expect(text).toHaveLength(length)
        for (const character of text) expect(pool).toContain(character)
        expect(new Set(pool).size).toBe(pool.length)
        expect(bits).toBeCloseTo(length * Math.log2(pool.length))
        if (noLookAlikes) expect(text).not.toMatch(/[O0Il1]/)
      }),
    )
  })

  it('has nothing to draw from without a set', () => {
    expect(() => generate({ kind: 'characters', length: 20, sets: [], noLookAlikes: false }, words)).toThrow(
      NO_CHARACTERS,
    )
  })

  it('makes a passphrase of words of the list', () => {
    const recipe: Recipe = { kind: 'words', count: 6, separator: ' ', isCapitalized: false, hasDigit: false }
    const { text, bits } = generate(recipe, words)
    expect(text.split(' ')).toHaveLength(6)
    for (const word of text.split(' ')) expect(words).toContain(word)
    expect(bits).toBeCloseTo(6 * Math.log2(7776))
    const rich = generate({ ...recipe, separator: '.', isCapitalized: true, hasDigit: true }, words)
    expect(rich.text).toMatch(/^[A-Z]/)
    expect(rich.text.match(/\d/g)).toHaveLength(1)
  })

  it('keeps lengths within their bounds', () => {
    expect(generate({ kind: 'hex', bytes: 0 }, words).text).toHaveLength(2 * BOUNDS.bytes[0])
    expect(generate({ kind: 'hex', bytes: Number.NaN }, words).text).toHaveLength(2 * BOUNDS.bytes[0])
    expect(
      generate({ kind: 'characters', length: 9_999, sets: ['digits'], noLookAlikes: false }, words).text,
    ).toHaveLength(BOUNDS.characters[1])
  })

  it('makes hex, base64url and UUIDs of the bytes that were drawn', () => {
    const ff = (length: number) => new Uint8Array(length).fill(0xfb)
    expect(generate({ kind: 'hex', bytes: 8 }, words, ff)).toEqual({ text: 'fb'.repeat(8), bits: 64 })
    expect(generate({ kind: 'base64url', bytes: 9 }, words, ff)).toEqual({ text: '-_v7-_v7-_v7', bits: 72 })
    expect(generate({ kind: 'uuid' }, words, ff).text).toBe('fbfbfbfb-fbfb-4bfb-bbfb-fbfbfbfbfbfb')
  })
})

describe('below', () => {
  it('throws away what would make some numbers likelier than others', () => {
    const given = [0xff_ff_ff_ff, 7]
    const random = () => {
      const bytes = new Uint8Array(4)
      new DataView(bytes.buffer).setUint32(0, given.shift() ?? 0)
      return bytes
    }
    expect(below(10, random)).toBe(7)
    expect(given).toEqual([])
  })

  it('spreads evenly', () => {
    let state = 1
    const random = (length: number) =>
      Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff)
    const counts = Array.from({ length: 26 }, () => 0)
    for (let i = 0; i < 26_000; i += 1) {
      const at = below(26, random)
      counts[at] = (counts[at] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(200)
  })
})

it('says a recipe in words', () => {
  expect(recipeWords({ kind: 'characters', length: 44, sets: ['digits', 'upper'], noLookAlikes: true })).toBe(
    '44 of A–Z, 0–9, no look-alikes',
  )
  expect(CHARACTER_SETS.upper).toHaveLength(26)
})
