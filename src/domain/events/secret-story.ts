import type { Author, History, HistoryEntry } from '#/domain/history-types'
import { actorKey, actorOf, type EventActor } from './actor'
import type { EventRow } from './row'

const READ = 2100
const DAY = 86_400_000
const WEEK = 7 * DAY

export interface StoryReader {
  /** Of the actor, to compare by. */
  key: string
  actor: EventActor
  reads: number
  /** Epoch ms. */
  first: number
  last: number
}

/** Somebody who had read a value and then lost the way to it, or a machine account that is gone. */
export interface Departure {
  key: string
  /** Epoch ms; null: they are gone, and the log that was read does not tell since when. */
  at: number | null
  /** "was removed": completes the name. */
  what: string
}

export interface Exposure {
  /** Null: since a moment that is not known. */
  from: number | null
  /** The next value; null: it goes on. */
  until: number | null
  by: { reader: StoryReader; departure: Departure }[]
}

export interface StoryValue {
  /** Counts from the oldest. */
  number: number
  entry: HistoryEntry<number>
  /** Epoch ms; null where it is not known. */
  from: number | null
  /** Null: it is the current one, or the end is not known. */
  until: number | null
  /** Null: it cannot be told which reads got this value. */
  readers: StoryReader[] | null
  reads: number | null
  /** The log was not read back to its beginning: there may be more. */
  isAtLeast: boolean
  /** Null: none that is known from the log. Undefined: cannot be told. */
  exposure: Exposure | null | undefined
}

export interface SecretStory {
  /** Oldest first. */
  values: StoryValue[]
  /** Reads by week, from the beginning of the secret; null where the log was not read. */
  weeks: (number | null)[]
  /** Everybody who read it, most first. */
  readers: StoryReader[]
  from: number
  to: number
  /** From then on all reads are known. */
  since: number
  reads: number
}

export interface StoryInput {
  history: History<number>
  /** Rows of the secret's log, in any order. */
  rows: readonly EventRow[]
  /** Epoch ms: from then on every row is there. */
  since: number
  createdAt: number
  now: number
  departures: readonly Departure[]
}

/**
 * The life of one secret: each value with its span, and the reads inside of it. Only what is certain is counted: a read
 * belongs to a value whose beginning and end are known; what the log that was read does not reach is "at least" or not known.
 *
 * Exposure runs from the moment when somebody who had read the value was removed, revoked or deleted to the next value: a
 * grant that was taken away is in no log and does not count. Nothing is said about copies.
 */
export function tellStory({ history, rows, since, createdAt, now, departures }: StoryInput): SecretStory {
  const reads = rows.filter(({ type }) => type === READ).toSorted((a, b) => a.at - b.at)
  const gone = new Map(departures.map((departure) => [departure.key, departure]))
  const values = history.entries.map((entry, i): StoryValue => {
    const from = entry.from === 'not known' ? null : entry.from
    const until = typeof entry.until === 'number' ? entry.until : null
    const span = from === null || entry.until === 'not known' ? null : { from, to: until ?? now }
    const isUnread = span !== null && span.to <= since
    const within = span && !isUnread ? reads.filter(({ at }) => at >= span.from && at < span.to) : null
    const readers = within && readersOf(within)
    return {
      number: i + 1,
      entry,
      from,
      until,
      readers,
      reads: within?.length ?? null,
      isAtLeast: span !== null && span.from < since,
      exposure: readers ? exposureOf(readers, gone, until, now) : undefined,
    }
  })
  return {
    values,
    weeks: weeksOf(reads, { from: createdAt, to: now, since }),
    readers: readersOf(reads),
    from: createdAt,
    to: now,
    since,
    reads: reads.length,
  }
}

/** Who read, most reads first. Rows oldest first. */
function readersOf(reads: readonly EventRow[]): StoryReader[] {
  const found = new Map<string, StoryReader>()
  for (const row of reads) {
    const actor = actorOf(row)
    const key = actorKey(actor)
    const known = found.get(key)
    found.set(key, {
      key,
      actor,
      reads: (known?.reads ?? 0) + 1,
      first: known?.first ?? row.at,
      last: row.at,
    })
  }
  return [...found.values()].toSorted((a, b) => b.reads - a.reads || a.key.localeCompare(b.key))
}

function exposureOf(
  readers: readonly StoryReader[],
  gone: ReadonlyMap<string, Departure>,
  until: number | null,
  now: number,
): Exposure | null {
  const by = readers.flatMap((reader) => {
    const departure = gone.get(reader.key)
    if (!departure) return []
    // Who left after the value had been replaced took nothing along that still opens something.
    return departure.at !== null && departure.at >= (until ?? now) ? [] : [{ reader, departure }]
  })
  // Where only the moment is not known, a value that is gone may have gone before it: that is not claimed.
  const certain = by.filter(({ departure }) => departure.at !== null || until === null)
  if (certain.length === 0) return null
  const times = certain.map(({ departure }) => departure.at)
  const from = times.includes(null) ? null : Math.min(...times.flatMap((at) => at ?? []))
  return { from, until, by: certain }
}

function weeksOf(
  reads: readonly EventRow[],
  { from, to, since }: { from: number; to: number; since: number },
): (number | null)[] {
  const count = Math.max(1, Math.ceil((to - from) / WEEK))
  const weeks = Array.from({ length: count }, (_, i): number | null =>
    from + (i + 1) * WEEK <= since ? null : 0,
  )
  for (const { at } of reads) {
    const week = Math.floor((at - from) / WEEK)
    const known = weeks[week]
    if (known !== undefined) weeks[week] = (known ?? 0) + 1
  }
  return weeks
}

/** "41 days", "less than a day". */
export function daysWords(from: number, to: number): string {
  const days = Math.round((to - from) / DAY)
  if (days === 0) return 'less than a day'
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`
}

/** The actor of a history's author, to be named as in the log. */
export function authorActor(author: Author): EventActor {
  return author.kind === 'machine'
    ? { kind: 'machine', id: author.id }
    : { kind: 'account', id: author.id, providerId: null }
}
