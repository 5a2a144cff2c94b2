import { foldName, type Term } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import { compareEnds } from '#/domain/token-expiry'
import type { MachineRow } from './machine-row'

export type MachineSort = 'name' | 'secrets' | 'expiry' | 'seen'
export type MachineNarrowing = 'expiring' | 'endless' | 'unseen'

export interface MachineView {
  sort: MachineSort
  direction: 'asc' | 'desc'
  terms: readonly Term[]
  is: MachineNarrowing | undefined
  project: string | undefined
  now: number
}

const SOON = 14 * 24 * 60 * 60_000

/**
 * Machine accounts that match, in order. What cannot be tested (a name that is spoiled, facts that are not read or
 * not told) stays in every result, and stands last.
 */
export function shownMachines(rows: readonly MachineRow[], view: MachineView): MachineRow[] {
  const sign = view.direction === 'asc' ? 1 : -1
  return rows
    .filter((row) => matchesTerms(row, view.terms) && isOf(row, view) && isInProject(row, view.project))
    .toSorted((a, b) => sign * compareBy(view.sort, a, b) || byName(a, b))
}

function compareBy(sort: MachineSort, a: MachineRow, b: MachineRow): number {
  switch (sort) {
    case 'name':
      return byName(a, b)
    case 'secrets':
      return a.secrets - b.secrets
    case 'expiry':
      return compareEnds(a.tokens?.next, b.tokens?.next)
    case 'seen':
      return seenAt(a) - seenAt(b)
  }
}

function seenAt({ facts }: MachineRow): number {
  return facts?.lastSeen.ok ? (facts.lastSeen.value ?? 0) : -1
}

function byName(a: MachineRow, b: MachineRow): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
  return compareNames(a.name, b.name)
}

function matchesTerms({ id, name }: MachineRow, terms: readonly Term[]): boolean {
  if (name === null) return true
  const folded = foldName(name)
  return terms.every(({ text, isExcluded }) => (folded.includes(text) || id.startsWith(text)) !== isExcluded)
}

function isOf({ tokens, facts }: MachineRow, { is, now }: MachineView): boolean {
  switch (is) {
    case undefined:
      return true
    case 'expiring':
      return !tokens || (typeof tokens.next === 'number' && tokens.next - now <= SOON)
    case 'endless':
      return !tokens || tokens.hasEndless
    case 'unseen':
      return !facts?.lastSeen.ok || facts.lastSeen.value === null
  }
}

function isInProject({ facts }: MachineRow, project: string | undefined): boolean {
  return project === undefined || !facts?.projects.ok || facts.projects.value.some(({ id }) => id === project)
}
