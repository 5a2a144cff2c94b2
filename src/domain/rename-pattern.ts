import { measure } from './secret-limits'

/** How many names are changed at once: parts are replaced first, then letters are turned, then texts are put around. */
export interface RenamePattern {
  /** Plain text, each place where it stands; empty for none. */
  find: string
  replace: string
  before: string
  after: string
  letters: 'keep' | 'upper' | 'lower'
}

export const noPattern: RenamePattern = { find: '', replace: '', before: '', after: '', letters: 'keep' }

export interface NamedRow {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
}

export type RenameVerdict =
  | 'changes'
  /** The pattern leaves it as it is. */
  | 'same'
  /** Nothing would be left of it but spaces. */
  | 'blank'
  | 'too long'
  | 'spoiled'
  /** Another secret has or would get the same name. The server would take it. */
  | 'double'

export interface PlannedRename {
  id: string
  from: string | null
  to: string
  verdict: RenameVerdict
}

/** The name that a pattern makes of a name. */
export function renamed(name: string, pattern: RenamePattern): string {
  const replaced = pattern.find === '' ? name : name.replaceAll(pattern.find, () => pattern.replace)
  const turned =
    pattern.letters === 'upper'
      ? replaced.toUpperCase()
      : pattern.letters === 'lower'
        ? replaced.toLowerCase()
        : replaced
  return pattern.before + turned + pattern.after
}

/**
 * What becomes of each row. `isTaken` knows the names of all secrets that are not among the rows; it is asked only of
 * names that would be new. Doubles are judged by the names as they would stand afterwards, where doubles are left out
 * and keep theirs.
 */
export function planRename(
  rows: readonly NamedRow[],
  pattern: RenamePattern,
  isTaken: (name: string) => boolean,
): PlannedRename[] {
  const planned = rows.map((row): PlannedRename => {
    const to = row.name === null ? '' : renamed(row.name, pattern)
    return { id: row.id, from: row.name, to, verdict: verdictOf(row.name, to) }
  })
  // A double that is left out keeps its name, which may make a double of another: until nothing moves any more.
  for (;;) {
    const taken = countNames(planned.map(nameAfter))
    let hasMoved = false
    for (const row of planned) {
      if (row.verdict !== 'changes' || ((taken.get(row.to) ?? 0) < 2 && !isTaken(row.to))) continue
      row.verdict = 'double'
      hasMoved = true
    }
    if (!hasMoved) return planned
  }
}

const nameAfter = ({ from, to, verdict }: PlannedRename) => (verdict === 'changes' ? to : from)

function countNames(names: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function verdictOf(from: string | null, to: string): RenameVerdict {
  if (from === null) return 'spoiled'
  if (to === from) return 'same'
  if (to.trim() === '') return 'blank'
  return measure('name', to).sentence === null ? 'changes' : 'too long'
}
