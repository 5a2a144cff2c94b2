import type { ComparedRow } from '#/domain/value-compare'

const AROUND = 3
const LONGEST = 12

/** A row, or the place of a run of equal ones that is left out; `at` is the index of its first row. */
export type FoldedRow =
  | { kind: 'row'; row: ComparedRow; at: number }
  | { kind: 'fold'; at: number; count: number }

/** Leaves out the middle of long runs of equal lines, except the runs that were opened. */
export function foldRows(rows: readonly ComparedRow[], opened: ReadonlySet<number>): FoldedRow[] {
  const folded: FoldedRow[] = []
  let at = 0
  while (at < rows.length) {
    let end = at
    while (end < rows.length && rows[end]?.kind === 'same') end += 1
    const from = at === 0 ? 0 : at + AROUND
    const to = end === rows.length ? end : end - AROUND
    if (to - from > LONGEST && !opened.has(from)) {
      push(at, from)
      folded.push({ kind: 'fold', at: from, count: to - from })
      push(to, end)
    } else push(at, end)
    if (end < rows.length) push(end, end + 1)
    at = end + 1
  }
  return folded

  function push(from: number, to: number) {
    for (let i = from; i < to; i += 1) {
      const row = rows[i]
      if (row) folded.push({ kind: 'row', row, at: i })
    }
  }
}
