import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_IDS, eventRow, type EventRow } from '#/domain/events/row'
import { EventStore } from '#/domain/events/store'
import { dateOf } from '#/domain/events/tick'
import type { RowFormat } from './dialects'
import { listNames, nameKeys, namelessByKind, namesOf } from './export-names'
import { pickRows } from './picked-rows'
import { ROW_FIELDS, RowLines } from './row-lines'

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    '+cmd',
    '-2',
    '@x',
    "'=1",
    '\ttab',
    '\r\n',
    '"quoted", and',
    'שלום',
    '🔑',
    '＝SUM(A1)',
  ),
)
const id = fc.constantFrom('a0000000', 'b0000000', 'c0000000')
const anyRow = fc
  .record({
    at: fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }),
    type: fc.constantFrom(1000, 2100, 2302, 1700, 2999),
    userId: fc.option(id),
    secretId: fc.option(id),
    serviceAccountId: fc.option(id),
    grantedServiceAccountId: fc.option(id),
    ipAddress: fc.option(fc.constantFrom('10.0.0.7', '2001:db8::1')),
    deviceType: fc.option(fc.constantFrom(9, 21, 99)),
    systemUser: fc.option(fc.constantFrom(1, 2)),
    domainName: fc.option(nasty.filter((name) => name !== '')),
  })
  .map(({ at, ...row }) => eventRow({ ...row, date: dateOf(at) }))

const namedAs = (name: string) => ({
  get: (kind: string) =>
    kind === 'secret' || kind === 'machine' ? ({ name, state: 'live' } as const) : undefined,
  whyNameless: () => 'deleted' as const,
})

function written(rows: EventRow[], format: RowFormat, name: string, lot = 3) {
  const store = new EventStore()
  store.add(rows)
  const picked = pickRows(
    store,
    Uint32Array.from({ length: store.count }, (_, at) => at),
  )
  const names = namedAs(name)
  const sent = namesOf([listNames(nameKeys(picked), names)], namelessByKind(names))
  const lines = new RowLines(picked, sent, 'utc', format)
  let text = ''
  for (let from = 0; from < picked.count; from += lot)
    text += lines.text(from, Math.min(from + lot, picked.count))
  return { text, stored: Array.from({ length: store.count }, (_, at) => store.rowAt(at)) }
}

/** RFC 4180, by the letter: a reader that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? ''
    if (isQuoted && here === '"' && text[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (here === '"') isQuoted = !isQuoted
    else if (isQuoted) field += here
    else if (here === ',') {
      rows.at(-1)?.push(field)
      field = ''
    } else if (here === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(field)
      rows.push([])
      field = ''
      at += 1
    } else field += here
  }
  expect(isQuoted).toBe(false)
  expect(field).toBe('')
  expect(rows.pop()).toEqual([])
  return rows
}

const withoutMark = (field: string) => (field.startsWith("'") ? field.slice(1) : field)
const rowsOf = (least = 1) => fc.array(anyRow, { minLength: least, maxLength: 12 })

/** What the server sent, out of a written row. */
function sentOf(row: Record<string, unknown>): EventRow {
  const only = ['date', ...EVENT_IDS, 'ipAddress', 'domainName', 'type', 'deviceType', 'systemUser']
  const sent = Object.fromEntries(Object.entries(row).filter(([name]) => only.includes(name)))
  return eventRow(sent as unknown as Parameters<typeof eventRow>[0])
}

describe('rows in a file', () => {
  it('come back from CSV as they were, whatever names hold, and none begins like a formula', () => {
    fc.assert(
      fc.property(rowsOf(), nasty, (rows, name) => {
        const { text, stored } = written(rows, 'csv', name)
        expect(text.startsWith('\uFEFFdate,')).toBe(true)
        const [header, ...lines] = readCsv(text.slice(1))
        expect(header).toEqual(ROW_FIELDS)
        expect(lines).toHaveLength(stored.length)
        expect(lines.flat().some((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field))).toBe(false)
        const read = lines.map((line) => {
          const fields = line.map(withoutMark)
          return Object.fromEntries(
            ROW_FIELDS.map((field, at) => [field, fields[at] === '' ? null : fields[at]]),
          )
        })
        const numbers = ['type', 'deviceType', 'systemUser']
        const typed = read.map((row) =>
          sentOf({
            ...row,
            ...Object.fromEntries(
              numbers.map((field) => [field, (row[field] ?? null) === null ? null : Number(row[field])]),
            ),
          }),
        )
        expect(typed).toEqual(stored)
        read.forEach((row, at) => {
          if (stored[at]?.type === 2100 && stored[at].secretId)
            expect(row['objectName']).toBe(name === '' ? null : name)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('come back from JSON Lines and JSON as they were', () => {
    fc.assert(
      fc.property(rowsOf(), nasty, fc.integer({ min: 1, max: 13 }), (rows, name, lot) => {
        const lines = written(rows, 'jsonl', name, lot)
        expect(lines.text.endsWith('\n')).toBe(true)
        const read = lines.text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>)
        expect(read.map(sentOf)).toEqual(lines.stored)
        const whole = JSON.parse(written(rows, 'json', name, lot).text) as unknown
        expect(whole).toEqual(read)
      }),
      { numRuns: 40 },
    )
  })

  it('say in words what the page says, with the names that were known then', () => {
    const row = eventRow({
      type: 2100,
      date: '2026-11-23T09:15:27.1266667Z',
      secretId: 's1',
      serviceAccountId: 'm1',
      ipAddress: '203.0.113.7',
    })
    const { text } = written([row], 'jsonl', 'PROD_KEY')
    expect(JSON.parse(text)).toMatchObject({
      date: '2026-11-23T09:15:27.1266667Z',
      localTime: '2026-11-23 09:15:27 +00:00',
      type: 2100,
      typeName: 'Secret_Retrieved',
      category: 'secret',
      what: 'PROD_KEY read secret PROD_KEY',
      actor: 'machine:m1',
      object: 'secret:s1',
      client: 'Machine client',
    })
  })

  it('stay what they were when rows come meanwhile', () => {
    const store = new EventStore()
    const at = (date: string) => eventRow({ type: 1000, date, actingUserId: 'a' })
    store.add([at('2026-01-02T00:00:00Z'), at('2026-01-01T00:00:00Z')])
    const picked = pickRows(store, Uint32Array.of(0, 1))
    store.add([at('2026-01-03T00:00:00Z')])
    store.drop({ from: 0, to: Number.MAX_SAFE_INTEGER })
    const lines = new RowLines(picked, namedAs('x'), 'utc', 'jsonl').text(0, 2).trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as EventRow).date)).toEqual([
      '2026-01-02T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ])
  })
})
