import type { EventRow } from '#/domain/events/row'

/** What has a log of its own. A member is known by membership and, once it is accepted, by account. */
export type LogTarget =
  | { kind: 'secret' | 'project' | 'machine'; id: string }
  | { kind: 'member'; id: string; userId: string | null }
  /** All of the organization's log. */
  | { kind: 'organization' }
  /** Rows by which accounts or machine accounts left, out of the log of the organization. */
  | { kind: 'departures'; ids: readonly string[] }
  /** Saves of one policy, out of the log of the organization. */
  | { kind: 'policy'; policyId: string }

export interface LogRequest {
  organizationId: string
  target: LogTarget
  /** Epoch ms, both ends included. */
  from: number
  to: number
  /** Where an earlier part ended. */
  before: number | null
  /** Whether this account may read the log of the organization, which opens another path. */
  mayReadLog: boolean
  mostPages?: number
}

export type LogPart =
  | {
      status: 'read'
      rows: EventRow[]
      /** Moments (epoch ms) at which more rows may stand than the server gives out. */
      crowded: number[]
      /** Rows that came without a usable date. */
      unplaced: number
      pages: number
      /** Where the next part goes on; null: the span was read to its end. */
      downTo: number | null
      /** Epoch ms: everything since then is here. */
      reachesTo: number
    }
  /** The server says "not found" for "not permitted" too. */
  | { status: 'refused' }
