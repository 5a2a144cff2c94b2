import { expect, it } from 'vitest'
import { sinceLines } from './since'

const of = (type: number, count: number) => Array.from({ length: count }, () => ({ type }))

it('counts by category, the critical first, with what was most common', () => {
  const rows = [
    ...of(2100, 40),
    ...of(2102, 3),
    ...of(2104, 2),
    ...of(2103, 1),
    ...of(1000, 9),
    ...of(2999, 1),
  ]
  expect(sinceLines(rows)).toEqual([
    { search: { severity: 'critical' }, label: 'Critical', count: 2, most: 'permanently deleted 2' },
    {
      search: { category: 'secret' },
      label: 'Secret',
      count: 46,
      most: 'retrieved 40 · edited 3 · permanently deleted 2 · 1 more',
    },
    { search: { category: 'user' }, label: 'User', count: 9, most: 'logged in 9' },
    { search: { category: 'none' }, label: 'Not known', count: 1, most: 'code 2999 1' },
  ])
  expect(sinceLines([])).toEqual([])
})
