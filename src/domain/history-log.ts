import type { Author, HistoryLog, HistoryLogEntry, HistoryRow } from './history-types'

/** An edit writes its line milliseconds after its row (recorded: 4 to 27); up to here it is taken as the same act. */
const NEAR_MS = 1_000
/** Up to here a slow server is possible and the line decides nothing. */
const FAR_MS = 10_000
/** Counted from here, a double of milliseconds still tells the server's ticks of 100 ns apart. */
const EPOCH = Date.UTC(2025, 0, 1)

/** Milliseconds since `EPOCH` with up to 7 fraction digits of a second: two acts may share a millisecond. */
export function exactTime(date: string): number {
  const ticks = /\.\d{3}(\d{1,4})/.exec(date)?.[1] ?? ''
  return Date.parse(date) - EPOCH + Number(ticks.padEnd(4, '0')) / 10_000
}

export interface DatedRow<M> extends HistoryRow<M> {
  time: number
  exact: number
}

interface LogLine extends HistoryLogEntry {
  time: number
  exact: number
}

/** What the log says about each row: an edit leaves a line at that moment, a restore of generation A leaves none. */
export interface LogEvidence {
  ofRow: ('edit' | 'no edit' | 'silent')[]
  /** The line that belongs to a row, for authors who were removed since. */
  lineOfRow: (HistoryLogEntry | null)[]
  created: LogLine | null
  /** Lines of edits that belong to no row: note, name, project, or a value changed without a version. */
  loose: LogLine[]
  /** Loose lines that may belong to a row after all. */
  doubtful: LogLine[]
  since: number
}

/** Rows oldest first. */
export function logEvidence<M>(rows: readonly DatedRow<M>[], log: HistoryLog | null): LogEvidence {
  const since = log?.since ?? Number.POSITIVE_INFINITY
  const evidence: LogEvidence = {
    ofRow: rows.map((row) => (row.time >= since ? 'no edit' : 'silent')),
    lineOfRow: rows.map(() => null),
    created: null,
    loose: [],
    doubtful: [],
    since,
  }
  const lines = (log?.entries ?? [])
    .map((entry) => ({ ...entry, time: Date.parse(entry.date), exact: exactTime(entry.date) }))
    .toSorted((a, b) => a.exact - b.exact)
  for (const line of lines) {
    if (line.type === 'created') evidence.created = line
    const [at, ...others] = rowsBefore(rows, line, log?.userOfMember)
    if (at === undefined) {
      if (line.type === 'edited') evidence.loose.push(line)
      continue
    }
    const isNear = line.time - (rows[at]?.time ?? 0) <= NEAR_MS
    if (isNear && evidence.lineOfRow[at] === null) {
      evidence.ofRow[at] = 'edit'
      evidence.lineOfRow[at] = line
    } else if (line.type === 'edited') {
      const open = [at, ...others].find((i) => evidence.lineOfRow[i] === null)
      if (open !== undefined) evidence.ofRow[open] = 'silent'
      evidence[open === undefined ? 'loose' : 'doubtful'].push(line)
    }
  }
  return evidence
}

/** Rows that the line may belong to, latest first. */
function rowsBefore<M>(
  rows: readonly DatedRow<M>[],
  line: LogLine,
  userOfMember: ReadonlyMap<string, string> | undefined,
): number[] {
  const found: number[] = []
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]
    if (!row || row.exact > line.exact || line.time - row.time > FAR_MS) continue
    if (mayBeSameActor(row, line, userOfMember)) found.push(i)
  }
  return found
}

function mayBeSameActor<M>(
  row: DatedRow<M>,
  line: LogLine,
  userOfMember: ReadonlyMap<string, string> | undefined,
): boolean {
  if (row.machineId !== null) return line.machineId === row.machineId
  if (row.memberId === null) return true
  if (line.userId === null) return false
  const user = userOfMember?.get(row.memberId)
  return user === undefined || user === line.userId
}

/** Whether the value may have changed between two moments without leaving a row. */
export function mayHaveChanged(evidence: LogEvidence, after: number, before: number): boolean {
  if (after < evidence.since) return true
  return [...evidence.loose, ...evidence.doubtful].some(({ time }) => time > after && time <= before)
}

/** The one line that must be the change between two moments; null where there are several or the log may lack one. */
export function onlyChange(evidence: LogEvidence, after: number, before: number): LogLine | null {
  if (after < evidence.since) return null
  const within = (line: LogLine) => line.time > after && line.time <= before
  if (evidence.doubtful.some(within)) return null
  const [line, ...more] = evidence.loose.filter(within)
  return line && more.length === 0 ? line : null
}

export function authorOfLine(line: HistoryLogEntry): Author | 'not known' {
  if (line.machineId !== null) return { kind: 'machine', id: line.machineId }
  return line.userId === null ? 'not known' : { kind: 'user', id: line.userId }
}

export function authorOfRow<M>(row: HistoryRow<M>, line: HistoryLogEntry | null): Author | 'not known' {
  if (row.memberId !== null)
    return { kind: 'member', id: row.memberId, ...(row.memberName && { name: row.memberName }) }
  if (row.machineId !== null)
    return { kind: 'machine', id: row.machineId, ...(row.machineName && { name: row.machineName }) }
  return line ? authorOfLine(line) : 'not known'
}
