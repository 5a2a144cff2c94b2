import { expect, test } from 'vitest'
import { recentVisits, rememberVisit } from './recent'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

test('remembers pages of objects once each, newest first, for one person', () => {
  rememberVisit('mara', `/orgs/a/secrets/${id(1)}`, 1)
  rememberVisit('mara', '/orgs/a/secrets', 2)
  rememberVisit('mara', `/orgs/a/projects/${id(2)}/machine-accounts`, 3)
  rememberVisit('mara', `/orgs/b/secrets/${id(3)}`, 4)
  rememberVisit('mara', `/orgs/a/secrets/${id(1)}/versions`, 5)
  rememberVisit('mara', '/orgs/a/secrets/new', 6)
  expect(recentVisits('mara', 'a').map((visit) => [visit.kind, visit.id, visit.at])).toEqual([
    ['secrets', id(1), 5],
    ['projects', id(2), 3],
  ])
  expect(recentVisits('jo', 'a')).toEqual([])
  rememberVisit('jo', '/orgs/a/secrets', 7)
  expect(recentVisits('mara', 'a')).toEqual([])
})
