import { badRequest } from '#/mocks/handler'
import type { Context, ServerError } from '#/mocks/handler'
import { queryDate } from '#/mocks/http/query'
import { binaryToStamp, stampOf, stampToBinary } from '#/mocks/store/stamp'
import type { EventRow, Stamp } from '#/mocks/store/tables'
import { eventAnswer, listAnswer } from './wire'

const PAGE = 50
const DAY = 86_400_000
const LONGEST = 367 * DAY

interface Range {
  start: Stamp
  end: Stamp
}

/** Both dates or neither: with one missing the last 30 days stand for both. Swapped dates are put right. */
function rangeOf(context: Context, tooLong: ServerError): Range {
  const start = queryDate(context, 'start')
  const end = queryDate(context, 'end')
  if (start === null || end === null) {
    const today = Math.floor(context.db.nowMs() / DAY) * DAY
    return { start: stampOf(today - 30 * DAY), end: stampOf(today + DAY - 1) }
  }
  const range = start <= end ? { start, end } : { start: end, end: start }
  if (millisecondsOf(range.end) - millisecondsOf(range.start) > LONGEST) throw tooLong
  return range
}

const millisecondsOf = (stamp: Stamp): number => Date.parse(`${stamp.slice(0, 23)}Z`)

export interface EventChoice {
  /** Oldest first. */
  log: readonly EventRow[]
  matches?: (row: EventRow) => boolean
  /** The logs of one secret or project do not look at `end`. */
  isEndless?: boolean
  /** How a span of more than 367 days is refused. */
  tooLong?: ServerError
}

/**
 * One page, newest first. A token is given whenever the page is full; with a token in the request rows
 * strictly older than it follow, and `end` is not looked at. A token that is no number counts as none.
 */
export function eventPage(context: Context, choice: EventChoice) {
  const { rows, token } = eventRows(context, choice)
  return listAnswer(rows.map(eventAnswer), token)
}

/** The rows of that page, before they take the form of one of the two APIs. */
export function eventRows(context: Context, choice: EventChoice): { rows: EventRow[]; token: string | null } {
  const { start, end } = rangeOf(context, choice.tooLong ?? badRequest('Range too large.'))
  const before = binaryToStamp(context.query.get('continuationToken')?.trim() ?? '')
  const isInTime = (row: EventRow) =>
    before === undefined ? choice.isEndless || row.date <= end : row.date < before
  const rows: EventRow[] = []
  for (let index = choice.log.length - 1; index >= 0 && rows.length < PAGE; index -= 1) {
    const row = choice.log[index]
    if (!row || row.date < start) break
    if (isInTime(row) && (choice.matches?.(row) ?? true)) rows.push(row)
  }
  const last = rows.at(-1)
  const token = last && rows.length === PAGE ? stampToBinary(last.date) : null
  return { rows, token }
}
