import { expect, it } from 'vitest'
import { compareLines } from '#/domain/value-compare'
import { changeWords, rowWords } from './compare-words'

it('counts lines', () => {
  expect(rowWords(compareLines('a\nb', 'a\nb'))).toBe('No line differs')
  expect(rowWords(compareLines('a 1\nb', 'a 2\nb\nc d'))).toBe('1 line changed, 1 added')
  expect(rowWords(compareLines('a\nb', 'a'))).toBe('1 line removed')
})

it('says what kind of change it is', () => {
  expect(changeWords({ kind: 'same length', characters: 32 })).toBe(
    'Another value of the same length, 32 characters.',
  )
  expect(changeWords({ kind: 'longer', characters: 1 })).toBe('B is longer by 1 character.')
})
