import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ExpiredTokenError,
  RepeatedPageError,
  readSpan,
  type AskPage,
  type PagerStep,
  type Span,
} from './pager'
import { eventRow, type EventRow } from './row'
import { dateOf, tickOf, tokenOf } from './tick'

const BASE = tickOf('2026-08-01T00:00:00Z')
const DAY = 864_000_000_000
const row = (tick: number, n = 0) => eventRow({ type: 2100, date: dateOf(BASE + tick), secretId: `s${n}` })
const tick = ({ date }: EventRow) => tickOf(date)

type Kind = 'sql' | 'endless' | 'exclusive' | 'engine'

/** A server by the rules of event-log.md §3. `exclusive`: one whose `end` does not belong to the span. */
function server(log: EventRow[], kind: Kind): AskPage {
  return async ({ start, end, continuationToken }) => {
    const order = log.toSorted((a, b) => tick(b) - tick(a)).filter((each) => tick(each) >= tickOf(start))
    if (tickOf(end) - tickOf(start) > 367 * DAY) throw new Error('Range too large.')
    if (kind === 'engine') {
      const inside = order.filter((each) => tick(each) <= tickOf(end))
      const [turn = 0, from = 0] = (continuationToken ?? '0-0').split('-').map(Number)
      const size = [3, 0, 50][turn % 3] ?? 0
      const isEnd = from + size >= inside.length && size > 0
      const continuationTokenNext = isEnd ? null : `${turn + 1}-${from + size}`
      return { rows: inside.slice(from, from + size), continuationToken: continuationTokenNext }
    }
    const rest = order.filter((each) => {
      if (continuationToken) return BigInt(tokenOf(tick(each))) < BigInt(continuationToken)
      if (kind === 'endless') return true
      return kind === 'exclusive' ? tick(each) < tickOf(end) : tick(each) <= tickOf(end)
    })
    const rows = rest.slice(0, 50)
    const last = rows.at(-1)
    return { rows, continuationToken: rows.length === 50 && last ? tokenOf(tick(last)) : null }
  }
}

const texts = (rows: readonly EventRow[]) => rows.map((each) => `${each.date} ${each.secretId}`).toSorted()
const within = (rows: readonly EventRow[], from: number, to: number) =>
  rows.filter((each) => tick(each) >= from && tick(each) <= to)

async function readAll(ask: AskPage, span: Span, onStep?: (step: PagerStep, all: EventRow[]) => void) {
  const all: EventRow[] = []
  const crowded: number[] = []
  for await (const step of readSpan(ask, span)) {
    all.push(...step.rows)
    if (step.crowded !== null) crowded.push(step.crowded)
    onStep?.(step, all)
  }
  return { all, crowded }
}

/** Moments with from one to some 70 rows, many of them equal. */
const anyLog = fc
  .array(
    fc.tuple(
      fc.nat(60),
      fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.integer({ min: 30, max: 70 })),
    ),
    { maxLength: 25 },
  )
  .map((moments) =>
    moments.flatMap(([at, count]) => Array.from({ length: count }, (_, n) => row(at * 7, n % 3))),
  )
/** At most two of a moment: one that is longer than a token lives cannot be passed. */
const anyThinLog = fc
  .uniqueArray(fc.nat(60), { maxLength: 60 })
  .map((moments) => moments.flatMap((at) => [row(at * 7), row(at * 7, at % 2)]))
const anySpan = fc
  .tuple(fc.nat(450), fc.nat(450))
  .map(([a, b]) => ({ from: BASE + Math.min(a, b), to: BASE + Math.max(a, b) }))

describe.each(['sql', 'endless', 'exclusive'] as const)('a log of SQL servers (%s)', (kind) => {
  it('loses nothing that can be told, doubles nothing, and tells the moments that may hold more', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, anySpan, async (given, span) => {
        // Of its very last moment such a server says nothing, and nothing shows it.
        const log = kind === 'exclusive' ? given.filter((each) => tick(each) !== span.to) : given
        const crowdedHere = new Set<number>()
        const { all, crowded } = await readAll(server(log, kind), span, (step, sofar) => {
          if (step.crowded !== null) crowdedHere.add(step.crowded)
          const clear = (rows: EventRow[]) =>
            texts(within(rows, step.downTo, span.to).filter((each) => !crowdedHere.has(tick(each))))
          expect(clear(sofar)).toEqual(clear(log))
        })
        const wanted = within(log, span.from, span.to)
        const isCrowded = (each: EventRow) => crowded.includes(tick(each))
        expect(texts(all.filter((each) => !isCrowded(each)))).toEqual(
          texts(wanted.filter((each) => !isCrowded(each))),
        )
        for (const moment of crowded) {
          expect(within(log, moment, moment).length).toBeGreaterThanOrEqual(50)
          expect(within(all, moment, moment)).toHaveLength(50)
        }
      }),
    )
  })
})

