import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillMoment } from './fill-moment'
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

const SECRETS = ['a', 'b', 'c', 'd']
const anyLog = fc
  .array(fc.tuple(fc.nat(6), fc.constantFrom(...SECRETS, null), fc.integer({ min: 1, max: 30 })), {
    maxLength: 14,
  })
  .map((lots) =>
    lots.flatMap(([at, secretId, count]) =>
      Array.from({ length: count }, (_, n) =>
        eventRow({
          type: secretId === null ? 1000 : 2100,
          date: dateOf(BASE + at),
          secretId,
          ipAddress: `10.0.0.${n % 3}`,
        }),
      ),
    ),
  )

const texts = (rows: readonly EventRow[]) => rows.map((row) => JSON.stringify(row)).toSorted()

it('finds every row of the objects that were asked, none twice, and tells what is still crowded', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async (log) => {
      const store = new EventStore()
      const crowded: number[] = []
      for await (const step of readSpan(server(log, true), { from: BASE, to: BASE + 6 })) {
        store.add(step.rows)
        if (step.crowded !== null) crowded.push(step.crowded)
      }
      for (const moment of crowded) {
        const logs = SECRETS.map((id) =>
          server(
            log.filter(({ secretId }) => secretId === id),
            false,
          ),
        )
        const { crowded: still } = await fillMoment(store, moment, logs)
        const { from, to } = store.range({ from: moment, to: moment })
        const here = Array.from({ length: to - from }, (_, n) => store.rowAt(from + n))
        const there = log.filter((row) => tick(row) === moment)
        const ofOne = (rows: readonly EventRow[], id: string | null) =>
          texts(rows.filter(({ secretId }) => secretId === id))
        const isLong = (id: string) => ofOne(there, id).length >= 50
        expect(still).toBe(SECRETS.filter(isLong).length)
        for (const id of SECRETS) {
          if (isLong(id)) expect(ofOne(here, id).length).toBeLessThanOrEqual(ofOne(there, id).length)
          else expect(ofOne(here, id)).toEqual(ofOne(there, id))
        }
      }
    }),
    { numRuns: 60 },
  )
})
