import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSearchIndex, foldName, matchRanges, parseTerms, searchNames } from './search'

function indexOf(names: readonly string[], ids: readonly string[] = []) {
  const offsets = new Uint32Array(names.length + 1)
  for (const [i, name] of names.entries()) offsets[i + 1] = (offsets[i] ?? 0) + name.length
  return buildSearchIndex(names.join(''), offsets, ids.join(''))
}

const rows = (marks: Uint8Array) => [...marks.keys()].filter((row) => marks[row] === 1)
const find = (names: readonly string[], query: string, ids?: readonly string[]) =>
  rows(searchNames(indexOf(names, ids), parseTerms(query)))

// Letters whose lower case is longer, line feeds, halves of pairs, and enough repetition to match.
const name = fc.string({
  unit: fc.constantFrom('a', 'B', 'ab', 'İ', 'ß', 'É', '\n', ' ', '🙂', '\uD83D', '_'),
})

describe('searchNames', () => {
  it('wants every word, anywhere, in any case', () => {
    const names = ['PROD_PAYMENTS_STRIPE_KEY', 'staging_payments_key', 'PROD_MOBILE_KEY', '']
    expect(find(names, 'payments key')).toEqual([0, 1])
    expect(find(names, 'prod -mobile')).toEqual([0])
    expect(find(names, '-key')).toEqual([3])
    expect(find(names, '"s_key"')).toEqual([1])
    expect(find(names, '  ')).toEqual([0, 1, 2, 3])
  })

  it('takes quoted words as one and an open quote to its end', () => {
    const names = ['two words', 'words two']
    expect(find(names, '"two words"')).toEqual([0])
    expect(find(names, '"two wor')).toEqual([0])
    expect(find(names, 'two words')).toEqual([0, 1])
    expect(find(names, '-"two words"')).toEqual([1])
    expect(find(names, '"" - -""')).toEqual([])
    expect(find(names, 'words -')).toEqual([0, 1])
  })

  it('does not find across two names', () => {
    expect(find(['ab', 'cd'], 'bc')).toEqual([])
    expect(find(['ab', 'cd'], '"b cd"')).toEqual([])
  })

  it('finds by the beginning of an id, and excludes by names alone', () => {
    const ids = ['3e7d8a10-0000-4000-8000-000000000001', '9b1f0c42-0000-4000-8000-3e7d00000002']
    expect(find(['a', 'b'], '3E7D', ids)).toEqual([0])
    expect(find(['a', 'b'], '3e7d8a10-0000-4000-8000-000000000001', ids)).toEqual([0])
    expect(find(['a', 'b'], '3e7', ids)).toEqual([])
    expect(find(['a', 'b'], '-3e7d', ids)).toEqual([0, 1])
  })

  it('keeps what cannot be tested in every result', () => {
    const index = indexOf(['one', '', 'two'])
    expect(rows(searchNames(index, parseTerms('one'), Uint8Array.of(0, 1, 0)))).toEqual([0, 1])
  })

  it('finds what a look at each name finds', () => {
    const query = fc.array(
      fc.tuple(
        fc.constantFrom('', '-'),
        name.filter((n) => /^[^\s"-]+$/u.test(n)),
      ),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), query, (names, words) => {
        const expected = names.flatMap((one, row) =>
          words.every(([minus, word]) => foldName(one).includes(foldName(word)) === (minus === ''))
            ? [row]
            : [],
        )
        expect(find(names, words.map((word) => word.join('')).join(' '))).toEqual(expected)
      }),
      { seed: 9, numRuns: 500 },
    )
  })
})

describe('foldName', () => {
  it('keeps every character in its place', () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.string({ unit: 'grapheme' })), (one) => {
        expect(foldName(one)).toHaveLength(one.length)
      }),
      { seed: 10 },
    )
    expect(foldName('İSTANBUL_KEY')).toBe('İstanbul_key')
  })
})

describe('matchRanges', () => {
  it('shows where the words stand, those that overlap as one', () => {
    expect(matchRanges('PROD_PAY_PAY', parseTerms('pay prod'))).toEqual([
      [0, 4],
      [5, 8],
      [9, 12],
    ])
    expect(matchRanges('payments', parseTerms('paym ments'))).toEqual([[0, 8]])
    expect(matchRanges('İ_PAY', parseTerms('pay'))).toEqual([[2, 5]])
    expect(matchRanges('payments', parseTerms('-pay'))).toEqual([])
  })
})
