import { possibleKinds, seenBefore, type RowKind } from './history-kinds'
import { authorOfRow, exactTime, logEvidence, type DatedRow } from './history-log'
import { HistoryWriter, SAME_MOMENT_MS } from './history-writer'
import type { History, HistoryEntry, HistoryLog, HistoryRow } from './history-types'

/** Rows that a server keeps for a secret (contract, "Rules, Gen A"). */
export const VERSIONS_KEPT = 10

export interface HistoryInput<M> {
  /** Newest first, as the server sends them. */
  rows: readonly HistoryRow<M>[]
  /** The mark of the live value; null where it was not read. */
  current: M | null
  generation: 'A' | 'B'
  /** Null where the event log may not be read. */
  log: HistoryLog | null
  /** Creation and last revision of the secret, milliseconds since 1970. */
  createdAt?: number
  revisedAt?: number
}

/** Generation B sends the editors' names, null for machine callers; generation A has no such fields. */
export function generationOf(rows: readonly HistoryRow<unknown>[]): 'A' | 'B' {
  return rows.some((row) => row.memberName !== undefined || row.machineName !== undefined) ? 'B' : 'A'
}

/**
 * Tells from version rows, the current value and the event log which value was live when, and who put it there
 * (contract, "Reading the history").
 *
 * Whatever more than one story explains is "not known": an author, a date, or that a kept value was the one that came
 * back. Two things leave no trace at all and are taken not to have happened: a row deleted by hand from between others,
 * and a client that sends an old ciphertext, or `valueChanged` with the ciphertext that is already there.
 */
export function readHistory<M>(input: HistoryInput<M>): History<M> {
  const all = input.rows
    .map((row) => ({ ...row, time: Date.parse(row.date), exact: exactTime(row.date) }))
    .toReversed()
    .toSorted((a, b) => a.exact - b.exact)
  const evidence = logEvidence(all, input.log)
  const kept = all.flatMap((_, i) => {
    const isRepeat = input.generation === 'A' && isRepeatedSave(all, i, evidence.ofRow[i])
    return isRepeat ? [] : [i]
  })
  const rows = kept.flatMap((i) => all[i] ?? [])
  const known = {
    ...evidence,
    ofRow: kept.map((i) => evidence.ofRow[i] ?? 'silent'),
    lineOfRow: kept.map((i) => evidence.lineOfRow[i] ?? null),
  }
  const current = input.current ?? currentByDate(input, rows, known.ofRow.at(-1))
  const kinds =
    input.generation === 'B'
      ? rows.map(() => new Set<RowKind>(['edit']))
      : possibleKinds(rows, current, known)
  const seen = seenBefore(rows)
  const writer = new HistoryWriter(rows, known, kinds !== null)
  writer.begin(input)
  for (const [i, row] of rows.entries()) {
    const editor = authorOfRow(row, known.lineOfRow[i] ?? null)
    const kind = kinds === null ? kindAlone(known.ofRow[i], seen[i]) : onlyOf(kinds[i])
    if (kind === 'edit') writer.edit(i, editor, howOf(input, i, seen[i]))
    else if (kind === 'restore') writer.restore(i, editor)
    else writer.either(i, editor)
  }
  writer.finish(current)
  return { entries: writer.entries, mayBeIncomplete: input.rows.length >= VERSIONS_KEPT }
}

/**
 * The live value where it was not read: that of the newest row, if nothing moved the secret's date after it. In
 * generation A the log has to say that this row is an edit, since a restore leaves the same dates and the ended value.
 */
function currentByDate<M>(
  { generation, revisedAt }: HistoryInput<M>,
  rows: readonly DatedRow<M>[],
  evidence: string | undefined,
): M | null {
  const newest = rows.at(-1)
  if (!newest || revisedAt === undefined || Math.abs(newest.time - revisedAt) > SAME_MOMENT_MS) return null
  return generation === 'B' || evidence === 'edit' ? newest.valueMark : null
}

/** The log tells an edit where the row repeats the row before: a save with the flag but without a change. */
function isRepeatedSave<M>(rows: readonly DatedRow<M>[], i: number, evidence: string | undefined): boolean {
  return i > 0 && evidence === 'edit' && rows[i - 1]?.valueMark === rows[i]?.valueMark
}

/** Where no story fits as a whole, what each row tells by itself. */
function kindAlone(evidence: string | undefined, seen: boolean | undefined): RowKind | null {
  if (evidence === 'edit') return seen ? null : 'edit'
  return evidence === 'no edit' || seen ? 'restore' : null
}

function onlyOf(kinds: ReadonlySet<RowKind> | undefined): RowKind | null {
  const [kind, ...more] = kinds ?? []
  return kind && more.length === 0 ? kind : null
}

/** In generation B a value that no older row holds was set, or came back from a row that is gone. */
function howOf<M>(input: HistoryInput<M>, i: number, seen: boolean | undefined): HistoryEntry['how'] {
  if (input.generation === 'A') return 'set'
  const oldest = Date.parse(input.rows.at(-1)?.date ?? '')
  const beginsWithCreation = Math.abs(oldest - (input.createdAt ?? Number.NaN)) <= SAME_MOMENT_MS
  if (i === 0 && beginsWithCreation) return 'created'
  if (seen) return 'restored'
  return beginsWithCreation ? 'set' : 'not known'
}
