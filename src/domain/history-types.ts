/** One row of the versions list. `valueMark`: the ciphertext, or anything that is equal exactly where ciphertexts are. */
export interface HistoryRow<M = string | number> {
  id: string
  valueMark: M
  /** ISO 8601, as the server sends it. */
  date: string
  /** Organization user id. Both ids are null when the editor was removed. */
  memberId: string | null
  machineId: string | null
  /** Present from generation B on. */
  memberName?: string | null
  machineName?: string | null
}

/** A line 2101 (created) or 2102 (edited) of the secret's event log. */
export interface HistoryLogEntry {
  type: 'created' | 'edited'
  date: string
  /** User id, not the organization user id of version rows. */
  userId: string | null
  machineId: string | null
}

export interface HistoryLog {
  entries: readonly HistoryLogEntry[]
  /** Milliseconds since 1970: from then on every line is in `entries`. */
  since: number
  /** Organization user id to user id, where the members list was read. Keeps one person's edit off another's row. */
  userOfMember?: ReadonlyMap<string, string>
}

/** `member`: id is an organization user id; `user`: a user id, known from the log alone. */
export interface Author {
  kind: 'member' | 'user' | 'machine'
  id: string
  name?: string
}

/** Milliseconds since 1970, or the honest word. */
export type Moment = number | 'not known'

/** A stretch of time in which one value was the live one. */
export interface HistoryEntry<M = string | number> {
  /** Null: the server did not keep the value, or which of the kept ones it was cannot be told. */
  valueMark: M | null
  /** How it became the live value. */
  how: 'created' | 'set' | 'restored' | 'not known'
  /** Who made it the live value, at `from`. */
  author: Author | 'not known'
  from: Moment
  until: Moment | 'now'
  /** Bounds where `from` or `until` is not known; null where there is none. */
  fromAtEarliest: number | null
  untilAtLatest: number | null
  isCurrent: boolean
  /** Who put another value in its place, at `until`. */
  endedBy: Author | 'not known'
  /** A row that holds the value: what can be revealed, compared and restored. */
  versionId: string | null
  /** The row says only that this editor, then, either set the value or put another one in its place. */
  trace: { author: Author | 'not known'; date: number } | null
}

export interface History<M = string | number> {
  /** Oldest first. */
  entries: HistoryEntry<M>[]
  /** The server keeps 10 rows: with 10 in the list, older values may have existed. */
  mayBeIncomplete: boolean
}
