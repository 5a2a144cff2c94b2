import { expect, it } from 'vitest'
import { parseTerms } from '#/domain/search'
import { shownProjects } from './project-order'

const project = (id: string, name: string | null, secrets: number | null, changed: number) => ({
  id,
  name,
  secrets,
  changed,
  created: 0,
  canWrite: true,
})
const projects = [
  project('aa00', 'Payments', 3, 2),
  project('bb11', null, 9, 1),
  project('cc22', 'Edge 10', 3, 4),
  project('dd33', 'Edge 9', null, 3),
]
const ids = (...args: [Parameters<typeof shownProjects>[1], 'asc' | 'desc', string?]) =>
  shownProjects(projects, args[0], args[1], parseTerms(args[2] ?? '')).map((p) => p.id)

it('sorts by name as people count, unreadable names last in both directions', () => {
  expect(ids('name', 'asc')).toEqual(['dd33', 'cc22', 'aa00', 'bb11'])
  expect(ids('name', 'desc')).toEqual(['aa00', 'cc22', 'dd33', 'bb11'])
})

it('sorts by number of secrets and last change, equal ones by name', () => {
  expect(ids('secrets', 'desc')).toEqual(['bb11', 'cc22', 'aa00', 'dd33'])
  expect(ids('changed', 'desc')).toEqual(['cc22', 'dd33', 'aa00', 'bb11'])
})

it('sorts by my access, writable ones first, equal ones by name', () => {
  const mixed = projects.map((one) => ({ ...one, canWrite: one.id !== 'cc22' }))
  expect(shownProjects(mixed, 'access', 'asc', []).map((p) => p.id)).toEqual(['dd33', 'aa00', 'bb11', 'cc22'])
  expect(shownProjects(mixed, 'access', 'desc', []).map((p) => p.id)).toEqual([
    'cc22',
    'dd33',
    'aa00',
    'bb11',
  ])
})

it('searches names and beginnings of ids, and keeps what cannot be tested', () => {
  expect(ids('name', 'asc', 'edge -10')).toEqual(['dd33', 'bb11'])
  expect(ids('name', 'asc', 'aa0')).toEqual(['aa00', 'bb11'])
})
