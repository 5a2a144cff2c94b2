/** What of a row of the event log tells whether the Public API wrote it. */
export interface LoggedAct {
  type: number
  actingUserId: string | null
  userId: string | null
  serviceAccountId: string | null
  systemUser: number | null
}

const PUBLIC_API = 3

/** Rows that acts of the Public API write without any actor (public-api.md §9). */
const UNNAMED = new Set([1301, 1400, 1401, 1502, 1503, 1504, 1700])

/**
 * Whether a row of the private event log was written by the Public API: the system user says so, or nobody is named
 * where the private API always names somebody. Reading leaves no row, and so do deleting groups and collections.
 */
export function isPublicApiAct(row: LoggedAct): boolean {
  if (row.systemUser === PUBLIC_API) return true
  return (
    row.systemUser === null &&
    row.actingUserId === null &&
    row.serviceAccountId === null &&
    UNNAMED.has(row.type)
  )
}

export interface UseByAddress {
  /** Null where the log has none. */
  address: string | null
  count: number
  /** Epoch ms. */
  last: number
  /** Codes of events, the most frequent first. */
  types: number[]
}

/** Acts by where they came from, the latest first: the log does not tell which program acted. */
export function actsByAddress(
  acts: readonly { type: number; at: number; address: string | null }[],
): UseByAddress[] {
  const found = new Map<string | null, { at: number; types: Map<number, number> }>()
  for (const { address, at, type } of acts) {
    const entry = found.get(address) ?? { at, types: new Map<number, number>() }
    entry.at = Math.max(entry.at, at)
    entry.types.set(type, (entry.types.get(type) ?? 0) + 1)
    found.set(address, entry)
  }
  return [...found]
    .map(([address, { at, types }]) => {
      const byCount = [...types].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      const count = byCount.reduce((sum, [, n]) => sum + n, 0)
      return { address, count, last: at, types: byCount.map(([type]) => type) }
    })
    .toSorted((a, b) => b.last - a.last)
}

const WORDS: Record<number, string> = {
  1301: 'collections changed',
  1400: 'groups created',
  1401: 'groups changed',
  1500: 'members invited',
  1502: 'members changed',
  1503: 'members removed',
  1504: 'groups of members set',
  1511: 'members revoked',
  1512: 'members restored',
  1523: 'members staged',
  1700: 'policies saved',
}

/** "members invited"; an unknown code with its number. */
export const publicActWords = (type: number): string => WORDS[type] ?? `event ${type}`
