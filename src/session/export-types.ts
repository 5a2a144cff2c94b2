import type { NamelessByKind } from '#/domain/events/export/export-names'
import type { RowFormat } from '#/domain/events/export/dialects'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { EventQuery } from './event-types'

export type ExportFormat = RowFormat | 'pack'

export interface ExportRequest extends Omit<EventQuery, 'window'> {
  format: ExportFormat
  /** Of the file, for the manifest: the person may have called it otherwise than proposed. */
  fileName: string
  timeZone: TimeZoneChoice
  nameless: NamelessByKind
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
