import { describe, expect, test } from 'vitest'
import { AccessMap } from './access-map'
import { applyChanges } from './changes'
import type { AccessChange } from './changes'
import { changesOn, compareAccess } from './compare'
import { NONE, READ, READ_WRITE } from './facts'
import type { AccessFacts } from './facts'

const facts: AccessFacts = {
  people: [
    { id: 'owner', role: 'owner', isActive: true },
    { id: 'anna', role: 'user', isActive: true },
    { id: 'ben', role: 'user', isActive: true },
  ],
  groups: [{ id: 'team', members: ['anna', 'ben'], isWhole: true }],
  machines: [{ id: 'robot', tokens: 1 }],
  projects: ['pay', 'web'],
  secrets: { ids: ['s1', 's2', 's3'], project: Int32Array.of(0, 0, 1) },
  grants: [
    { grantee: 'team', target: 'pay', right: READ_WRITE },
    { grantee: 'anna', target: 'pay', right: READ },
    { grantee: 'robot', target: 'pay', right: READ },
    { grantee: 'robot', target: 's3', right: READ },
  ],
  told: [],
  unknown: new Map(),
  secretsRead: 'all',
}

describe('changesOn', () => {
  test('resolves groups and leaves out who keeps the right another way', () => {
    const after = applyChanges(facts, [{ kind: 'grant', grantee: 'team', target: 'pay', right: NONE }])
    expect(changesOn(new AccessMap(facts), new AccessMap(after), 'pay')).toEqual([
      { principal: 'anna', before: READ_WRITE, after: READ },
      { principal: 'ben', before: READ_WRITE, after: NONE },
    ])
  })
})

const counts = (losesRead: number, gainsRead: number, losesWrite: number, gainsWrite: number) => ({
  ...{ losesRead, gainsRead, losesWrite, gainsWrite },
})
const comparedTo = (...changes: AccessChange[]) =>
  compareAccess(new AccessMap(facts), new AccessMap(applyChanges(facts, changes)))

test('a map that is made in slices is the same, and lets others in between', async () => {
  const many = { ...facts, grants: Array.from({ length: 1200 }, () => facts.grants).flat() }
  let breaths = 0
  const map = await AccessMap.inSlices(many, () => Promise.resolve((breaths += 1)))
  expect(changesOn(map, new AccessMap(facts), 'pay')).toEqual([])
  expect(map.right('ben', 's1')).toBe(READ_WRITE)
  expect(breaths).toBeGreaterThan(5)
})

describe('compareAccess', () => {
  test('counts what a deleted project takes, secret by secret', () => {
    const lost = comparedTo({ kind: 'delete-project', project: 'pay' })
    expect(lost.map(({ principal, secrets }) => [principal, secrets])).toEqual([
      ['owner', counts(0, 0, 0, 0)],
      ['anna', counts(2, 0, 2, 0)],
      ['ben', counts(2, 0, 2, 0)],
      ['robot', counts(2, 0, 0, 0)],
    ])
  })

  test('takes everything from a machine account with its last token', () => {
    expect(comparedTo({ kind: 'revoke-token', machine: 'robot' })).toEqual([
      {
        principal: 'robot',
        targets: [{ target: 'pay', before: READ, after: NONE }],
        secrets: counts(3, 0, 0, 0),
      },
    ])
  })

  test('sees a secret that moves', () => {
    const changes = comparedTo({ kind: 'move', secret: 's1', project: 'web' })
    expect(changes.map(({ principal, secrets }) => [principal, secrets])).toEqual([
      ['anna', counts(1, 0, 1, 0)],
      ['ben', counts(1, 0, 1, 0)],
      ['robot', counts(1, 0, 0, 0)],
    ])
  })

  test('is empty where nobody is touched', () => {
    expect(comparedTo({ kind: 'join', group: 'team', person: 'anna' })).toEqual([])
  })
})
