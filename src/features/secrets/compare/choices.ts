import type { HistoryEntry } from '#/domain/history-types'

/** One value that can stand in a comparison. */
export interface Choice {
  /** Of the row that holds it; `current` for the live value that no row is known to hold; null where none was kept. */
  id: string | null
  /** Ours, counted from the oldest; null for a live value that may be one of the others. */
  number: number | null
  entry: HistoryEntry<number> | null
}

/** Oldest first. Where no entry is known to be the live one, the live value is a choice of its own. */
export function choicesOf(entries: readonly HistoryEntry<number>[]): Choice[] {
  const choices = entries.map((entry, i): Choice => ({
    id: entry.versionId ?? (entry.isCurrent ? 'current' : null),
    number: i + 1,
    entry,
  }))
  if (!entries.some((entry) => entry.isCurrent)) choices.push({ id: 'current', number: null, entry: null })
  return choices
}

export interface Pair {
  /** The older one. */
  a: Choice
  b: Choice
  /** The path names the newer one first. */
  isSwapped: boolean
}

/**
 * The two choices that a path means. One row may hold the value of two stretches of time (it was restored): then the
 * newest stretch stands for b, and for a the last one before it.
 */
export function pairOf(choices: readonly Choice[], a: string, b: string): Pair | null {
  const found = inOrder(choices, a, b)
  if (found) return { ...found, isSwapped: false }
  const swapped = inOrder(choices, b, a)
  return swapped && { ...swapped, isSwapped: true }
}

function inOrder(choices: readonly Choice[], a: string, b: string): { a: Choice; b: Choice } | null {
  for (let j = choices.length - 1; j > 0; j -= 1) {
    const newer = choices[j]
    if (!newer || !isMeant(newer, b)) continue
    const older = choices.slice(0, j).findLast((choice) => isMeant(choice, a))
    if (older) return { a: older, b: newer }
  }
  return null
}

/** A link to the live value stays good when it becomes known which row holds it. */
const isMeant = (choice: Choice, id: string) =>
  choice.id === id || (id === 'current' && choice.entry?.isCurrent === true)

/** The pair after one side was set anew: the older one is always a. Null where it would be one value twice. */
export function withSide(
  choices: readonly Choice[],
  pair: { a: Choice | null; b: Choice | null },
  side: 'a' | 'b',
  chosen: Choice,
): { a: string; b: string } | null {
  const other = side === 'a' ? pair.b : pair.a
  if (!other || other === chosen || chosen.id === null || other.id === null) return null
  const isOlder = choices.indexOf(chosen) < choices.indexOf(other)
  return isOlder ? { a: chosen.id, b: other.id } : { a: other.id, b: chosen.id }
}

export function choiceName(choice: Choice): string {
  if (choice.number === null) return 'Current value'
  return `Version ${choice.number}${choice.entry?.isCurrent ? ', current' : ''}`
}
