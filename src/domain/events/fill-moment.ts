import { readSpan, type AskPage } from './pager'
import type { EventStore } from './store'
import type { Tick } from './tick'

interface Filled {
  /** Rows that the log of the organization did not give out. */
  added: number
  /** Logs of single objects at that moment that are themselves as long as a page: more may stand there. */
  crowded: number
}

/**
 * Fills a moment at which more rows stand than the server gives out of the whole log, from the logs of single objects:
 * each of them begins anew at that moment. What no object's log holds (sign-ins, groups, policies) stays unknown. Rows that
 * are equal in every field are of one object, so that their number there is their number.
 */
export async function fillMoment(store: EventStore, moment: Tick, logs: readonly AskPage[]): Promise<Filled> {
  const span = { from: moment, to: moment }
  const filled: Filled = { added: 0, crowded: 0 }
  for (const ask of logs) {
    for await (const { rows, crowded } of readSpan(ask, span)) {
      filled.added += store.addMissing(span, rows).length
      if (crowded !== null) filled.crowded += 1
    }
  }
  return filled
}
