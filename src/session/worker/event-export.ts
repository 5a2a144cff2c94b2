import { createSHA256 } from 'hash-wasm'
import { nameKeys, namesOf, type NameList } from '#/domain/events/export/export-names'
import { stillMissing } from '#/domain/events/fill-moment'
import { manifestText, writtenFilter, type ManifestFacts } from '#/domain/events/export/manifest'
import { pickRows, type PickedRows } from '#/domain/events/export/picked-rows'
import { RowLines } from '#/domain/events/export/row-lines'
import { scan } from '#/domain/events/scan'
import { EventStore } from '#/domain/events/store'
import { utf8Encode, type Bytes } from '#/lib/bytes'
import type { ExportChunk, ExportEnd, ExportRequest, GivenRows } from '#/session/export-types'
import { SessionError } from '#/session/session-error'
import { logOf, marksFor, ticksOf } from './calls-events'
import type { EventLog } from './event-log'
import type { PackFile } from './evidence-pack'
import type { Context } from './vault'

/** Rows written at once: some 10 ms, so that other pages are not kept waiting. */
const LOT = 2_000

/** Files in a ZIP of the plain kind end at 4 GB, and a row takes some 700 bytes. */
const MOST_IN_PACK = 4_000_000

let lastId = 0

/** Takes what matches aside. Rows that come later are not in the file. */
export function openExport(context: Context, request: ExportRequest): { made: EventExport; keys: string[] } {
  const { store, matches, gaps } = request.given ? givenOf(request, request.given) : foundOf(context, request)
  if (matches.length === 0) throw new SessionError('refused', 'No event matches: there is nothing to save.')
  if (request.format === 'pack' && matches.length > MOST_IN_PACK)
    throw new SessionError(
      'refused',
      `A pack holds up to ${MOST_IN_PACK.toLocaleString('en-GB')} events. Narrow the range, or choose CSV or JSON Lines, which hold any number.`,
    )
  const rows = pickRows(store, matches)
  const facts = factsOf(context, request, store, rows.count, gaps)
  const keys = nameKeys(rows)
  return { made: new EventExport(request, rows, keys, facts), keys }
}

type Gaps = Pick<ManifestFacts['completeness'], 'missing' | 'crowded'>

function foundOf(context: Context, { organizationId, filter, range, brush }: ExportRequest) {
  const log = logOf(context, organizationId)
  const { matches } = scan(log.store, {
    filter,
    range: ticksOf(range),
    brush: brush && ticksOf(brush),
    bars: 1,
    marks: filter.choice.is === undefined ? null : (marksFor(log, true)?.flags ?? null),
    mostValues: 0,
  })
  const span = brush ?? range
  const { missing, crowded, unplaced, status, fault } = log.gaps(span)
  const why = whyMissing(status, fault)
  const gaps: Gaps = {
    missing: [...missing.map((gap) => ({ ...written(gap), why })), ...withoutDate(span, unplaced)],
    crowded: crowded.map(({ at, known, filled }) => ({
      at: iso(at),
      known,
      why: filled === null ? CROWDED : `${FILLED} ${stillMissing(filled)}.`,
    })),
  }
  return { store: log.store, matches, gaps }
}

function givenOf({ range }: ExportRequest, { rows, reachesTo, crowded, unplaced }: GivenRows) {
  const store = new EventStore()
  store.add(rows)
  const gaps: Gaps = {
    missing: [
      ...(reachesTo === null ? [] : [{ ...written({ from: range.from, to: reachesTo }), why: NOT_LOADED }]),
      ...withoutDate(range, unplaced),
    ],
    crowded: crowded.map((at) => ({
      at: iso(at),
      known: rows.filter((row) => row.at === at).length,
      why: CROWDED,
    })),
  }
  return { store, matches: Uint32Array.from({ length: store.count }, (_, at) => at), gaps }
}

const withoutDate = (span: { from: number; to: number }, unplaced: number): Gaps['missing'] =>
  unplaced > 0 ? [{ ...written(span), why: `${unplaced} rows came without a date.` }] : []

/** One file in the making. */
export class EventExport {
  readonly id: number
  readonly #request: ExportRequest
  readonly #rows: PickedRows
  readonly #keys: readonly string[]
  readonly #facts: ManifestFacts
  readonly #names: NameList[] = []
  #chunks: AsyncGenerator<ExportChunk, void, void> | null = null

  constructor(request: ExportRequest, rows: PickedRows, keys: readonly string[], facts: ManifestFacts) {
    lastId += 1
    this.id = lastId
    this.#request = request
    this.#rows = rows
    this.#keys = keys
    this.#facts = facts
  }

