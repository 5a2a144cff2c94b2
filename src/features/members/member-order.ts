import type { Term } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import type { MemberRole, MemberStatus } from '#/session/member-types'
import type { MemberRow } from './member-row'
import { shownName } from './member-row'

export type MemberTab = 'confirmed' | 'accepted' | 'invited' | 'revoked'
export type MemberSort = 'name' | 'role' | 'since'
export type MemberCondition = 'two-step-off' | 'sso' | 'not-sso' | 'claimed' | 'not-claimed'

export interface MemberFilter {
  status: MemberTab | undefined
  role: MemberRole | undefined
  /** Id, or `none`. */
  group: string | undefined
  sm: 'on' | 'off' | undefined
  is: MemberCondition | undefined
}

const RANK: Record<MemberRole, number> = { owner: 0, admin: 1, custom: 2, user: 3 }

/** All rows in order. Apart from the filter, since sorting 10,000 names costs more than a keystroke may. */
export function orderedMembers(
  rows: readonly MemberRow[],
  sort: MemberSort,
  direction: 'asc' | 'desc',
): MemberRow[] {
  const sign = direction === 'asc' ? 1 : -1
  return rows.toSorted((a, b) => sign * compareBy(sort, a, b) || byName(a, b))
}

const byName = (a: MemberRow, b: MemberRow) => compareNames(shownName(a), shownName(b)) || compareIds(a, b)
const compareIds = (a: MemberRow, b: MemberRow) => (a.id < b.id ? -1 : 1)

function compareBy(sort: MemberSort, a: MemberRow, b: MemberRow): number {
  if (sort === 'role') return RANK[a.role] - RANK[b.role]
  return sort === 'since' ? (a.since ?? 0) - (b.since ?? 0) : byName(a, b)
}

/** Those that match, in the order that they come in. What is not known of somebody hides nobody. */
export const filteredMembers = (
  rows: readonly MemberRow[],
  filter: MemberFilter,
  terms: readonly Term[],
): readonly MemberRow[] => rows.filter((row) => isOf(row, filter) && matches(row, terms))

const matches = ({ folded, id }: MemberRow, terms: readonly Term[]): boolean =>
  terms.every(({ text, isExcluded }) => (folded.includes(text) || id.startsWith(text)) !== isExcluded)

function isOf(row: MemberRow, { status, role, group, sm, is }: MemberFilter): boolean {
  if (status !== undefined && tabOf(row.status) !== status) return false
  if (role !== undefined && row.role !== role) return false
  if (group === 'none' ? row.groups.length > 0 : group !== undefined && !row.groups.includes(group))
    return false
  if (sm !== undefined && row.hasSecretsManager !== (sm === 'on')) return false
  return is === undefined || holds(row, is)
}

/** Who was provided by a directory and not invited yet stands with the invited: neither has accepted. */
const tabOf = (status: MemberStatus): MemberTab => (status === 'staged' ? 'invited' : status)

function holds(row: MemberRow, is: MemberCondition): boolean {
  switch (is) {
    case 'two-step-off':
      return row.hasTwoStep === false
    case 'sso':
      return row.hasSso
    case 'not-sso':
      return !row.hasSso
    case 'claimed':
      return row.isClaimed
    case 'not-claimed':
      return !row.isClaimed
  }
}

export interface MemberCounts extends Record<MemberTab, number> {
  all: number
  /** Confirmed members whose account has no second factor. */
  withoutTwoStep: number
  /** Seats that are taken: invited, accepted and confirmed. */
  seats: number
  secretsManagerSeats: number
}

export function countMembers(rows: readonly MemberRow[]): MemberCounts {
  const counts: MemberCounts = {
    ...{ all: rows.length, confirmed: 0, accepted: 0, invited: 0, revoked: 0 },
    ...{ withoutTwoStep: 0, seats: 0, secretsManagerSeats: 0 },
  }
  for (const row of rows) {
    counts[tabOf(row.status)] += 1
    if (row.status === 'confirmed' && row.hasTwoStep === false) counts.withoutTwoStep += 1
    if (row.status === 'revoked' || row.status === 'staged') continue
    counts.seats += 1
    if (row.hasSecretsManager) counts.secretsManagerSeats += 1
  }
  return counts
}
