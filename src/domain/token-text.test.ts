import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTokenText } from './token-text'

const token = '0.2357ce41-0f93-4f49-8145-d2ffa75a2b1f.FWFGZlEtGoCgKeOyf1UdByPdMqIj1V:6Zdb4IfJT5A3csnBEfKRnQ=='
const sentence = (typed: string) => {
  const read = readTokenText(typed)
  return read.ok ? 'fine' : read.sentence
}

it('takes a token with blanks around it, quotes, and the variable before it', () => {
  for (const typed of [token, ` ${token}\n`, `"${token}"`, `export BWS_ACCESS_TOKEN="${token}"`])
    expect(readTokenText(typed)).toEqual({ ok: true, token })
  expect(readTokenText(token.replace('==', ''))).toMatchObject({ ok: true })
})

it('says what is wrong with what is none', () => {
  expect(sentence('')).toMatch(/^Paste/)
  expect(sentence(token.replace('.FWF', '.FWF '))).toMatch(/blank or a line end inside/)
  expect(sentence(token.slice(0, 60))).toMatch(/^It was cut off/)
  expect(sentence(token.slice(0, -6))).toMatch(/after the colon is not whole/)
  expect(sentence(token.slice(5))).toMatch(/begins with “0\.”/)
  expect(sentence('0.2357ce41')).toMatch(/id after “0\.” is not whole/)
  expect(sentence(token.replace('FWFG', ''))).toMatch(/has 26/)
  expect(sentence('eyJhbGciOi.x.y')).toMatch(/session token/)
})

it('takes no beginning of a token for one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: token.length - 3 }), (length) => {
      expect(readTokenText(token.slice(0, length)).ok).toBe(false)
    }),
  )
})
