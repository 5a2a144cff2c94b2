/** One thing that a machine account did, as its log tells it. `at` in epoch ms, newest first in lists. */
interface Act {
  type: number
  at: number
  address: string | null
}

export interface UsedFrom {
  /** Null: the server noted none. */
  address: string | null
  last: number
  count: number
}

const READ = 2100

/** From which addresses a machine account acted, the latest first. */
export function usedFrom(acts: readonly Act[]): UsedFrom[] {
  const found = new Map<string | null, UsedFrom>()
  for (const { address, at } of acts) {
    const known = found.get(address)
    found.set(address, {
      address,
      last: Math.max(at, known?.last ?? at),
      count: (known?.count ?? 0) + 1,
    })
  }
  return [...found.values()].toSorted((a, b) => b.last - a.last)
}

/** When it read a secret last; null: not among these. A sync that finds nothing new leaves no trace. */
export function lastRead(acts: readonly Act[]): number | null {
  return acts.reduce<number | null>(
    (latest, { type, at }) => (type === READ && at > (latest ?? 0) ? at : latest),
    null,
  )
}
