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
    const [fromI, fromJ] = [i, j]
    while (i < before.length && removed[i] === 1) i += 1
    while (j < after.length && added[j] === 1) j += 1
    if (i > fromI) runs.push({ kind: 'removed', items: before.slice(fromI, i) })
    if (j > fromJ) runs.push({ kind: 'added', items: after.slice(fromJ, j) })
    const same = i
    while (i < before.length && removed[i] === 0 && added[j] === 0) {
      i += 1
      j += 1
    }
    if (i > same) runs.push({ kind: 'same', items: before.slice(same, i) })
  }
  return runs
}
