import { expect, test } from 'vitest'
import type { StoredItem } from '#/data/device'
import { groupsOf, sizeWords } from './stored-groups'

const item = (kind: StoredItem['kind'], key: string, more: Partial<StoredItem> = {}): StoredItem => ({
  place: 'localStorage',
  key,
  kind,
  bytes: 100,
  count: 1,
  ...more,
})

test('keys of one purpose are one line, with their sizes added', () => {
  const groups = groupsOf([
    item('settings', 'strongroom.settings'),
    item('settings', 'strongroom.last-organization'),
  ])
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ name: 'Settings', bytes: 200 })
})

test('each unknown key is a line of its own and named', () => {
  const groups = groupsOf([
    item('unknown', 'b'),
    item('unknown', 'c/d', { place: 'IndexedDB' }),
    item('device', 'x'),
  ])
  expect(groups.map((g) => g.name)).toEqual(['Device id', 'b', 'c/d'])
})

test('a store without rows is not shown', () => {
  expect(groupsOf([item('drafts', 'strongroom/drafts', { count: 0, bytes: 0 })])).toEqual([])
})

test('sizes have the unit that fits', () => {
  expect([0, 999, 1200, 3_400_000].map(sizeWords)).toEqual(['0 B', '999 B', '1.2 kB', '3.4 MB'])
})
