import { session } from '#/session/session'
import type {
  EventAnswer,
  EventLoadState,
  EventQuery,
  FoundEvents,
  ShownEvent,
  TimeSpan,
} from '#/session/event-types'
import type { Burst } from '#/domain/events/bursts'
import type { PublicFilter } from '#/domain/events/public-row'
import type { EventRow } from '#/domain/events/row'
import type { SecretUse } from '#/domain/events/uses'

// Not React Query: the log lives in the worker and grows there, pages look through windows at it.

/** Under which a log is kept and read: of an organization, in the audit view also of what its API can filter for. */
export const logPlace = (organizationId: string, filter: PublicFilter | null): string =>
  filter === null ? organizationId : `${organizationId}?${new URLSearchParams(filter).toString()}`

/** How far the log has been read: at once, and after changes. */
export function watchEvents(
  organizationId: string,
  onState: (state: EventLoadState) => void,
  signal: AbortSignal,
): Promise<void> {
  return session.call('eventsWatch', { organizationId }, { signal, onPart: onState })
}

/** Reads what of the span is not here yet. It goes on when the page is left, and ends with a lock. */
export const startEvents = (organizationId: string, span: TimeSpan): Promise<void> =>
  session.call('eventsStart', { organizationId, span })

export const stopEvents = (organizationId: string): Promise<void> =>
  session.call('eventsStop', { organizationId })

export const resumeEvents = (organizationId: string): Promise<void> =>
  session.call('eventsResume', { organizationId })

/** Of a long log the rows come first; null where this page has asked for others meanwhile. */
export const queryEvents = (
  query: EventQuery,
  onFound: (found: FoundEvents) => void,
): Promise<EventAnswer | null> => session.call('eventsQuery', query, { onPart: onFound })

/** More rows of the last query of this page. */
export const eventRows = (organizationId: string, from: number, to: number): Promise<ShownEvent[]> =>
  session.call('eventsRows', { organizationId, from, to })

/** Who used which secret last, of what has been read of the span. */
export const eventUses = (organizationId: string, span: TimeSpan): Promise<SecretUse[]> =>
  session.call('eventsUses', { organizationId, span })

/** One event by its link; `place` among the rows of this page's last query, -1 where it is not among them. */
export const findEvent = (
  organizationId: string,
  link: string,
  signal: AbortSignal,
): Promise<{ row: ShownEvent; place: number; burst: Burst | null } | null> =>
  session.call('eventsFind', { organizationId, link }, { signal })

export const eventsAround = (organizationId: string, at: number, within: number): Promise<EventRow[]> =>
  session.call('eventsAround', { organizationId, at, within })

/** Asks the logs of objects and members (`secret:<id>`) for rows of moments that hold more than a page; gives how many were found. */
export const fillEvents = (
  organizationId: string,
  objects: readonly string[],
  left: number,
  signal: AbortSignal,
): Promise<number> => session.call('eventsFill', { organizationId, objects, left }, { signal })

/** Reads what has come since; gives the number of new rows. */
export const refreshEvents = (organizationId: string, signal: AbortSignal): Promise<number> =>
  session.call('eventsRefresh', { organizationId }, { signal })