it('follows the tokens of an engine, through short and empty pages', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, anySpan, async (log, span) => {
      const { all, crowded } = await readAll(server(log, 'engine'), span)
      expect(texts(all)).toEqual(texts(within(log, span.from, span.to)))
      expect(crowded).toEqual([])
    }),
  )
})

it('goes on by date when tokens of an engine expire, once or often', async () => {
  await fc.assert(
    fc.asyncProperty(anyThinLog, anySpan, fc.integer({ min: 3, max: 9 }), async (log, span, lives) => {
      const ask = server(log, 'engine')
      let asked = 0
      const expiring: AskPage = async (request) => {
        asked += 1
        if (request.continuationToken && asked % lives === 0) throw new ExpiredTokenError()
        return ask(request)
      }
      const { all } = await readAll(expiring, span)
      expect(texts(all)).toEqual(texts(within(log, span.from, span.to)))
    }),
  )
})

it('does not go on by date where an engine gave its rows out of order', async () => {
  const ask: AskPage = async ({ continuationToken }) => {
    if (continuationToken === 'b') throw new ExpiredTokenError()
    return { rows: [row(10), row(90)], continuationToken: 'b' }
  }
  await expect(readAll(ask, { from: BASE, to: BASE + 400 })).rejects.toThrow(ExpiredTokenError)
})

it('tells rows that have no date', async () => {
  const ask: AskPage = async () => ({ rows: [row(1)], continuationToken: null, unplaced: 2 })
  const step = await readSpan(ask, { from: BASE, to: BASE + 400 }).next()
  expect(step.value).toMatchObject({ unplaced: 2 })
})

it('keeps what it had when the server fails in the middle, and goes on from there', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, anySpan, fc.nat(8), async (log, span, failAt) => {
      const ask = server(log, 'sql')
      let asked = 0
      const failing: AskPage = async (request) => {
        asked += 1
        if (asked === failAt + 1) throw new Error('500')
        return ask(request)
      }
      const known: EventRow[] = []
      let downTo = span.to + 1
      const read = async (to: number) => {
        for await (const step of readSpan(failing, { from: span.from, to })) {
          known.push(...step.rows)
          ;({ downTo } = step)
        }
      }
      await read(span.to).catch(() => read(downTo - 1))
      const few = (rows: EventRow[]) =>
        texts(
          within(rows, span.from, span.to).filter((each) => within(log, tick(each), tick(each)).length < 50),
        )
      expect(few(known)).toEqual(few(log))
    }),
  )
})

it('is not put off by rows that arrive meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, fc.nat(450), async (log, to) => {
      const before = [...log]
      const ask = server(log, 'sql')
      const span = { from: BASE, to: BASE + to }
      let newest = to
      const { all, crowded } = await readAll(async (request) => {
        log.push(row((newest += 1)), row((newest += 3)))
        return ask(request)
      }, span)
      const clear = (rows: readonly EventRow[]) => texts(rows.filter((each) => !crowded.includes(tick(each))))
      expect(clear(all)).toEqual(clear(within(before, span.from, span.to)))
    }),
  )
})

it('cuts what is longer than the server takes, and joins it without a seam', async () => {
  const log = Array.from({ length: 900 }, (_, day) => row(day * DAY))
  const span = { from: BASE, to: BASE + 900 * DAY }
  const { all } = await readAll(server(log, 'sql'), span)
  expect(texts(all)).toEqual(texts(log))
})

it('says that a server repeats its page, instead of asking for ever', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => row(100 - n))
  const stuck: AskPage = async () => ({ rows, continuationToken: tokenOf(BASE + 51) })
  await expect(readAll(stuck, { from: BASE, to: BASE + 400 })).rejects.toThrow(RepeatedPageError)
  const idle: AskPage = async () => ({ rows: [], continuationToken: 'again' })
  await expect(readAll(idle, { from: BASE, to: BASE + 400 })).rejects.toThrow(RepeatedPageError)
})

it('gives the first page at once, but for its oldest moment', async () => {
  const log = Array.from({ length: 120 }, (_, n) => row(n))
  const first = await readSpan(server(log, 'sql'), { from: BASE, to: BASE + 400 }).next()
  expect(first.value).toMatchObject({ downTo: BASE + 71, doubles: 1 })
})
