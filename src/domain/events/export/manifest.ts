import { NONE, type EventFilter, type FacetChoice } from '#/domain/events/filter'
import type { EventStore } from '#/domain/events/store'
import type { TimeZoneChoice } from '#/domain/time-words'

/** ISO 8601, UTC; both ends belong to it. */
export interface WrittenSpan {
  from: string
  to: string
}

export interface ManifestFile {
  name: string
  bytes: number
  /** Of a file of rows. */
  rows?: number
  /** Lower-case hexadecimal, of the file's bytes. */
  sha256: string
}

/** Whose log the rows are of, where it is not that of the organization. */
export interface ManifestLog {
  kind: 'secret' | 'project' | 'machine account' | 'member'
  id: string
}

/** What stands beside exported rows: what they are, whether they are all, and by what they can be checked. */
export interface Manifest {
  kind: 'strongroom-events'
  version: 1
  files: ManifestFile[]
  count: number
  range: WrittenSpan
  filter: {
    facets: FacetChoice
    /** Words of free text; `means`: what in these rows is called so, as kind and id. */
    words: { text: string; isExcluded: boolean; means: string[] }[]
  }
  completeness: {
    isComplete: boolean
    missing: (WrittenSpan & { why: string })[]
    /** Moments at which the server gives out no more than it gave. */
    crowded: { at: string; known: number; why: string }[]
  }
  timeZone: { choice: TimeZoneChoice; name: string }
  organization: { id: string }
  log?: ManifestLog
  server: { host: string; version: string; name: string | null }
  exportedBy: { kind: 'person' | 'machine account' | 'organization key'; id: string; email?: string }
  /** By the clock of the machine that wrote the file. */
  exportedAt: string
  /** That clock minus the server's, in milliseconds; null where the server tells no time. */
  clockAhead: number | null
  notes: string[]
}

export type ManifestFacts = Omit<Manifest, 'kind' | 'version' | 'files' | 'notes'>

const NOTES = [
  'Rows have no id and no signature at the server: this file proves that the rows are unchanged since the export, not who wrote them.',
  'Names were joined by the console at the time of the export; ids are what the server sent.',
  "In CSV a field that begins with = + - @ ' a tab or a line break has one ' put before it, so that no spreadsheet runs it.",
]

export const manifestText = (facts: ManifestFacts, files: ManifestFile[]): string =>
  `${JSON.stringify({ kind: 'strongroom-events', version: 1, files, ...facts, notes: NOTES } satisfies Manifest, null, 2)}\n`

/** The filter as it is written down: of what a word may mean, only what the log holds. */
export function writtenFilter({ choice, terms }: EventFilter, store: EventStore): Manifest['filter'] {
  const isHeld = (key: string) => {
    if (key.startsWith('type:')) return store.types.find(key.slice(5)) !== undefined
    return key === NONE || store.actors.find(key) !== undefined || store.objects.find(key) !== undefined
  }
  return {
    facets: choice,
    words: terms.map(({ text, isExcluded, keys }) => ({ text, isExcluded, means: keys.filter(isHeld) })),
  }
}
