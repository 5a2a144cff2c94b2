import { expect, it } from 'vitest'
import { additionRows, changeOf, deletionRows } from './group-bulk'
import type { GroupFacts } from './use-groups'

const group = (id: string, members: string[] | null, externalId: string | null = null): GroupFacts => ({
  ...{ id, name: `Group ${id}`, externalId, members },
  collections: [['c1', 'view']],
})
const owner = {
  ...{ role: 'owner' as const, permissions: [], confirmed: true, enabled: true, secretsManager: true },
  ...{ adminsHaveAllCollections: true, memberId: 'me', useGroups: true, usePolicies: true },
} as unknown as Parameters<typeof additionRows>[0]
const noGrants = { byGroup: new Map(), read: 0, refused: 0, total: 0, error: null }

it('keeps who is in a group already apart from who is added, so that an undo takes out only these', () => {
  expect(changeOf(group('a', ['m1', 'm2']), ['m2', 'm3'])).toEqual({ base: ['m2'], wanted: ['m2', 'm3'] })
})

it('leaves out groups that have them all, and those that a directory keeps', () => {
  const rows = additionRows(owner, [group('a', ['m1']), group('b', []), group('c', [], 'from-there')], ['m1'])
  expect(rows.map(({ skip }) => skip)).toEqual([
    'All of them are in it already',
    null,
    expect.stringContaining('A directory keeps'),
  ])
  expect(rows[1]?.change).toBe('0 members, then 1')
})

it('counts a loss also where the only other group is deleted in the same act', () => {
  const [a, b] = [group('a', ['m1']), group('b', ['m1'])]
  const lists = {
    id: 'c1',
    groups: [
      ['a', 'view'],
      ['b', 'view'],
    ],
    users: [],
  }
  const data = { groups: [a, b], collections: [lists] } as unknown as Parameters<typeof deletionRows>[1]
  expect(deletionRows([a], data, noGrants).map(({ change }) => change)).toEqual(['1 member'])
  expect(deletionRows([a, b], data, noGrants).map(({ change }) => change)).toEqual([
    '1 member, 1 loses something',
    '1 member, 1 loses something',
  ])
})