  get count(): number {
    return this.#rows.count
  }

  name(list: NameList): void {
    this.#names.push(list)
  }

  async next(): Promise<ExportChunk> {
    this.#chunks ??= this.#write()
    const { value, done } = await this.#chunks.next()
    if (done) throw new Error('The file has ended.')
    return value
  }

  async *#write(): AsyncGenerator<ExportChunk, void, void> {
    const { format, timeZone, nameless, fileName } = this.#request
    const names = namesOf(this.#names, nameless)
    const linesOf = (rowFormat: 'csv' | 'json' | 'jsonl') =>
      new RowLines(this.#rows, names, timeZone, rowFormat)
    if (format !== 'pack') {
      yield* this.#plain(linesOf(format), fileName)
      return
    }
    const { packChunks } = await import('./evidence-pack')
    const rowsFile = (name: string, rowFormat: 'csv' | 'jsonl'): PackFile => ({
      name,
      rows: this.count,
      texts: textsOf(linesOf(rowFormat), this.count),
    })
    yield* packChunks(
      [rowsFile('events.jsonl', 'jsonl'), rowsFile('events.csv', 'csv')],
      { keys: this.#keys, lists: this.#names, nameless },
      this.#facts,
    )
  }

  async *#plain(lines: RowLines, name: string): AsyncGenerator<ExportChunk, void, void> {
    const hash = await createSHA256()
    let bytes = 0
    for (const { text, to } of textsOf(lines, this.count)) {
      const written: Bytes = utf8Encode(text)
      hash.update(written)
      bytes += written.length
      const isLast = to === this.count
      const end = isLast ? await this.#endOf(name, bytes, hash.digest('hex')) : null
      yield { bytes: written, share: to / this.count, end }
    }
  }

  async #endOf(name: string, bytes: number, sha256: string): Promise<ExportEnd> {
    const text = manifestText(this.#facts, [{ name, bytes, rows: this.count, sha256 }])
    const hash = (await createSHA256()).update(utf8Encode(text)).digest('hex')
    return { bytes, sha256, manifest: { text, sha256: hash } }
  }
}

function* textsOf(lines: RowLines, count: number): Generator<{ text: string; to: number }> {
  for (let from = 0; from < count; from += LOT) {
    const to = Math.min(count, from + LOT)
    yield { text: lines.text(from, to), to }
  }
}

function factsOf(
  { vault }: Context,
  { filter, range, brush, timeZone, organizationId, given }: ExportRequest,
  store: EventStore,
  count: number,
  { missing, crowded }: Gaps,
): ManifestFacts {
  const { server } = vault
  return {
    count,
    range: written(brush ?? range),
    filter: writtenFilter(filter, store),
    completeness: { isComplete: missing.length === 0 && crowded.length === 0, missing, crowded },
    timeZone: {
      choice: timeZone,
      name: timeZone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    // In the audit view a filter of the Public API stands behind it; that is told among the filters.
    organization: { id: organizationId.split('?', 1)[0] ?? '' },
    ...(given && { log: given.log }),
    server: { host: server?.host ?? '', version: server?.version ?? '', name: server?.name ?? null },
    exportedBy: exporterOf(vault),
    exportedAt: iso(Date.now()),
    clockAhead: server?.clockSkew ?? null,
  }
}

const iso = (at: number) => new Date(at).toISOString()
const written = ({ from, to }: { from: number; to: number }) => ({ from: iso(from), to: iso(to) })

const NOT_LOADED = 'It was not loaded yet.'
const CROWDED = 'The server gives out 50 rows of one moment; there may be more.'
const FILLED = 'Filled from the logs of objects and members; there may still be'

function whyMissing(status: string, fault: ReturnType<EventLog['gaps']>['fault']): string {
  if (fault?.kind === 'repeats') return 'The server gives the same page again and again.'
  if (fault?.kind === 'request') return `The server failed: ${fault.message}`
  if (fault?.kind === 'denied') return 'The server did not let this account read it.'
  return status === 'stopped' ? 'Loading was stopped.' : NOT_LOADED
}

function exporterOf({ account, machine, audit }: Context['vault']): ManifestFacts['exportedBy'] {
  if (machine) return { kind: 'machine account', id: machine.id }
  if (audit) return { kind: 'organization key', id: audit.organizationId }
  return { kind: 'person', id: account?.userId ?? '', ...(account && { email: account.email }) }
}
