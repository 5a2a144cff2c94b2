import fc from 'fast-check'
import { expect, it } from 'vitest'
import { similarNames } from './fuzzy'
import { buildSearchIndex, parseTerms } from './search'

const names = ['PROD_PAYMENTS_KEY', 'STAGING_LEDGER', 'cert', 'PAYROLL']
function similar(query: string, of: readonly string[] = names): string[] {
  const offsets = Uint32Array.from([0, ...of.map((_, i) => of.slice(0, i + 1).join('').length)])
  const index = buildSearchIndex(of.join(''), offsets)
  const rows = similarNames(index.text, index.offsets, parseTerms(query))
  return of.filter((_, i) => rows[i] === 1)
}

it.each([
  ['paymnets', ['PROD_PAYMENTS_KEY']],
  ['pyments', ['PROD_PAYMENTS_KEY']],
  ['paaymentss', ['PROD_PAYMENTS_KEY']],
  ['ledgr', ['STAGING_LEDGER']],
  ['ledgr prd', []],
  ['paymnets prod', ['PROD_PAYMENTS_KEY']],
  ['paymnets -prod', []],
  ['zebra', []],
  ['led', []],
])('%j finds %j', (query, found) => {
  expect(similar(query)).toEqual(found)
})

/** Letters to change, add or take away so that a part of the text is the word: by the book, row by row. */
function mistakes(word: string, text: string): number {
  let row = Array.from({ length: word.length + 1 }, (_, i) => i)
  let least = word.length
  for (const letter of ['', ...text.split('')]) {
    if (letter !== '') {
      const next = [0]
      for (let i = 1; i <= word.length; i += 1)
        next[i] = Math.min(
          (row[i - 1] ?? 0) + Number(word[i - 1] !== letter),
          (row[i] ?? 0) + 1,
          (next[i - 1] ?? 0) + 1,
        )
      row = next
    }
    least = Math.min(least, row[word.length] ?? 0)
  }
  return least
}

it('agrees with the book', () => {
  const letters = (min: number, max: number) =>
    fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: min, maxLength: max }).map((all) => all.join(''))
  fc.assert(
    fc.property(letters(4, 9), letters(0, 14), (word, text) => {
      const allowed = word.length < 6 ? 1 : 2
      expect(similar(word, [text]).length === 1).toBe(mistakes(word, text) <= allowed)
    }),
  )
})
