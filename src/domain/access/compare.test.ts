import { describe, expect, test } from 'vitest'
import { AccessMap } from './access-map'
import { applyChanges } from './changes'
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

describe('compareAccess', () => {
  test('counts what a deleted project takes, secret by secret', () => {
    const lost = compareAccess(facts, applyChanges(facts, [{ kind: 'delete-project', project: 'pay' }]))
    expect(lost.map(({ principal, losesRead }) => [principal, losesRead])).toEqual([
      ['owner', []],
      ['anna', ['s1', 's2']],
      ['ben', ['s1', 's2']],
      ['robot', ['s1', 's2']],
    ])
  })

  test('takes everything from a machine account with its last token', () => {
    const [robot] = compareAccess(facts, applyChanges(facts, [{ kind: 'revoke-token', machine: 'robot' }]))
    expect(robot).toMatchObject({ principal: 'robot', losesRead: ['s3', 's1', 's2'] })
  })

  test('sees a secret that moves', () => {
    const changes = compareAccess(
      facts,
      applyChanges(facts, [{ kind: 'move', secret: 's1', project: 'web' }]),
    )
    expect(changes.map(({ principal, losesRead, losesWrite }) => [principal, losesRead, losesWrite])).toEqual(
      [
        ['anna', ['s1'], ['s1']],
        ['ben', ['s1'], ['s1']],
        ['robot', ['s1'], []],
      ],
    )
  })

  test('is empty where nobody is touched', () => {
    expect(
      compareAccess(facts, applyChanges(facts, [{ kind: 'join', group: 'team', person: 'anna' }])),
    ).toEqual([])
  })
})
