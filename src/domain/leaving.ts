/** A secret that somebody who leaves could read, or did. */
export interface Known {
  id: string
  /** Whether the rights that stand give it to the person; null where that is not known. */
  isInReach: boolean | null
  /** Epoch ms of the last read in the log; null where none was found. */
  lastRead: number | null
  /** Epoch ms of the last change of the secret: value, name, note or project. */
  changed: number
}

/**
 * - `known`: read, and nothing of it changed since: the person knows the value that is in use.
 * - `perhaps`: read, and something of it changed since, perhaps not the value.
 * - `reachable`: in reach, no read in the span.
 */
export type LeavingState = 'known' | 'perhaps' | 'reachable'

export interface LeavingRow extends Known {
  state: LeavingState
}

const ORDER: Record<LeavingState, number> = { known: 0, perhaps: 1, reachable: 2 }

const stateOf = ({ lastRead, changed }: Known): LeavingState =>
  lastRead === null ? 'reachable' : changed > lastRead ? 'perhaps' : 'known'

/** What to work off: what is known for sure first, and of that what was read last. */
export function leavingRows(secrets: readonly Known[]): LeavingRow[] {
  return secrets
    .filter(({ isInReach, lastRead }) => isInReach || lastRead !== null)
    .map((secret) => ({ ...secret, state: stateOf(secret) }))
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (b.lastRead ?? 0) - (a.lastRead ?? 0))
}

const SECRET_READ = 2100

interface Read {
  type: number
  at: number
  userId: string | null
  secretId: string | null
}

/** Last read of each secret by an account. An edit begins with a read, which the log has too. */
export function lastReads(rows: readonly Read[], userId: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const { type, at, userId: actor, secretId } of rows) {
    if (type !== SECRET_READ || actor !== userId || secretId === null) continue
    if (at > (found.get(secretId) ?? 0)) found.set(secretId, at)
  }
  return found
}
