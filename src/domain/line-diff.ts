/** A run of items that both texts have, or only one of them. Order: what went before what came. */
export interface DiffRun {
  kind: 'same' | 'removed' | 'added'
  items: string[]
}

/** Above this many cells the table would cost seconds: the middle then counts as replaced. */
const MOST_CELLS = 4_000_000

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
 * A shortest edit from one list to the other, by longest common subsequence. `same` and `removed` runs joined are
 * `before`, `same` and `added` joined are `after`; neighbours differ in kind, and `removed` stands before `added`.
 */
export function diffItems(before: readonly string[], after: readonly string[]): DiffRun[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let beforeEnd = before.length
  let afterEnd = after.length
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1
    afterEnd -= 1
  }
  return joinRuns([
    { kind: 'same', items: before.slice(0, start) },
    ...middle(before.slice(start, beforeEnd), after.slice(start, afterEnd)),
    { kind: 'same', items: before.slice(beforeEnd) },
  ])
}

function middle(before: string[], after: string[]): DiffRun[] {
  const replaced: DiffRun[] = [
    { kind: 'removed', items: before },
    { kind: 'added', items: after },
  ]
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST_CELLS) return replaced
  const longest = commonLengths(before, after)
  const width = after.length + 1
  const runs: DiffRun[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const down = longest[(i + 1) * width + j] ?? 0
    const right = longest[i * width + j + 1] ?? 0
    if (i < before.length && j < after.length && before[i] === after[j]) {
      runs.push({ kind: 'same', items: [before[i] ?? ''] })
      i += 1
      j += 1
    } else if (i < before.length && (j === after.length || down >= right)) {
      runs.push({ kind: 'removed', items: [before[i] ?? ''] })
      i += 1
    } else {
      runs.push({ kind: 'added', items: [after[j] ?? ''] })
      j += 1
    }
  }
  return runs
}

/** Cell (i, j): how many items the rest of `before` from i and the rest of `after` from j have in common. */
function commonLengths(before: string[], after: string[]): Uint32Array {
  const width = after.length + 1
  const table = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        before[i] === after[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  return table
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
