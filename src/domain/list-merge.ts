/** Three states of a list that is written as a whole: as it was seen, as it is wanted, as it is now. */
export interface MergedRights<R> {
  /** What to write: the current state with this person's changes put in. */
  result: Map<string, R>
  /** Ids that both changed, and differently. */
  conflicts: string[]
  /** Ids that somebody else changed meanwhile. */
  others: string[]
  isChanged: boolean
}

/** The server keeps no revision of these lists, so this is all that keeps two people from overwriting each other. */
export function mergeRights<R>(
  base: ReadonlyMap<string, R>,
  wanted: ReadonlyMap<string, R>,
  now: ReadonlyMap<string, R>,
): MergedRights<R> {
  const merged: MergedRights<R> = { result: new Map(now), conflicts: [], others: [], isChanged: false }
  for (const id of new Set([...base.keys(), ...wanted.keys(), ...now.keys()])) {
    const [before, want, is] = [base.get(id), wanted.get(id), now.get(id)]
    if (is !== before) merged.others.push(id)
    if (want === before || want === is) continue
    if (is !== before) merged.conflicts.push(id)
    merged.isChanged = true
    if (want === undefined) merged.result.delete(id)
    else merged.result.set(id, want)
  }
  return merged
}

/** One text of three states. */
export function mergeText(
  base: string,
  wanted: string,
  now: string,
): { text: string; isConflict: boolean; isChanged: boolean } {
  const isMine = wanted !== base
  return {
    text: isMine ? wanted : now,
    isConflict: isMine && now !== base && now !== wanted,
    isChanged: isMine && wanted !== now,
  }
}
