import type { Operators } from '#/domain/query/secret-query'
import { searchNames, type Term } from '#/domain/search'
import { compareNames, orderByRank, reversed } from '#/domain/sort'
import type { SecretColumns } from '#/session/secret-columns'
import { noFacts, rowTest, type RowFacts } from './row-test'

export type SortColumn = 'name' | 'project' | 'changed'
export type Direction = 'asc' | 'desc'

/** What narrows the list besides the free text, as it stands in the URL: lists parted by commas, `-` for not. */
export interface SecretFilter {
  project: string | null
  access: 'read' | 'write' | null
  is: string | null
  age: string | null
  changed: string | null
}

export const noFilter: SecretFilter = { project: null, access: null, is: null, age: null, changed: null }

export const firstDirection: Record<SortColumn, Direction> = { name: 'asc', project: 'asc', changed: 'desc' }

/** How many are marked. A plain loop: these run while a person types, over 100,000 rows. */
export function countMarks(marks: Uint8Array): number {
  let count = 0
  for (let i = 0; i < marks.length; i += 1) count += marks[i] ?? 0
  return count
}

/** How many of these rows are marked. */
export function countAmong(rows: Uint32Array, marks: Uint8Array): number {
  let count = 0
  for (let i = 0; i < rows.length; i += 1) count += marks[rows[i] ?? 0] ?? 0
  return count
}

/**
 * All rows in the wanted order. `byName` comes from the worker; until it is there the rows stand by their last
 * change. What has no name or no project stands last in both directions.
 */
export function orderedRows(
  columns: SecretColumns,
  sort: SortColumn,
  direction: Direction,
  byName: Uint32Array | null,
): Uint32Array {
  const newestFirst = reversed(columns.byChanged)
  if (sort === 'changed') return direction === 'desc' ? newestFirst : columns.byChanged
  if (sort === 'name') {
    if (!byName) return newestFirst
    return direction === 'asc' ? byName : reversed(byName, countMarks(columns.spoiled))
  }
  return byProject(columns, direction, newestFirst)
}

function byProject(columns: SecretColumns, direction: Direction, within: Uint32Array): Uint32Array {
  const sorted = columns.projects
    .map((project, index) => ({ name: project.name, index }))
    .toSorted((a, b) => {
      if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
      return direction === 'asc' ? compareNames(a.name, b.name) : compareNames(b.name, a.name)
    })
  const ranks = new Uint32Array(sorted.length)
  sorted.forEach(({ index }, rank) => (ranks[index] = rank))
  const none = sorted.length
  return orderByRank((row) => ranks[columns.project[row] ?? -1] ?? none, none + 1, within)
}

/** The rows that are shown, in the given order. */
export function shownRows(
  columns: SecretColumns,
  order: Uint32Array,
  filter: SecretFilter,
  terms: readonly Term[],
  facts: RowFacts = noFacts,
): Uint32Array {
  const hits = terms.length > 0 ? searchNames(columns.search, terms, columns.spoiled) : null
  const isWanted = rowTest(columns, filter, facts)
  if (!hits) return isWanted ? those(order, isWanted) : order
  // A name that cannot be tested is in every result, but never before one that matches: Enter opens the first row.
  const unreadable: number[] = []
  const found = those(order, (row) => {
    if (hits[row] !== 1 || (isWanted && !isWanted(row))) return false
    if (columns.spoiled[row] !== 1) return true
    unreadable.push(row)
    return false
  })
  if (unreadable.length === 0) return found
  const out = new Uint32Array(found.length + unreadable.length)
  out.set(found)
  out.set(unreadable, found.length)
  return out
}

/** One pass, since a key waits for it: 100,000 rows are a millisecond. */
function those(rows: Uint32Array, isWanted: (row: number) => boolean): Uint32Array {
  const out = new Uint32Array(rows.length)
  let count = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0
    if (!isWanted(row)) continue
    out[count] = row
    count += 1
  }
  return out.slice(0, count)
}

/** Operators of the text on top of those of the URL: both hold. */
export function narrowed(filter: SecretFilter, operators: Operators): SecretFilter {
  const next = { ...filter }
  for (const key of ['project', 'is', 'age', 'changed'] as const) {
    const more = operators[key]
    if (more) next[key] = [...new Set([...(filter[key]?.split(',') ?? []), ...more])].join(',')
  }
  return next
}
