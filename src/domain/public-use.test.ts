import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicApiAct, publicActWords, actsByAddress } from './public-use'

const row = { type: 1500, actingUserId: null, userId: null, serviceAccountId: null, systemUser: null }

describe('acts of the Public API in the log', () => {
  test('by its system user, or by nobody where the private API names somebody', () => {
    expect(isPublicApiAct({ ...row, systemUser: 3 })).toBe(true)
    expect(isPublicApiAct({ ...row, type: 1401 })).toBe(true)
    // An invitation by the Public API has its system user, so without one it is something else.
    expect(isPublicApiAct(row)).toBe(false)
    expect(isPublicApiAct({ ...row, type: 1401, actingUserId: 'somebody' })).toBe(false)
    expect(isPublicApiAct({ ...row, type: 1502, systemUser: 2 })).toBe(false)
    expect(isPublicApiAct({ ...row, type: 2100, userId: 'somebody' })).toBe(false)
  })

  test('grouped by address nothing is lost, and the latest comes first', () => {
    const act = fc.record({
      type: fc.constantFrom(1400, 1401, 1500),
      at: fc.nat(),
      address: fc.option(fc.constantFrom('a', 'b')),
    })
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const groups = actsByAddress(acts)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(acts.length)
        expect(groups.map(({ last }) => last)).toEqual(
          groups.map(({ last }) => last).toSorted((a, b) => b - a),
        )
      }),
    )
  })

  test('an unknown code keeps its number', () => {
    expect(publicActWords(1511)).toBe('members revoked')
    expect(publicActWords(1999)).toBe('event 1999')
  })
})
