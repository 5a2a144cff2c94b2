import type { Burst } from '#/domain/events/bursts'
import type { EventRow } from '#/domain/events/row'
import type { FacetName, EventFilter } from '#/domain/events/filter'
import type { FacetCount } from '#/domain/events/scan'

/** Epoch ms, both ends included. */
export interface TimeSpan {
  from: number
  to: number
}

export type EventFault =
  /** This account may not read the log: the server answers as if there were none. */
  { kind: 'denied' } | { kind: 'repeats' } | { kind: 'request'; message: string; status: number }

/** Moments at which as many rows stand as the server gives out: there may be more of them. */
export interface CrowdedMoment {
  at: number
  known: number
  /** What the logs of objects and members gave when they were asked for the rest; null: they were not asked. */
  filled: { whole: number; closed: number; crowded: number; left: number } | null
}

/** How far the log of one organization has been read. */
export interface EventLoadState {
  /** Changes with the rows. */
  version: number
  status: 'idle' | 'loading' | 'waiting' | 'stopped' | 'failed'
  fault: EventFault | null
  wanted: TimeSpan | null
  /** Of what is wanted: what is not read, newest first. */
  missing: TimeSpan[]
  crowded: CrowdedMoment[]
  /** Rows within what is wanted. */
  rows: number
  /** Rows that came twice because pages overlap by intent, and were counted once. */
  doubles: number
  /** Rows that came without a usable date and so have no place among the others. */
  unplaced: number
  pages: number
  bytes: number
  /** By the clock of this machine, of the last look at the newest rows. */
  readAt: number | null
  /** Date of the newest row, epoch ms. */
  newest: number | null
}

export interface EventQuery {
  organizationId: string
  filter: EventFilter
  range: TimeSpan
  brush: TimeSpan | null
  /** Rows from the newest that come with the answer. */
  window: { from: number; to: number }
}

/** A row with what it is marked with, as bits (`MARKS`); nothing where it has no marks or they are not known yet. */
export type ShownEvent = EventRow & { readonly marks?: number }

/** The rows that match, without what is told of all of them. */
export interface FoundEvents {
  version: number
  matched: number
  inRange: number
  rows: ShownEvent[]
}

export interface EventAnswer extends FoundEvents {
  bars: Uint32Array
  critical: Uint32Array
  facets: Record<FacetName, { values: FacetCount[]; distinct: number }>
  /** Bursts among the rows that match; null while so many rows are being read that they are looked for at the end. */
  bursts: { total: number; largest: Burst[] } | null
  /** What the pass took, in milliseconds. */
  took: number
}
