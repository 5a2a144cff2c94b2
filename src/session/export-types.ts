import type { NamelessByKind } from '#/domain/events/export/export-names'
import type { ManifestLog } from '#/domain/events/export/manifest'
import type { RowFormat } from '#/domain/events/export/dialects'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { EventRow } from '#/domain/events/row'
import type { EventQuery } from './event-types'

export type ExportFormat = RowFormat | 'pack'

/** Rows of one object's log, as a page has read and shows them. */
export interface GivenRows {
  log: ManifestLog
  rows: readonly EventRow[]
  /** Epoch ms: everything since then is here; null: all of the range is. */
  reachesTo: number | null
  /** Moments at which the server may hold more rows than it gives out. */
  crowded: readonly number[]
  unplaced: number
}

export interface ExportRequest extends Omit<EventQuery, 'window'> {
  format: ExportFormat
  /** Of the file, for the manifest: the person may have called it otherwise than proposed. */
  fileName: string
  timeZone: TimeZoneChoice
  nameless: NamelessByKind
  /** Left out: what the query finds in the log of the organization. */
  given?: GivenRows
}

/** What is known when the last byte is written. */
export interface ExportEnd {
  bytes: number
  /** Of the file that was saved. */
  sha256: string
  /** To be kept beside it; a pack has it inside. */
  manifest: { text: string; sha256: string }
}

export interface ExportChunk {
  bytes: Uint8Array<ArrayBuffer>
  /** From 0 to 1. */
  share: number
  end: ExportEnd | null
}
