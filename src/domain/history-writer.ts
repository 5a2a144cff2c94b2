import { authorOfLine, mayHaveChanged, onlyChange, type DatedRow, type LogEvidence } from './history-log'
import type { Author, HistoryEntry } from './history-types'

/** The server stamps creation and first revision one after the other: up to 0.1 µs apart, a millisecond when cut. */
const ROUNDING_MS = 1
export const SAME_MOMENT_MS = 1_000

interface Beginning {
  generation: 'A' | 'B'
  createdAt?: number
  revisedAt?: number
}

/**
 * Writes the entries from one row to the next. `live` is the value known to be live at the moment reached; a restored
 * one has no mark until a later row, or the current value, tells which it was.
 */
export class HistoryWriter<M> {
  readonly entries: HistoryEntry<M>[] = []
  private live: HistoryEntry<M> | null = null
  /** Time of the last row, or of the creation. */
  private reached = Number.NEGATIVE_INFINITY
  private readonly rows: readonly DatedRow<M>[]
  private readonly evidence: LogEvidence
  private readonly isWhole: boolean
  /** Nothing was written after the creation. */
  private isUntouched = false

  /** `isWhole`: false where rows do not fit together, so nothing is said from one row to the next. */
  constructor(rows: readonly DatedRow<M>[], evidence: LogEvidence, isWhole: boolean) {
    this.rows = rows
    this.evidence = evidence
    this.isWhole = isWhole
  }

  begin({ createdAt, revisedAt, generation }: Beginning) {
    const line = this.evidence.created
    const from = createdAt ?? line?.time
    if (from === undefined) return
    // In generation B the oldest row is the creation itself, unless it is gone.
    if (generation === 'B' && Math.abs((this.rows[0]?.time ?? Number.NaN) - from) <= SAME_MOMENT_MS) return
    this.isUntouched = this.rows.length === 0 && revisedAt !== undefined && revisedAt - from <= ROUNDING_MS
    this.reached = from
    this.open({ how: 'created', author: line ? authorOfLine(line) : 'not known', from })
  }

  edit(i: number, author: Author | 'not known', how: HistoryEntry['how']) {
    const row = this.at(i)
    this.close(row.time, author)
    this.open({ valueMark: row.valueMark, how, author, from: row.time, versionId: row.id })
    this.reached = row.time
  }

  restore(i: number, author: Author | 'not known') {
    const row = this.at(i)
    this.settle(row.valueMark, i, row.time, author)
    const restored = this.open({ how: 'restored', author, from: row.time })
    const [only, ...more] = this.isFirstKnown() ? this.othersBefore(i) : []
    if (only !== undefined && more.length === 0) {
      restored.valueMark = only
      restored.versionId = this.lastRowOf(only)
    }
    this.reached = row.time
  }

  either(i: number, author: Author | 'not known') {
    const row = this.at(i)
    this.close(row.time, 'not known', false)
    this.push({
      valueMark: row.valueMark,
      versionId: row.id,
      fromAtEarliest: this.earliest(),
      trace: { author, date: row.time },
    })
    this.reached = row.time
  }

  finish(current: M | null) {
    if (current !== null) return this.settle(current, this.rows.length, 'now', 'not known')
    if (this.live && this.isUnbroken(Number.POSITIVE_INFINITY)) {
      this.live.until = 'now'
      this.live.isCurrent = true
    }
  }

  /** Before row `i`, or now, `mark` was live: until then. Finds out since when. */
  private settle(mark: M, i: number, end: number | 'now', endedBy: Author | 'not known') {
    const { live } = this
    const time = end === 'now' ? Number.POSITIVE_INFINITY : end
    const older = this.rows.slice(0, i)
    const isKept = older.some((row) => row.valueMark === mark)
    // Only a restore brings an older ciphertext back; without a change in the log, nothing else came after it.
    const isRestored =
      live?.how === 'restored' && live.valueMark === null && (isKept || this.isUnbroken(time))
    const isCreated = live?.how === 'created' && live.valueMark === null && i === 0 && this.isUnbroken(time)
    if (live && this.isWhole && (live.valueMark === mark || isRestored || isCreated)) {
      live.valueMark = mark
      live.versionId ??= this.lastRowOf(mark)
      return this.end(live, end, endedBy)
    }
    const change =
      this.isWhole && live && live.valueMark !== null ? onlyChange(this.evidence, this.reached, time) : null
    const author = change ? authorOfLine(change) : 'not known'
    if (live && change) this.end(live, change.time, author)
    else this.close(time, 'not known', false)
    const entry = this.push({
      valueMark: mark,
      how: change ? 'set' : 'not known',
      author,
      from: change ? change.time : 'not known',
      fromAtEarliest: change ? null : this.earliest(),
      versionId: this.lastRowOf(mark),
    })
    this.end(entry, end, endedBy)
  }

  /** Ends the live value at `time`, or says that it ended by then. */
  private close(time: number, endedBy: Author | 'not known', isSure = this.isUnbroken(time)) {
    if (!this.live) return
    if (isSure) this.end(this.live, time, endedBy)
    else this.live.untilAtLatest = Number.isFinite(time) ? time : null
    this.live = null
  }

  private end(entry: HistoryEntry<M>, until: number | 'now', endedBy: Author | 'not known') {
    entry.until = until
    entry.endedBy = endedBy
    entry.isCurrent = until === 'now'
    this.live = null
  }

  private isUnbroken(before: number): boolean {
    return this.isUntouched || (this.isWhole && !mayHaveChanged(this.evidence, this.reached, before))
  }

  private earliest(): number | null {
    return this.isWhole && Number.isFinite(this.reached) ? this.reached : null
  }

  private at(i: number): DatedRow<M> {
    const row = this.rows[i]
    if (!row) throw new RangeError('No such row')
    return row
  }

  /** Nobody changed anything before the oldest row, so no older row is missing. */
  private isFirstKnown(): boolean {
    const { created } = this.evidence
    const first = this.rows[0]
    return this.isWhole && !!created && !!first && !mayHaveChanged(this.evidence, created.time, first.time)
  }

  /** What a restore at row `i` can have brought back. */
  private othersBefore(i: number): M[] {
    const marks = new Set(this.rows.slice(0, i).map((row) => row.valueMark))
    marks.delete(this.at(i).valueMark)
    return [...marks]
  }

  private lastRowOf(mark: M): string | null {
    return this.rows.findLast((row) => row.valueMark === mark)?.id ?? null
  }

  private open(known: Partial<HistoryEntry<M>>): HistoryEntry<M> {
    this.live = this.push(known)
    return this.live
  }

  private push(known: Partial<HistoryEntry<M>>): HistoryEntry<M> {
    const entry: HistoryEntry<M> = {
      valueMark: null,
      how: 'not known',
      author: 'not known',
      from: 'not known',
      until: 'not known',
      fromAtEarliest: null,
      untilAtLatest: null,
      isCurrent: false,
      endedBy: 'not known',
      versionId: null,
      trace: null,
      ...known,
    }
    this.entries.push(entry)
    return entry
  }
}
