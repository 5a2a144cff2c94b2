import type { History, HistoryEntry } from './history-types'

/** Which value was live at a moment, as far as the history tells. */
export type ValueAt<M> =
  | { kind: 'known'; entry: HistoryEntry<M>; number: number }
  /** Any of these may have been the one, or a value that the server did not keep. */
  | { kind: 'not known'; candidates: { entry: HistoryEntry<M>; number: number }[] }
  | { kind: 'not created' }
  | { kind: 'future' }

export interface AtRequest {
  /** Epoch ms. */
  at: number
  now: number
  /** Creation of the secret, epoch ms. */
  createdAt: number
}

/**
 * "Known" only where an entry surely began by then and surely ended after it. An entry without a certain end or
 * beginning is a candidate between its bounds; the numbers count from the oldest, as everywhere.
 */
export function valueAt<M>({ entries }: History<M>, { at, now, createdAt }: AtRequest): ValueAt<M> {
  if (at > now) return { kind: 'future' }
  if (at < createdAt) return { kind: 'not created' }
  const numbered = entries.map((entry, i) => ({ entry, number: i + 1 }))
  const known = numbered.find(({ entry }) => isLiveAt(entry, at))
  if (known) return { kind: 'known', ...known }
  return { kind: 'not known', candidates: numbered.filter(({ entry }) => mayBeLiveAt(entry, at)) }
}

function isLiveAt({ from, until }: HistoryEntry<unknown>, at: number): boolean {
  return from !== 'not known' && from <= at && (until === 'now' || (until !== 'not known' && at < until))
}

function mayBeLiveAt(entry: HistoryEntry<unknown>, at: number): boolean {
  const { from, until, fromAtEarliest, untilAtLatest } = entry
  const beginsBy = from === 'not known' ? (fromAtEarliest ?? Number.NEGATIVE_INFINITY) : from
  const endsAfter =
    until === 'now'
      ? Number.POSITIVE_INFINITY
      : until === 'not known'
        ? (untilAtLatest ?? Number.POSITIVE_INFINITY)
        : until
  return beginsBy <= at && at < endsAfter
}
