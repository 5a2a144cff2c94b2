import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventRow, type EventRow } from './row'
import { EventStore } from './store'
import { dateOf, tickOf } from './tick'

const id = fc.constantFrom(null, 'a', 'b', 'c')
/** Few values, so that equal moments and equal rows are common. */
export const anyRow: fc.Arbitrary<EventRow> = fc
  .record({
    at: fc.nat(40),
    type: fc.constantFrom(1000, 2100, 2302, 2999),
    userId: id,
    actingUserId: id,
    secretId: id,
    groupId: id,
    serviceAccountId: id,
    domainName: fc.constantFrom(null, 'a|b.test'),
    ipAddress: fc.constantFrom(null, '203.0.113.7', '2001:db8::1'),
    deviceType: fc.constantFrom(null, 0, 9),
    systemUser: fc.constantFrom(null, 0, 1),
  })
  .map(({ at, ...row }) => eventRow({ ...row, date: dateOf(210_000_000_000_0000 + at * 3_333) }))

const byTick = (a: EventRow, b: EventRow) => tickOf(b.date) - tickOf(a.date)
const rowsOf = (store: EventStore) => Array.from({ length: store.count }, (_, at) => store.rowAt(at))
const texts = (rows: readonly EventRow[]) => rows.map((row) => JSON.stringify(row)).toSorted()

it('gives back every field of every row, newest first, however they came', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyRow, { maxLength: 20 }), { maxLength: 8 }), (lots) => {
      const store = new EventStore()
      for (const lot of lots) store.add(lot)
      const rows = rowsOf(store)
      expect(rows.map(({ date }) => date)).toEqual(
        lots
          .flat()
          .toSorted(byTick)
          .map(({ date }) => date),
      )
      expect(texts(rows)).toEqual(texts(lots.flat()))
    }),
  )
})

it('keeps the order of the server within a moment', () => {
  const store = new EventStore()
  const at = (secretId: string) => eventRow({ type: 2100, date: '2026-08-20T09:15:27Z', secretId })
  store.add([at('first'), at('second')])
  store.add([at('third')])
  expect(rowsOf(store).map(({ secretId }) => secretId)).toEqual(['first', 'second', 'third'])
})

it('adds of a span that is read again only what is new, equal rows by their number', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.array(anyRow), (known, more) => {
      const store = new EventStore()
      store.add(known)
      const all = [...known, ...more]
      store.addMissing({ from: -Infinity, to: Infinity }, all)
      expect(texts(rowsOf(store))).toEqual(texts(all))
      expect(store.addMissing({ from: -Infinity, to: Infinity }, all)).toEqual([])
    }),
  )
})

it('forgets a span with both its ends', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyRow, anyRow, (rows, one, other) => {
      const [from, to] = [tickOf(one.date), tickOf(other.date)].toSorted((a, b) => a - b)
      if (from === undefined || to === undefined) return
      const store = new EventStore()
      store.add(rows)
      store.drop({ from, to })
      const left = rows.filter((row) => tickOf(row.date) < from || tickOf(row.date) > to)
      expect(texts(rowsOf(store))).toEqual(texts(left))
    }),
  )
})

it('takes no more than 40 bytes a row', () => {
  const store = new EventStore()
  const row = (n: number) => eventRow({ type: 2100, date: dateOf(-n), secretId: `s${n % 9}` })
  for (let lot = 0; lot < 400; lot += 1) store.add(Array.from({ length: 50 }, (_, n) => row(lot * 50 + n)))
  expect(store.bytes / store.count).toBeLessThanOrEqual(40)
})
