import { expect, test } from 'vitest'
import { needsOf } from './needs'

const DAY = 86_400_000
const now = Date.parse('2026-09-16T10:30:00Z')
const token = (id: string, days: number | null, machineId = 'm1') => ({
  id,
  name: id,
  machineId,
  machine: 'deploy',
  expiresAt: days === null ? null : now + days * DAY,
})
const nothing = { tokens: [], spoiledSecrets: 0, spoiledProjects: 0, duplicates: 0 }

test('nothing needs anybody where all is well, and what is not known is no need', () => {
  expect(needsOf({ ...nothing, tokens: [token('a', 40), token('b', null), token('c', -1)] }, now)).toEqual([])
  expect(
    needsOf({ tokens: null, spoiledSecrets: null, spoiledProjects: null, duplicates: null }, now),
  ).toEqual([])
})

test('what ends first comes first; more than three that end soon become one line with those of two weeks', () => {
  const tokens = [
    token('d', 2.9, 'm2'),
    token('late', 10, 'm2'),
    token('a', 0.5),
    token('b', 1),
    token('c', 2),
  ]
  const needs = needsOf({ ...nothing, tokens, spoiledSecrets: 1, duplicates: 2 }, now)
  expect(needs.map((need) => (need.kind === 'token' ? need.token.id : [need.kind, need.count]))).toEqual([
    'a',
    'b',
    'c',
    ['tokens', 2],
    ['spoiled-secrets', 1],
    ['duplicates', 2],
  ])
  expect(needs[3]).toMatchObject({ machines: 1 })
})
