import type { ExportFormat } from '#/session/export-types'

export interface FormatWords {
  value: ExportFormat
  label: string
  hint: string
  extension: string
  type: string
}

export const FORMATS: readonly [FormatWords, ...FormatWords[]] = [
  {
    value: 'csv',
    label: 'CSV',
    hint: 'For spreadsheets. Nothing in it runs as a formula.',
    extension: 'csv',
    type: 'text/csv',
  },
  {
    value: 'jsonl',
    label: 'JSON Lines',
    hint: 'For programs and log stores: one event a line.',
    extension: 'jsonl',
    type: 'application/jsonl',
  },
  {
    value: 'json',
    label: 'JSON',
    hint: 'One array. Most programs need room for all of it.',
    extension: 'json',
    type: 'application/json',
  },
  {
    value: 'pack',
    label: 'Evidence pack',
    hint: 'A ZIP of rows, names, manifest and a page that verifies it offline in any browser.',
    extension: 'zip',
    type: 'application/zip',
  },
]

/** When and what, never of whom: file names are seen by many. */
export function fileNameOf({ extension, value }: FormatWords, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${value === 'pack' ? 'evidence' : 'events'}-${stamp}.${extension}`
}
