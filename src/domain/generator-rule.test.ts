import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHARACTER_SETS, generate, poolOf, type CharacterSet, type Recipe } from './generator'
import { generatorRule, ruleWords, withinRule } from './generator-rule'

const rule = (data: Record<string, unknown>) => generatorRule(data)

describe('the rule on generated passwords', () => {
  it('reads what a client wrote, and says it', () => {
    const read = rule({ minLength: '20', useUpper: true, useNumbers: true, minNumbers: 2, minNumberWords: 5 })
    expect(read && ruleWords(read)).toBe(
      'passwords: at least 20 characters, A–Z, 0–9, 2 digits; passphrases: at least 5 words',
    )
    expect(rule({ overridePasswordType: 'password' })?.only).toBe('characters')
  })

  it('is none where it asks for nothing, or nothing that can be read', () => {
    for (const data of [null, {}, { minLength: 0 }, { minLength: 'long', useUpper: 'yes' }])
      expect(generatorRule(data)).toBeNull()
  })

  it('is met by every value that is drawn within it', () => {
    const sets = fc.subarray<CharacterSet>(['upper', 'lower', 'digits', 'signs'], { minLength: 1 })
    const data = fc.record({
      minLength: fc.integer({ min: 0, max: 40 }),
      useUpper: fc.boolean(),
      useSpecial: fc.boolean(),
      minNumbers: fc.integer({ min: 0, max: 4 }),
      minSpecial: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(data, sets, fc.integer({ min: 8, max: 40 }), (asked, chosen, length) => {
        const recipe: Recipe = { kind: 'characters', length, sets: chosen, noLookAlikes: false }
        const within = withinRule(recipe, generatorRule(asked))
        const { text, bits } = generate(within, [])
        const inSet = (set: CharacterSet) =>
          Array.from(text).filter((c) => CHARACTER_SETS[set].includes(c)).length
        expect(text.length).toBeGreaterThanOrEqual(Math.max(length, asked.minLength))
        expect(inSet('digits')).toBeGreaterThanOrEqual(asked.minNumbers)
        expect(inSet('signs')).toBeGreaterThanOrEqual(asked.minSpecial)
        if (within.kind !== 'characters') return
        const all = text.length * Math.log2(poolOf(within).length)
        expect(bits).toBeLessThanOrEqual(all + 1e-6)
        expect(bits).toBeGreaterThan(0)
      }),
    )
  })

  it('tells the bits of what is left exactly', () => {
    const recipe: Recipe = {
      ...{ kind: 'characters', length: 8, sets: ['digits', 'lower'], noLookAlikes: false },
      atLeast: { digits: 1, signs: 0 },
    }
    expect(generate(recipe, []).bits).toBeCloseTo(Math.log2(36 ** 8 - 26 ** 8), 6)
  })

  it('moves a passphrase too, and leaves keys alone', () => {
    const asked = rule({ minNumberWords: 5, capitalize: true, includeNumber: true })
    const words: Recipe = { kind: 'words', count: 3, separator: '-', isCapitalized: false, hasDigit: false }
    expect(withinRule(words, asked)).toEqual({ ...words, count: 5, isCapitalized: true, hasDigit: true })
    expect(withinRule({ kind: 'hex', bytes: 8 }, asked)).toEqual({ kind: 'hex', bytes: 8 })
  })
})
