import { foldName, type Term } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import type { ComparedSecret, ProjectComparison, SharedName } from '#/domain/project-compare'
import type { CallPart } from '#/session/call-types'

export type ValueVerdict = CallPart<'compareValues'>['verdicts'][string]

export type Show = 'a' | 'b' | 'both'

/** A line of the page: what one project has alone, or what both have. */
export interface CompareRow {
  id: string
  name: string
  /** Empty on the side that does not have it. */
  a: readonly ComparedSecret[]
  b: readonly ComparedSecret[]
}

export interface RowSort {
  id: string
  direction: 'asc' | 'desc'
}

const alone = (side: 'a' | 'b') => (secret: ComparedSecret) => ({
  id: secret.id,
  name: secret.name ?? '',
  a: side === 'a' ? [secret] : [],
  b: side === 'b' ? [secret] : [],
})

const shared = ({ name, a, b }: SharedName): CompareRow => ({ id: a[0]?.id ?? name, name, a, b })

export function rowsOfTab(comparison: ProjectComparison, show: Show): CompareRow[] {
  if (show === 'a') return comparison.onlyA.map(alone('a'))
  if (show === 'b') return comparison.onlyB.map(alone('b'))
  return comparison.both.map(shared)
}

/** Changes with every change of a secret in it: a verdict is of these revisions and no others. */
export const valueKey = ({ a, b }: CompareRow): string =>
  [...a, ...b].map(({ id, changed }) => `${id}@${changed}`).join(' ')

/** Those that want a look come first. */
const ranks: Record<ValueVerdict | 'unknown', number> = {
  differs: 0,
  unreadable: 1,
  gone: 2,
  unknown: 3,
  same: 4,
}

/** Rows that hold all terms, in order; equal ones by name. */
export function shownRows(
  rows: readonly CompareRow[],
  terms: readonly Term[],
  sort: RowSort,
  verdictOf: (row: CompareRow) => ValueVerdict | undefined,
): CompareRow[] {
  const sign = sort.direction === 'asc' ? 1 : -1
  const rank = (row: CompareRow) => ranks[verdictOf(row) ?? 'unknown']
  return rows
    .filter(({ name }) => {
      const folded = foldName(name)
      return terms.every(({ text, isExcluded }) => folded.includes(text) !== isExcluded)
    })
    .toSorted((x, y) => {
      if (sort.id === 'value') return sign * (rank(x) - rank(y)) || compareNames(x.name, y.name)
      if (sort.id === 'changed') return sign * (lastChange(x) - lastChange(y)) || compareNames(x.name, y.name)
      return sign * compareNames(x.name, y.name)
    })
}

export const lastChange = ({ a, b }: CompareRow): number =>
  Math.max(0, ...[...a, ...b].map(({ changed }) => changed))
