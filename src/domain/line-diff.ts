import { diffMarks } from './diff-marks'

/** A run of items that both texts have, or only one of them. Order: what went before what came. */
export interface DiffRun {
  kind: 'same' | 'removed' | 'added'
  items: string[]
}

/** Lines with their line ends, so that joining them gives the text back. CRLF, LF and a lone CR end a line. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}

/** Words, blanks and signs; joining them gives the text back. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? []
}

export const diffLines = (before: string, after: string): DiffRun[] =>
  diffItems(linesOf(before), linesOf(after))

export const diffWords = (before: string, after: string): DiffRun[] =>
  diffItems(wordsOf(before), wordsOf(after))

/**
 * The edit from one list to the other: the shortest unless two long lists differ in most of their items, then a
 * good one.
 * `same` and `removed` runs joined are `before`, `same` and `added` joined are `after`; neighbours differ in kind, and
 * `removed` stands before `added`.
 */
export function diffItems(before: readonly string[], after: readonly string[]): DiffRun[] {
  const numbers = new Map<string, number>()
  const numbered = (items: readonly string[]) =>
    Int32Array.from(items, (item) => {
      const known = numbers.get(item) ?? numbers.size
      if (known === numbers.size) numbers.set(item, known)
      return known
    })
  const { removed, added } = diffMarks(numbered(before), numbered(after))
  const runs: DiffRun[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (removed[i] === 1) runs.push({ kind: 'removed', items: [before[i++] ?? ''] })
    else if (added[j] === 1) runs.push({ kind: 'added', items: [after[j++] ?? ''] })
    else {
      runs.push({ kind: 'same', items: [before[i++] ?? ''] })
      j += 1
    }
  }
  return joinRuns(runs)
}

/** Between two `same` runs all that went stands before all that came. */
function joinRuns(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    if (removed.length > 0) joined.push({ kind: 'removed', items: removed })
    if (added.length > 0) joined.push({ kind: 'added', items: added })
    removed = []
    added = []
  }
  for (const run of runs) {
    if (run.items.length === 0) continue
    if (run.kind === 'removed') removed.push(...run.items)
    else if (run.kind === 'added') added.push(...run.items)
    else {
      flush()
      const last = joined.at(-1)
      if (last?.kind === 'same') last.items.push(...run.items)
      else joined.push({ kind: 'same', items: [...run.items] })
    }
  }
  flush()
  return joined
}
