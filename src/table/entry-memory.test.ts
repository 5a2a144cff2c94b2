import { expect, it } from 'vitest'
import { entryMemory, forgetEntries, rememberEntry } from './entry-memory'

it('keeps text, place and cursor apart for each entry, until they are forgotten', () => {
  rememberEntry('one', { text: 'stripe' })
  rememberEntry('one', { scroll: 400 })
  rememberEntry('two', { cursor: 'id' })
  expect(entryMemory('one')).toEqual({ text: 'stripe', scroll: 400, cursor: null })
  expect(entryMemory('two')).toEqual({ text: '', scroll: 0, cursor: 'id' })
  forgetEntries()
  expect(entryMemory('one')).toEqual({ text: '', scroll: 0, cursor: null })
})
