import { useSettings } from '#/data/settings'
import type { Author as AuthorOf, HistoryEntry } from '#/domain/history-types'
import { absoluteTime, dayOf, spanWords } from '#/domain/time-words'

const VERBS = {
  created: 'Created by',
  set: 'Set by',
  restored: 'Restored by',
  'not known': 'Brought by',
} as const

interface AuthorProps {
  entry: HistoryEntry<number>
  nameOf: (author: AuthorOf) => string
  /** The log, which alone knows some of it, is still being read. */
  isSettling?: boolean
}

/** Where two stories fit the row, both are told: this editor set the value, or put another one in its place. */
export function VersionAuthor({ entry, nameOf, isSettling }: AuthorProps) {
  const { timeZone } = useSettings()
  if (entry.author !== 'not known') {
    return (
      <>
        {VERBS[entry.how]} <span className="font-medium">{nameOf(entry.author)}</span>
      </>
    )
  }
  if (isSettling) return <span className="text-muted">Looking up who set it</span>
  const { trace } = entry
  return (
    <>
      {VERBS[entry.how]} <span className="text-muted">not known</span>
      {trace && trace.author !== 'not known' && (
        <span className="block text-muted">
          {nameOf(trace.author)} set it on {dayOf(trace.date, timeZone)}, or put another value in its place
          then
        </span>
      )}
    </>
  )
}

/** A bound where the moment itself is not known: an edit in between may have changed the value unrecorded. */
export function VersionSpan({ entry }: { entry: HistoryEntry<number> }) {
  const { timeZone } = useSettings()
  const { from, until, fromAtEarliest, untilAtLatest } = entry
  const begins =
    from !== 'not known'
      ? absoluteTime(from, timeZone)
      : fromAtEarliest === null
        ? 'A time not known'
        : `${absoluteTime(fromAtEarliest, timeZone)} at the earliest`
  const ends =
    until === 'now'
      ? 'now'
      : until !== 'not known'
        ? absoluteTime(until, timeZone)
        : untilAtLatest === null
          ? 'a time not known'
          : `${absoluteTime(untilAtLatest, timeZone)} at the latest`
  const lasted = typeof from === 'number' && typeof until === 'number' ? ` · ${spanWords(until - from)}` : ''
  return (
    <>
      {begins} to {ends}
      {lasted}
    </>
  )
}
