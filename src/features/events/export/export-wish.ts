import type { EventNames } from '#/domain/events/names'
import { isOfRange, missingWords } from '#/features/events/status-words'
import { spanWordsOf } from '#/features/events/view/span-words'
import type { EventsView } from '#/features/events/view/use-events-view'
import type { ExportRequest } from '#/session/export-types'

/** What a page shows and its button saves. */
export interface ExportWish {
  count: number
  request: Omit<ExportRequest, 'nameless' | 'fileName' | 'format'>
  names: EventNames
  /** Names are still being read. */
  isSettling: boolean
  /** What will be in the file, as a sentence. */
  what: string
  isLoading: boolean
  /** What of the range is not here, as a sentence; null: nothing is missing. */
  missing: string | null
}

/** Exactly what the Events page shows: its range, zoom and filter. */
export function wishOfView({
  answer,
  query,
  zone,
  zoom,
  range,
  names,
  isSettling,
  state,
}: EventsView): ExportWish {
  const which = answer !== null && answer.matched === answer.inRange ? 'all' : 'what matches'
  const when = `${spanWordsOf(zoom ?? range, zone)} ${zone === 'utc' ? 'UTC' : 'local time'}`
  return {
    ...{ names, isSettling },
    count: answer?.matched ?? 0,
    request: { ...query, timeZone: zone },
    what: `What is shown, newest first: ${which} of ${when}, not only the rows in view.`,
    isLoading:
      state !== null &&
      (state.status === 'loading' || state.status === 'waiting' || !isOfRange(state, range)),
    missing: state && missingWords(state, zone),
  }
}
