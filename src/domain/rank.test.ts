import { expect, it } from 'vitest'
import { pastedId, pastedPath } from './pasted-link'
import { rankFew, rankNames } from './rank'
import { buildSearchIndex, parseTerms } from './search'

const names = ['MY_STRIPE_LONG_KEY', 'XSTRIPE', 'STRIPE_KEY', 'STRIPE', 'OTHER', 'STRIPE']
const offsets = Uint32Array.from([0, ...names.map((_, i) => names.slice(0, i + 1).join('').length)])
const spoiled = Uint8Array.of(0, 0, 0, 0, 0, 1)
const ranked = (query: string, limit = 9) => {
  const { rows, count, isLoose } = rankNames(
    buildSearchIndex(names.join(''), offsets),
    parseTerms(query),
    spoiled,
    limit,
  )
  return { names: rows.map((row) => names[row]), count, isLoose }
}

it('the beginning of a name comes before that of a word, and that before the middle; spoiled names stay out', () => {
  expect(ranked('stripe')).toEqual({
    names: ['STRIPE', 'STRIPE_KEY', 'MY_STRIPE_LONG_KEY', 'XSTRIPE'],
    count: 4,
    isLoose: false,
  })
  expect(ranked('stripe', 2)).toMatchObject({ names: ['STRIPE', 'STRIPE_KEY'], count: 4 })
})

it('a wrong letter is forgiven only where nothing matches', () => {
  expect(ranked('strpie key')).toMatchObject({ count: 2, isLoose: true })
  expect(ranked('nothing').count).toBe(0)
})

it('a few objects are found by every word', () => {
  expect(rankFew(['Pay roll', 'Payments', 'Repay'], (item) => item, parseTerms('pay'))).toEqual([
    'Pay roll',
    'Payments',
    'Repay',
  ])
  expect(rankFew(['Pay roll', 'Payments'], (item) => item, parseTerms('roll pay'))).toEqual(['Pay roll'])
})

const id = '9b1f0c42-0000-4000-8000-000000000001'

it.each([
  [`https://a.test/app/orgs/${id}/secrets/${id}?tab=1#x`, `/orgs/${id}/secrets/${id}`],
  [`/orgs/${id}/secrets/${id}/versions`, `/orgs/${id}/secrets/${id}/versions`],
  [` https://a.test/app/orgs/${id} `, `/orgs/${id}`],
  [`https://evil.test/orgs/${id}/secrets`, null],
  [`https://a.test/app.evil/x`, null],
  ['javascript:alert(1)', null],
  ['payments', null],
  [`/orgs/${id}/../../sign-in`, null],
])('%s leads to %s', (text, path) => {
  expect(pastedPath(text, 'https://a.test/app')).toBe(path)
})

it('a whole id is told from a part of one', () => {
  expect(pastedId(` ${id.toUpperCase()} `)).toBe(id)
  expect(pastedId(id.slice(1))).toBeNull()
})
