import { describe, expect, test } from 'vitest'
import { AccessMap } from '#/domain/access/access-map'
import { NONE, READ } from '#/domain/access/facts'
import { usageOf, rightUse } from './unused'

const map = new AccessMap({
  people: [{ id: 'anna', role: 'user', isActive: true }],
  groups: [],
  machines: [{ id: 'bot', tokens: null }],
  projects: ['p', 'q'],
  secrets: { ids: ['s', 't'], project: Int32Array.of(0, 1) },
  grants: [],
  told: [],
  unknown: new Map(),
  secretsRead: 'all',
})
const people = [{ memberId: 'anna', userId: 'user-anna' }]
const uses = [
  { actor: 'user-anna', secret: 's', at: 5 },
  { actor: 'bot', secret: 't', at: 7 },
  { actor: 'bot', secret: 'gone', at: 9 },
]
const [p, q] = [
  { id: 'p', secrets: 1 },
  { id: 'q', secrets: 1 },
]
const anna = { id: 'anna', kind: 'person' }

describe('rightUse', () => {
  test('finds people by their membership, and projects by where the secret is', () => {
    const usage = usageOf({ map }, people, uses, true)
    expect([...usage.last]).toEqual([
      ['anna.p', 5],
      ['bot.q', 7],
    ])
    expect([rightUse(usage, anna, p, READ), rightUse(usage, anna, q, READ)]).toEqual(['used', 'unused'])
  })

  test('calls nothing unused before the log is read whole', () => {
    const usage = usageOf({ map }, people, uses, false)
    expect([rightUse(usage, anna, p, READ), rightUse(usage, anna, q, READ)]).toEqual(['used', 'unknown'])
  })

  test('says nothing of groups, of empty projects, and where there is no right', () => {
    const usage = usageOf({ map }, people, uses, true)
    expect(rightUse(usage, { id: 'team', kind: 'group' }, q, READ)).toBeNull()
    expect(rightUse(usage, anna, { id: 'q', secrets: 0 }, READ)).toBeNull()
    expect(rightUse(usage, anna, q, NONE)).toBeNull()
  })
})
