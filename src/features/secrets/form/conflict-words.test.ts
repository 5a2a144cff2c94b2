import { expect, it } from 'vitest'
import { mergeSecret } from '#/domain/secret-conflict'
import { fitWords, resultWords } from './conflict-words'

const base = { name: 'N', value: 'a\nb\nc\nd\n', note: '', projectId: null }
const theirs = { ...base, value: 'A\nb\nX\nd\n', note: 'theirs' }
const yours = { ...base, name: 'M', value: 'a\nb\nY\nd\n' }
const fields = mergeSecret(base, theirs, yours)

it('counts what fits and what needs a choice', () => {
  expect(fitWords(fields)).toBe('3 of 4 changes fit together, 1 needs you.')
  expect(fitWords(mergeSecret(base, { ...base, note: 'x' }, base))).toBe('The change fits.')
  expect(fitWords(mergeSecret(base, { ...base, name: 'x' }, { ...base, name: 'y' }))).toBe('1 needs you.')
})

it('says where each field comes from, live with the choices', () => {
  expect(resultWords(fields, {})).toBe('name from you, note from them, value not decided yet')
  expect(resultWords(fields, { value: ['theirs'] })).toBe('name from you, value and note from them')
  expect(resultWords(fields, { value: ['yours'] })).toBe('name from you, note from them, value from both')
})
