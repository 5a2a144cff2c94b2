import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { checkPack } from '#/domain/events/evidence/check-pack'
import { readZip } from '#/domain/events/evidence/unzip'
import type { NamelessByKind } from '#/domain/events/export/export-names'
import { eventRow } from '#/domain/events/row'
import type { EventFilter } from '#/domain/events/filter'
import type { Manifest } from '#/domain/events/export/manifest'
import { concatBytes } from '#/lib/bytes'
import type { ExportEnd, ExportFormat } from '#/session/export-types'
import { openWorld, type World } from '#/session/testing/world'

const DAY = 86_400_000
const NOW = Date.parse('2026-08-27T14:32:00Z')
const range = { from: NOW - 2 * DAY, to: NOW }
// As where no list could be read.
const kinds = ['account', 'member', 'machine', 'secret', 'project', 'group', 'collection', 'policy']
const nameless = Object.fromEntries(kinds.map((kind) => [kind, 'not readable'])) as NamelessByKind
const everything = { choice: {}, terms: [] }
const reads = { choice: { type: { wanted: ['2100'], unwanted: [] } }, terms: [] }

type Open = World & { organizationId: string }

async function exported(
  { page, organizationId }: Open,
  format: ExportFormat,
  filter: EventFilter = everything,
  span = range,
) {
  const fileName = `events.${format}`
  const plain = {
    organizationId,
    filter,
    range: span,
    brush: null,
    format,
    fileName,
    timeZone: 'utc' as const,
    nameless,
  }
  const { id, count } = await page.call('openEventExport', plain)
  const parts: Uint8Array[] = []
  let end: ExportEnd | null = null
  while (!end) {
    const chunk = await page.call('readEventExport', { id })
    parts.push(chunk.bytes)
    end = chunk.end
  }
  const bytes = concatBytes(...parts)
  return {
    bytes,
    text: new TextDecoder().decode(bytes),
    count,
    end,
    manifest: JSON.parse(end.manifest.text) as Manifest,
  }
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function given(
  pack: Uint8Array<ArrayBuffer>,
  change: (name: string, bytes: Uint8Array) => Uint8Array = (_, b) => b,
) {
  const entries = await readZip(new Blob([pack]))
  return Promise.all(
    entries.map(async ({ name, stream }) => {
      const bytes = change(name, new Uint8Array(await new Response(await stream()).arrayBuffer()))
      return { name, stream: async () => new Blob([new Uint8Array(bytes)]).stream() }
    }),
  )
}

describe('an export of the log', () => {
  let open: Open
  beforeAll(async () => {
    open = await openWorld()
    const { page, organizationId } = open
    await page.call('eventsStart', { organizationId, span: range })
    const isRead = async () =>
      expect((await exported(open, 'jsonl')).manifest.completeness.isComplete).toBe(true)
    await vi.waitFor(isRead, { timeout: 25_000, interval: 250 })
  }, 30_000)

  it('has the rows that match and no others, and a manifest with its hash, count and filter', async () => {
    const { text, bytes, count, end, manifest } = await exported(open, 'jsonl', reads)
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: number; date: string })
    expect(rows).toHaveLength(count)
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set([2100]))
    expect(end.sha256).toBe(sha256(bytes))
    expect(end.manifest.sha256).toBe(sha256(end.manifest.text))
    expect(manifest).toMatchObject({
      count,
      files: [{ name: 'events.jsonl', rows: count, bytes: bytes.length, sha256: sha256(bytes) }],
      filter: { facets: reads.choice, words: [] },
      exportedBy: { kind: 'person', email: 'mara.lindqvist@harbourline.example' },
      timeZone: { choice: 'utc', name: 'UTC' },
    })
    const csv = await exported(open, 'csv', reads)
    expect(csv.text.split('\r\n')).toHaveLength(count + 2)
    expect(csv.manifest.files[0]?.sha256).toBe(sha256(csv.bytes))
  })

  it('says what is missing where more is asked for than was read, and refuses to write nothing', async () => {
    const earlier = { from: range.from - DAY, to: range.to }
    const { manifest } = await exported(open, 'json', everything, earlier)
    expect(manifest.completeness).toMatchObject({
      isComplete: false,
      missing: [{ from: new Date(earlier.from).toISOString(), why: 'It was not loaded yet.' }],
    })
    const nobody = { choice: { actor: { wanted: ['account:nobody'], unwanted: [] } }, terms: [] }
    await expect(exported(open, 'csv', nobody)).rejects.toThrow('nothing to save')
  })

  it('as a pack opens as a ZIP, holds what its manifest lists, and verifies', async () => {
    const { bytes, count, end } = await exported(open, 'pack')
    expect(end.sha256).toBe(sha256(bytes))
    const files = unzipSync(bytes)
    expect(Object.keys(files).toSorted()).toEqual([
      'events.csv',
      'events.jsonl',
      'manifest.json',
      'names.json',
      'verify.html',
    ])
    expect(sha256(files['manifest.json'] ?? '')).toBe(end.manifest.sha256)
    const checked = await checkPack(await given(bytes))
    expect(checked.verdict).toBe('same')
    expect(checked.manifestSha256).toBe(end.manifest.sha256)
    expect(checked.rows).toEqual({ counted: count, unreadable: 0, outside: 0 })
    expect(new TextDecoder().decode(files['verify.html'])).toContain("script-src 'sha256-")
  })

  it('as a pack is found changed by one byte, and incomplete without a file', async () => {
    const { bytes } = await exported(open, 'pack')
    const changed = await given(bytes, (name, data) => {
      const copy = new Uint8Array(data)
      if (name === 'events.csv') copy[copy.length - 5] = (copy[copy.length - 5] ?? 0) ^ 1
      return copy
    })
    const checked = await checkPack(changed)
    expect(checked.verdict).toBe('differs')
    expect(checked.files.filter(({ state }) => state === 'differs').map(({ name }) => name)).toEqual([
      'events.csv',
    ])
    const fewer = await checkPack((await given(bytes)).filter(({ name }) => name !== 'names.json'))
    expect(fewer.verdict).toBe('partly')
    await expect(checkPack([])).rejects.toThrow('no manifest')
    await expect(readZip(new Blob(['no zip']))).rejects.toThrow('no ZIP')
  })

  it('writes rows of one object that a page gives, says whose log it is and what of it is missing', async () => {
    const { page, organizationId } = open
    const rows = ['09:00', '10:00'].map((time) =>
      eventRow({ type: 2100, date: `2026-08-01T${time}:00Z`, secretId: 's1', userId: 'u1' }),
    )
    const at = Date.parse('2026-08-01T10:00:00Z')
    const { id, count } = await page.call('openEventExport', {
      ...{ organizationId, filter: everything, range, brush: null },
      ...{ format: 'jsonl', fileName: 'x.jsonl', timeZone: 'utc', nameless },
      given: {
        ...{ log: { kind: 'secret', id: 's1' }, rows, crowded: [at], unplaced: 2 },
        reachesTo: Date.parse('2026-08-01T08:00:00Z'),
      },
    })
    const { bytes, end } = await page.call('readEventExport', { id })
    expect(count).toBe(2)
    const lines = new TextDecoder().decode(bytes).trim().split('\n')
    expect(lines.map((line) => /T(\d\d:\d\d)/.exec(line)?.[1])).toEqual(['10:00', '09:00'])
    const manifest = JSON.parse(end?.manifest.text ?? '{}') as Manifest
    expect(manifest.log).toEqual({ kind: 'secret', id: 's1' })
    expect(manifest.completeness).toMatchObject({
      isComplete: false,
      missing: [{ to: '2026-08-01T08:00:00.000Z' }, { why: '2 rows came without a date.' }],
      crowded: [{ at: '2026-08-01T10:00:00.000Z', known: 1 }],
    })
  })

  it('ends with a lock', async () => {
    const { page, organizationId } = open
    const { id } = await page.call('openEventExport', {
      ...{ organizationId, filter: everything, range, brush: null },
      ...{ format: 'csv', fileName: 'x.csv', timeZone: 'utc', nameless },
    })
    await page.call('lock', null)
    await expect(page.call('readEventExport', { id })).rejects.toThrow('locked')
  })
})
