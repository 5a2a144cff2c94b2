import { describe, expect, it } from 'vitest'
import { lastReads, leavingRows } from './leaving'

const read = (secretId: string | null, at: number, more: object = {}) => ({
  ...{ type: 2100, at, userId: 'ann', secretId },
  ...more,
})

describe('what somebody knows who leaves', () => {
  it('counts reads by the account, the last of each secret', () => {
    const rows = [
      read('a', 5),
      read('a', 9),
      read('b', 3, { userId: 'bob' }),
      read('c', 4, { type: 2101 }),
      read(null, 7),
    ]
    expect([...lastReads(rows, 'ann')]).toEqual([['a', 9]])
  })

  it('puts first what was read and has not changed since, and leaves out what was neither read nor in reach', () => {
    const rows = leavingRows([
      { id: 'reach', isInReach: true, lastRead: null, changed: 1 },
      { id: 'no', isInReach: false, lastRead: null, changed: 1 },
      { id: 'unknown', isInReach: null, lastRead: null, changed: 1 },
      { id: 'changed', isInReach: true, lastRead: 5, changed: 6 },
      { id: 'old', isInReach: false, lastRead: 5, changed: 4 },
      { id: 'new', isInReach: true, lastRead: 8, changed: 8 },
    ])
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['new', 'known'],
      ['old', 'known'],
      ['changed', 'perhaps'],
      ['reach', 'reachable'],
    ])
  })
})
