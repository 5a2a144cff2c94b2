import { NONE } from './facts'
import type { Right } from './facts'

interface Row {
  id: string
  right: Right
}

export interface MergedGrants {
  /** What to write: the current state with this person's changes put in. */
  result: Map<string, Right>
  /** Grantees that both changed, and differently. */
  conflicts: string[]
  /** Grantees that somebody else changed. */
  others: string[]
  /** Grantees whose right differs from the current state. */
  changed: string[]
}

/**
 * Three states of one list of grants: as it was seen, as it is wanted, as it is now. Policies have no revision, so
 * this is all that keeps two people from overwriting each other. An absent row is NONE.
 */
export function mergeGrants(base: readonly Row[], wanted: readonly Row[], now: readonly Row[]): MergedGrants {
  const [was, mine, current] = [base, wanted, now].map((rows) => new Map(rows.map((r) => [r.id, r.right])))
  const result = new Map(current)
  const merged: MergedGrants = { result, conflicts: [], others: [], changed: [] }
  for (const id of new Set([...base, ...wanted, ...now].map((row) => row.id))) {
    const [before, want, is] = [was, mine, current].map((rights) => rights?.get(id) ?? NONE)
    if (before === undefined || want === undefined || is === undefined) continue
    if (is !== before) merged.others.push(id)
    if (want === before || want === is) continue
    if (is !== before) merged.conflicts.push(id)
    merged.changed.push(id)
    if (want === NONE) result.delete(id)
    else result.set(id, want)
  }
  return merged
}
