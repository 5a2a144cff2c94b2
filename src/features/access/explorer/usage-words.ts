import { dayOf } from '#/domain/time-words'
import type { EventLoadState } from '#/session/event-types'
import { UNUSED_DAYS } from './unused'
import type { Usage } from './unused'

/** How far the log has been read: before its end nothing is called unused. */
export function usageWords(
  { status, fault, rows, missing, crowded }: EventLoadState,
  usage: Usage | null,
): string {
  const events = `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'event' : 'events'}`
  if (status === 'failed')
    return fault?.kind === 'denied'
      ? 'The event log is not told to your account'
      : `The event log could not be read on; ${events} read, nothing is marked`
  if (usage?.isWhole) return `Event log of ${UNUSED_DAYS} days read, ${events}`
  const [newest] = missing
  if (newest) return `Reading the event log of ${UNUSED_DAYS} days: back to ${dayOf(newest.to)}, ${events}`
  if (crowded.length > 0)
    return 'The event log has moments with more events than the server gives out: nothing is marked'
  return `Reading the event log of ${UNUSED_DAYS} days`
}
