import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ClosedLogError, fillMoment, stillMissing } from './fill-moment'
import { readSpan, type AskPage } from './pager'
import { eventRow, type EventRow } from './row'
import { EventStore } from './store'
import { dateOf, tickOf, tokenOf } from './tick'

const BASE = tickOf('2026-08-01T00:00:00Z')
const tick = ({ date }: EventRow) => tickOf(date)

/** SQL: 50 rows a page, then strictly older ones. Logs of secrets do not look at `end` (event-log.md §3). */
function server(log: readonly EventRow[], hasEnd: boolean): AskPage {
  return async ({ start, end, continuationToken }) => {
    const rest = log
      .toSorted((a, b) => tick(b) - tick(a))
      .filter((each) => tick(each) >= tickOf(start))
      .filter((each) => {
        if (continuationToken) return BigInt(tokenOf(tick(each))) < BigInt(continuationToken)
        return !hasEnd || tick(each) <= tickOf(end)
      })
    const rows = rest.slice(0, 50)
    const last = rows.at(-1)
    return { rows, continuationToken: rows.length === 50 && last ? tokenOf(tick(last)) : null }
  }
}

const closed: AskPage = async () => {
  throw new ClosedLogError()
}

type Kind = 'secret' | 'machine' | 'person' | 'nobody'
const KINDS = ['secret', 'machine', 'person', 'nobody'] as const
const NAMES = ['a', 'b', 'c']

const rowOf = (kind: Kind, name: string, at: number, n: number) =>
  eventRow({
    type: kind === 'secret' ? 2100 : 1700,
    date: dateOf(BASE + at),
    ...(kind === 'secret' && { secretId: name }),
    // A machine that reads a secret stands in the logs of both.
    ...(kind === 'machine' && { serviceAccountId: name, secretId: name }),
    ...(kind === 'person' && { actingUserId: name }),
    ipAddress: `10.0.0.${n % 3}`,
  })

const anyLog = fc
  .array(
    fc.tuple(
      fc.nat(6),
      fc.constantFrom(...KINDS),
      fc.constantFrom(...NAMES),
      fc.integer({ min: 1, max: 30 }),
    ),
    { maxLength: 14 },
  )
  .map((lots) =>
    lots.flatMap(([at, kind, name, count]) =>
      Array.from({ length: count }, (_, n) => rowOf(kind, name, at, n)),
    ),
  )

/** Every log that the server has, as what belongs to it; some are closed to the account. */
const LOGS = NAMES.flatMap((name) => [
  { hasEnd: false, isClosed: false, holds: (row: EventRow) => row.secretId === name },
  { hasEnd: true, isClosed: name === 'c', holds: (row: EventRow) => row.serviceAccountId === name },
  { hasEnd: true, isClosed: name === 'b', holds: (row: EventRow) => row.actingUserId === name },
])

const texts = (rows: readonly EventRow[]) => rows.map((row) => JSON.stringify(row)).toSorted()

/** Those of `rows` that are not among `others`, each as often as it is there more often. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return rows.filter((row) => {
    const at = left.indexOf(row)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

it('finds every row of the logs that were asked, none twice, and tells of all others why they may be missing', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async (log) => {
      const store = new EventStore()
      const crowded: number[] = []
      for await (const step of readSpan(server(log, true), { from: BASE, to: BASE + 6 })) {
        store.add(step.rows)
        if (step.crowded !== null) crowded.push(step.crowded)
      }
      for (const moment of crowded) {
        const there = log.filter((row) => tick(row) === moment)
        const isLong = ({ holds }: (typeof LOGS)[number]) => there.filter(holds).length >= 50
        const known = store.count
        const filled = await fillMoment(
          store,
          moment,
          LOGS.map((each) => (each.isClosed ? closed : server(log.filter(each.holds), each.hasEnd))),
        )
        const open = LOGS.filter(({ isClosed }) => !isClosed)
        expect(filled).toEqual({
          added: store.count - known,
          whole: open.filter((each) => !isLong(each)).length,
          crowded: open.filter(isLong).length,
          closed: LOGS.length - open.length,
        })
        const { from, to } = store.range({ from: moment, to: moment })
        const here = Array.from({ length: to - from }, (_, n) => store.rowAt(from + n))
        expect(without(texts(here), texts(there))).toEqual([])
        const lost = without(texts(there), texts(here)).map((text) => JSON.parse(text) as EventRow)
        const isRead = (row: EventRow) => open.some((each) => !isLong(each) && each.holds(row))
        expect(lost.filter(isRead)).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})

it('asks a few logs at once, and takes their rows in the order of the logs, whoever answers first', async () => {
  let running = 0
  let most = 0
  const answers: (() => void)[] = []
  const ask =
    (name: string): AskPage =>
    async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => answers.push(resolve))
      running -= 1
      return { rows: [rowOf('secret', name, 0, 0)], continuationToken: null }
    }
  const store = new EventStore()
  const names = ['a', 'b', 'c', 'd', 'e']
  const filling = fillMoment(store, BASE, names.map(ask))
  // The last that was asked answers first.
  for (let left = names.length; left > 0; left -= 1) {
    await expect.poll(() => answers.length).toBeGreaterThan(0)
    answers.pop()?.()
  }
  expect(await filling).toEqual({ added: 5, whole: 5, closed: 0, crowded: 0 })
  expect(most).toBe(3)
  expect(names.map((_, at) => store.rowAt(at).secretId)).toEqual(names)
})

it('gives up with the first log that fails, and asks no further one', async () => {
  const asked: string[] = []
  const ask =
    (name: string): AskPage =>
    async () => {
      asked.push(name)
      if (name === 'b') throw new Error('away')
      return { rows: [rowOf('secret', name, 0, 0)], continuationToken: null }
    }
  const store = new EventStore()
  await expect(fillMoment(store, BASE, ['a', 'b', 'c', 'd', 'e', 'f'].map(ask))).rejects.toThrow('away')
  expect(asked).toEqual(['a', 'b', 'c', 'd'])
  expect(store.count).toBe(1)
})

it('says what may be missing, and never that nothing is', () => {
  const all = { whole: 9, closed: 0, crowded: 0, left: 0 }
  const nobody =
    'rows that are in no such log: of people who left, of what was deleted, of an API key or SCIM'
  expect(stillMissing(all)).toBe(nobody)
  expect(stillMissing({ ...all, closed: 1, crowded: 2, left: 3 })).toBe(
    [
      'rows of 1 log that the server does not give to this account',
      'rows of 2 logs that hold 50 or more of that moment',
      'rows of 3 logs that were not asked',
      nobody,
    ].join('; '),
  )
})
