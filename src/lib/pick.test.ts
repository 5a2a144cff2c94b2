import { describe, expect, it } from 'vitest'
import { matching, oneOf, within } from './pick'

describe('pick', () => {
  it('takes what fits', () => {
    expect(oneOf('asc', ['asc', 'desc'])).toBe('asc')
    expect(matching('/orgs', /^\//)).toBe('/orgs')
    expect(within(15, 1, 60)).toBe(15)
  })

  it('takes nothing else', () => {
    for (const bad of ['up', 1, null, undefined, ['asc'], {}])
      expect(oneOf(bad, ['asc', 'desc'])).toBeUndefined()
    for (const bad of ['x', 1, ['/']]) expect(matching(bad, /^\//)).toBeUndefined()
    for (const bad of [0, 61, Number.NaN, Number.POSITIVE_INFINITY, '15', null])
      expect(within(bad, 1, 60)).toBeUndefined()
  })
})
