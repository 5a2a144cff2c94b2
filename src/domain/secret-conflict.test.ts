import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecided, lostForm, mergedSecret, mergeSecret } from './secret-conflict'
import type { SecretTexts } from './secret-conflict'

const text = fc.option(fc.constantFrom('', 'a', 'b', 'a\nb\n', 'a\nc\n', 'x\nb\n'), { nil: null })
const state = fc.record<SecretTexts>({ name: text, value: text, note: text, projectId: text })
const start: SecretTexts = { name: 'N', value: 'a\nb\nc\n', note: '', projectId: 'p1' }
const kinds = (theirs: SecretTexts, yours: SecretTexts) =>
  Object.fromEntries(mergeSecret(start, theirs, yours).map(({ field, kind }) => [field, kind]))

describe('mergeSecret', () => {
  it('needs nobody where only one side changed a field', () => {
    const theirs = { ...start, note: 'theirs' }
    const yours = { ...start, value: 'mine' }
    expect(kinds(theirs, yours)).toEqual({ name: 'same', value: 'yours', note: 'theirs', projectId: 'same' })
    const fields = mergeSecret(start, theirs, yours)
    expect(isDecided(fields, {})).toBe(true)
    expect(mergedSecret(fields, theirs, yours, {})).toEqual({ ...start, value: 'mine', note: 'theirs' })
  })

  it('asks once for a field that both changed, and takes what was chosen', () => {
    const theirs = { ...start, name: 'T', projectId: null }
    const yours = { ...start, name: 'Y', projectId: 'p2' }
    const fields = mergeSecret(start, theirs, yours)
    expect(isDecided(fields, { name: ['yours'] })).toBe(false)
    const choices = { name: ['yours' as const], projectId: ['theirs' as const] }
    expect(isDecided(fields, choices)).toBe(true)
    expect(mergedSecret(fields, theirs, yours, choices)).toEqual({ ...start, name: 'Y', projectId: null })
  })

  it('merges a note by lines too', () => {
    const note = (n: string) => ({ ...start, note: n })
    const fields = mergeSecret(note('a\nb\nc'), note('A\nb\nc'), note('a\nb\nc\nmine'))
    expect(fields[2]).toMatchObject({ field: 'note', choices: 0 })
    const merged = mergedSecret(fields, note('A\nb\nc'), note('a\nb\nc\nmine'), {})
    expect(merged.note).toContain('A\nb\n')
  })

  it('merges a value by lines, but never a PEM block or a single line', () => {
    const value = (v: string) => ({ ...start, value: v })
    const fields = mergeSecret(start, value('A\nb\nc\n'), value('a\nb\nC\n'))
    expect(fields[1]?.parts?.map((part) => part.kind)).toEqual(['theirs', 'same', 'yours'])
    expect(mergedSecret(fields, value('A\nb\nc\n'), value('a\nb\nC\n'), {}).value).toBe('A\nb\nC\n')

    const pem = (body: string) => `-----BEGIN PRIVATE KEY-----\n${body}\nQUJD\n-----END PRIVATE KEY-----\n`
    expect(mergeSecret(value(pem('QQ==')), value(pem('Qg==')), value(pem('Qw==')))[1]?.parts).toBeNull()
    expect(mergeSecret(value('a'), value('b'), value('c'))[1]?.parts).toBeNull()
  })

  it('leaves what cannot be decrypted and was not touched as the server has it', () => {
    const spoiled = { ...start, value: null }
    const theirs = { ...start, value: 'repaired' }
    expect(mergedSecret(mergeSecret(spoiled, theirs, spoiled), theirs, spoiled, {}).value).toBe('repaired')
    expect(mergedSecret(mergeSecret(spoiled, spoiled, spoiled), spoiled, spoiled, {}).value).toBeNull()
  })

  it('never loses a change without a choice', () => {
    fc.assert(
      fc.property(state, state, state, (base, theirs, yours) => {
        const fields = mergeSecret(base, theirs, yours)
        for (const side of ['theirs', 'yours'] as const) {
          const choices = Object.fromEntries(fields.map((f) => [f.field, Array(f.choices).fill(side)]))
          expect(isDecided(fields, choices)).toBe(true)
          const merged = mergedSecret(fields, theirs, yours, choices)
          for (const { field, kind, parts } of fields) {
            if (kind === 'theirs' || kind === 'same') expect(merged[field]).toBe(theirs[field])
            if (kind === 'yours' || kind === 'both') expect(merged[field]).toBe(yours[field])
            if (kind === 'conflict' && !parts)
              expect(merged[field]).toBe(side === 'theirs' ? theirs[field] : yours[field])
          }
        }
      }),
    )
  })
})

it('tells a JSON value that fell apart in the merge', () => {
  expect(lostForm('{"a":1}', '{"a":2}', '{"a":3}', '{"a":2,}')).toBe(true)
  expect(lostForm('{"a":1}', '{"a":2}', '{"a":3}', '{"a":2}')).toBe(false)
  expect(lostForm('a', '{"a":2}', '{"a":3}', 'x')).toBe(false)
})
