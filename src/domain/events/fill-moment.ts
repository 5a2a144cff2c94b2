import { readSpan, type AskPage, type Span } from './pager'
import type { EventRow } from './row'
import type { EventStore } from './store'
import type { Tick } from './tick'

interface Filled {
  /** Rows that the log of the organization did not give out. */
  added: number
  /** Logs that gave out all of that moment. */
  whole: number
  /** Logs that the server does not give to this account: not permitted, or gone. */
  closed: number
  /** Logs that hold a page or more of that moment themselves: more may stand there. */
  crowded: number
}

/** For `ask` to tell that this log is closed to the account. */
export class ClosedLogError extends Error {
  override name = 'ClosedLogError'
}

/**
 * Fills a moment at which more rows stand than the server gives out of the whole log, from the logs of single objects and
 * of members: each of them begins anew at that moment. Rows that are equal in every field name the same objects and the
 * same person, so that their number in any of these logs is their number.
 *
 * The moment is not complete even where all of these logs are whole: rows of nobody and nothing that was asked (an API
 * key's, SCIM's, those of people who left or of what was deleted) have no log, and no route counts rows. What may still be
 * missing is told by `stillMissing`. Some logs are asked at once; the order of rows does not depend on who answers first.
 */
export async function fillMoment(store: EventStore, moment: Tick, logs: readonly AskPage[]): Promise<Filled> {
  const span = { from: moment, to: moment }
  const filled: Filled = { added: 0, whole: 0, closed: 0, crowded: 0 }
  const begun: Promise<LogRead>[] = []
  for (const at of logs.keys()) {
    for (const ask of logs.slice(begun.length, at + AT_ONCE)) begun.push(begin(ask, span))
    const read = await begun[at]
    if (!read) continue
    for (const rows of read.lots) filled.added += store.addMissing(span, rows).length
    filled[read.kind] += 1
  }
  return filled
}

/** Few, as the log itself may be read meanwhile and the client lets six be under way. */
const AT_ONCE = 3

interface LogRead {
  kind: 'whole' | 'closed' | 'crowded'
  lots: (readonly EventRow[])[]
}

/** What it gives is taken into the store in the order of the logs; an error is told when it is its turn. */
function begin(ask: AskPage, span: Span): Promise<LogRead> {
  const reading = readLog(ask, span)
  reading.catch(() => undefined)
  return reading
}

async function readLog(ask: AskPage, span: Span): Promise<LogRead> {
  const lots: (readonly EventRow[])[] = []
  let isCrowded = false
  try {
    for await (const { rows, crowded } of readSpan(ask, span)) {
      lots.push(rows)
      if (crowded !== null) isCrowded = true
    }
  } catch (error) {
    // Rows that it gave before stay.
    if (error instanceof ClosedLogError) return { kind: 'closed', lots }
    throw error
  }
  return { kind: isCrowded ? 'crowded' : 'whole', lots }
}

interface Asked extends Omit<Filled, 'added'> {
  /** Logs that are known and were not asked, as they are too many. */
  left: number
}

/** What may be missing at a filled moment, and why: the middle of a sentence. */
export function stillMissing({ closed, crowded, left }: Asked): string {
  const logs = (count: number, is: string, are: string) => `${count} ${count === 1 ? is : are}`
  return [
    closed > 0 && `rows of ${logs(closed, 'log', 'logs')} that the server does not give to this account`,
    crowded > 0 && `rows of ${logs(crowded, 'log that holds', 'logs that hold')} 50 or more of that moment`,
    left > 0 && `rows of ${logs(left, 'log that was', 'logs that were')} not asked`,
    'rows that are in no such log: of people who left, of what was deleted, of an API key or SCIM',
  ]
    .filter(Boolean)
    .join('; ')
}
