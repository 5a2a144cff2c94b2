import { mayHaveChanged, type DatedRow, type LogEvidence } from './history-log'

/** `edit`: the row set its value. `restore`: the row's value was live until then, and an earlier one came back. */
export type RowKind = 'edit' | 'restore'

/**
 * Which kinds each row of generation A can have been, oldest first, so that one story fits all rows, the current value
 * and the log. Null where no story fits (rows deleted from the middle, a client that sent an old ciphertext back).
 *
 * What a story may hold: an edit brings a ciphertext that was never there; a restore brings back one that a row held
 * and stores the one it replaces; a change without `valueChanged` leaves no row but a line in the log; rows older
 * than the oldest shown may be missing.
 */
export function possibleKinds<M>(
  rows: readonly DatedRow<M>[],
  current: M | null,
  evidence: LogEvidence,
): ReadonlySet<RowKind>[] | null {
  const seen = seenBefore(rows)
  const allowed = rows.map((_, i) => {
    const kinds = new Set<RowKind>()
    if (!seen[i] && evidence.ofRow[i] !== 'no edit') kinds.add('edit')
    if (evidence.ofRow[i] !== 'edit') kinds.add('restore')
    return kinds
  })
  const follows = (i: number, kind: RowKind, next: RowKind) =>
    next === 'edit' || mayEndWith(rows, i, kind, rows[i + 1]?.valueMark, evidence)

  for (let i = 1; i < rows.length; i++)
    keep(allowed[i], (kind) => some(allowed[i - 1], (before) => follows(i - 1, before, kind)))
  if (current !== null)
    keep(allowed.at(-1), (kind) => mayEndWith(rows, rows.length - 1, kind, current, evidence))
  for (let i = rows.length - 2; i >= 0; i--)
    keep(allowed[i], (kind) => some(allowed[i + 1], (after) => follows(i, kind, after)))
  return allowed.some((kinds) => kinds.size === 0) ? null : allowed
}

/** Whether `mark` can be the live value at the end of the time after row `i`. */
function mayEndWith<M>(
  rows: readonly DatedRow<M>[],
  i: number,
  kind: RowKind,
  mark: M | undefined,
  evidence: LogEvidence,
): boolean {
  const row = rows[i]
  if (!row) return true
  const isFresh = !rows.slice(0, i + 1).some((r) => r.valueMark === mark)
  // After a restore a fresh mark may come from a row that is gone, so only its own value is excluded.
  if (kind === 'restore') return mark !== row.valueMark
  if (mark === row.valueMark) return true
  return isFresh && mayHaveChanged(evidence, row.time, rows[i + 1]?.time ?? Number.POSITIVE_INFINITY)
}

/** Whether an older row holds the same value. */
export function seenBefore<M>(rows: readonly DatedRow<M>[]): boolean[] {
  return rows.map((row, i) => rows.findIndex((r) => r.valueMark === row.valueMark) < i)
}

function some<T>(set: ReadonlySet<T> | undefined, holds: (value: T) => boolean): boolean {
  return [...(set ?? [])].some(holds)
}

function keep<T>(set: Set<T> | undefined, holds: (value: T) => boolean): void {
  for (const value of [...(set ?? [])]) if (!holds(value)) set?.delete(value)
}
