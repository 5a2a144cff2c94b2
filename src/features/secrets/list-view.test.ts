import { describe, expect, it } from 'vitest'
import { buildSearchIndex, parseTerms } from '#/domain/search'
import type { SecretColumns } from '#/session/secret-columns'
import { noFilter, orderedRows, shownRows } from './list-view'

const names = ['alpha', '', 'gamma', 'alpha', 'delta']

function columns(): SecretColumns {
  const offsets = new Uint32Array(names.length + 1)
  names.forEach((name, i) => (offsets[i + 1] = (offsets[i] ?? 0) + name.length))
  const text = names.join('')
  return {
    count: names.length,
    ids: '',
    names: text,
    offsets,
    spoiled: Uint8Array.of(0, 1, 0, 0, 0),
    project: Int32Array.of(0, 1, -1, 2, 0),
    write: Uint8Array.of(1, 1, 0, 0, 1),
    changed: Float64Array.of(1, 2, 3, 4, 5),
    created: new Float64Array(5),
    projects: [
      { id: 'p0', name: 'Zebra' },
      { id: 'p1', name: null },
      { id: 'p2', name: 'Ant' },
    ],
    search: buildSearchIndex(text, offsets, ''),
    duplicate: Uint8Array.of(1, 0, 0, 1, 0),
    byChanged: Uint32Array.of(0, 1, 2, 3, 4),
    openedIn: 0,
  }
}

const all = Uint32Array.of(4, 3, 2, 1, 0)
const shown = (change: Partial<typeof noFilter>, query = '') =>
  Array.from(shownRows(columns(), all, { ...noFilter, ...change }, parseTerms(query)))

describe('orderedRows', () => {
  const ordered = (...args: [Parameters<typeof orderedRows>[1], 'asc' | 'desc', (Uint32Array | null)?]) =>
    Array.from(orderedRows(columns(), args[0], args[1], args[2] ?? null))

  it('stands by the last change, newest first or last', () => {
    expect(ordered('changed', 'desc')).toEqual([4, 3, 2, 1, 0])
    expect(ordered('changed', 'asc')).toEqual([0, 1, 2, 3, 4])
  })

  it('takes the order of names from the worker, with unreadable ones last in both directions', () => {
    const byName = Uint32Array.of(0, 3, 4, 2, 1)
    expect(ordered('name', 'asc', byName)).toEqual([0, 3, 4, 2, 1])
    expect(ordered('name', 'desc', byName)).toEqual([2, 4, 3, 0, 1])
  })

  it('stays by the last change until the order of names is there', () => {
    expect(ordered('name', 'asc')).toEqual([4, 3, 2, 1, 0])
  })

  it('sorts by project, newest first inside, unreadable and none last in both directions', () => {
    expect(ordered('project', 'asc')).toEqual([3, 4, 0, 1, 2])
    expect(ordered('project', 'desc')).toEqual([4, 0, 3, 1, 2])
  })
})

describe('shownRows', () => {
  it('keeps the given order', () => {
    expect(shown({})).toEqual([4, 3, 2, 1, 0])
  })

  it('filters by project, right and condition, all of them together', () => {
    expect(shown({ project: 'p0' })).toEqual([4, 0])
    expect(shown({ project: 'gone' })).toEqual([])
    expect(shown({ access: 'read' })).toEqual([3, 2])
    expect(shown({ is: 'unassigned' })).toEqual([2])
    expect(shown({ is: 'duplicate' })).toEqual([3, 0])
    expect(shown({ is: 'spoiled' })).toEqual([1])
    expect(shown({ is: 'duplicate', access: 'write' })).toEqual([0])
    expect(shown({ is: 'readonly' })).toEqual([3, 2])
  })

  it('takes several of an operator: projects any of them, the rest all of them, a minus for not', () => {
    expect(shown({ project: 'p0,p2' })).toEqual([4, 3, 0])
    expect(shown({ project: '-p0' })).toEqual([3, 2, 1])
    expect(shown({ project: 'p0,p1,-p1' })).toEqual([4, 0])
    expect(shown({ is: 'duplicate,readonly' })).toEqual([3])
    expect(shown({ is: '-duplicate,-spoiled' })).toEqual([4, 2])
    expect(shown({ is: 'nonsense' })).toEqual([])
  })

  it('compares ages and dates, and tells what was shared by itself', () => {
    const facts = { now: 5 + 86_400_000, isLocal: false, ownProjects: new Set(['p0', 'p1']) }
    const judged = (change: Partial<typeof noFilter>) =>
      Array.from(shownRows(columns(), all, { ...noFilter, ...change }, [], facts))
    expect(judged({ age: '>1d' })).toEqual([3, 2, 1, 0])
    expect(judged({ age: '<=1d' })).toEqual([4])
    expect(judged({ changed: '1970' })).toEqual([4, 3, 2, 1, 0])
    expect(judged({ changed: '-1970-01-01' })).toEqual([])
    expect(judged({ is: 'direct' })).toEqual([3, 2])
    expect(shown({ is: 'direct' })).toEqual([])
  })

  it('keeps a name that cannot be decrypted in every search, behind what matches and not past a filter', () => {
    expect(shown({}, 'alpha')).toEqual([3, 0, 1])
    expect(shown({ project: 'p0' }, 'alpha')).toEqual([0])
  })
})
