import { expect, it } from 'vitest'
import { changeOf, deletionRows, rightRows } from './collection-bulk'
import type { CollectionFacts } from './use-collections'

const collection = (id: string, more: Partial<CollectionFacts> = {}): CollectionFacts => ({
  ...{ id, name: id, externalId: null, groups: [], users: [], own: 'manage', hasLists: true },
  ...{ isUnmanaged: false, holders: [] },
  ...more,
})
const owner = {
  ...{ role: 'owner', permissions: [], confirmed: true, enabled: true, secretsManager: true },
  ...{ adminsHaveAllCollections: false, limitsCollectionCreation: true, limitsCollectionDeletion: true },
} as unknown as Parameters<typeof rightRows>[0]
const leo = { groups: [], users: ['leo'] }

it('knows of each list only what is changed, so that an undo gives back exactly that', () => {
  const change = changeOf(
    {
      groups: [['g', 'view']],
      users: [
        ['leo', 'edit'],
        ['mara', 'manage'],
      ],
    },
    leo,
    'view',
  )
  expect(change).toEqual({
    base: { groups: [], users: [['leo', 'edit']] },
    wanted: { groups: [], users: [['leo', 'view']] },
  })
  expect(changeOf({ groups: [], users: [] }, leo, null).wanted).toEqual({ groups: [], users: [] })
})

it('says what changes, and leaves out what is so, is closed, or would be without a manager', () => {
  const rows = rightRows(
    owner,
    [
      collection('new', { users: [['mara', 'manage']] }),
      collection('same', {
        users: [
          ['leo', 'view'],
          ['mara', 'manage'],
        ],
      }),
      collection('last', { users: [['leo', 'manage']] }),
      collection('closed', { own: 'edit', users: [['mara', 'manage']] }),
      collection('hidden', { hasLists: false }),
    ],
    leo,
    'view',
  )
  expect(rows.map(({ skip }) => skip)).toEqual([
    null,
    'It is so already',
    expect.stringContaining('Somebody must be able to manage it'),
    expect.stringContaining('you cannot manage this collection'),
    'Who has rights on it is not told to you',
  ])
  expect(rows[0]?.change).toBe('No right → Can view')
})

it('counts where several are given a right', () => {
  const both = { groups: ['g'], users: ['leo'] }
  const [row] = rightRows(
    owner,
    [
      collection('a', {
        users: [
          ['leo', 'edit'],
          ['mara', 'manage'],
        ],
      }),
    ],
    both,
    'view',
  )
  expect(row?.change).toBe('1 new, 1 changed → Can view')
})

it('tells who loses a collection, and which may not be deleted', () => {
  const holders = [{ memberId: 'm', right: 'view' as const, through: null }]
  const rows = deletionRows(owner, [collection('a', { holders }), collection('b', { own: 'edit' })])
  expect(rows.map(({ change, skip }) => [change, skip])).toEqual([
    ['1 person loses it', null],
    ['Nobody loses it', 'Only who can manage this collection deletes it.'],
  ])
})
