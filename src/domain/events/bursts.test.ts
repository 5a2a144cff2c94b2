import { expect, it } from 'vitest'
import { burstsIn, burstWords } from './bursts'
import { marksOf } from './marks'
import { eventRow } from './row'
import { EventStore } from './store'
import { dateOf, msOf } from './tick'

const SECOND = 10_000_000
const rows = (count: number, from: number, who: string, objects = count) =>
  Array.from({ length: count }, (_, n) =>
    eventRow({
      type: 2100,
      date: dateOf(from + n * (SECOND / 10)),
      serviceAccountId: who,
      secretId: `s${n % objects}`,
      ipAddress: '203.0.113.7',
    }),
  )

it('tells the largest bursts among what matches, with what they were done to', () => {
  const store = new EventStore()
  store.add([...rows(42, 0, 'ci'), ...rows(12, 5, 'ops', 3), ...rows(9, 0, 'few')])
  const marks = marksOf(store)
  const all = Uint32Array.from({ length: store.count }, (_, at) => at)
  const found = burstsIn(store, marks, all, 1)
  expect(found.total).toBe(2)
  expect(found.largest).toMatchObject([
    { count: 42, objects: 42, from: msOf(0), to: msOf(41 * (SECOND / 10)), row: { serviceAccountId: 'ci' } },
  ])
  const ofOps = all.filter((at) => store.rowAt(at).serviceAccountId === 'ops').slice(0, 1)
  expect(burstsIn(store, marks, ofOps, 9)).toMatchObject({ total: 1, largest: [{ count: 12, objects: 3 }] })
  expect(burstsIn(store, marks, new Uint32Array(), 9)).toEqual({ total: 0, largest: [] })
})

it.each([
  [2100, 42, 42, '42 secrets read by'],
  [2100, 1200, 7, '1,200 reads of 7 secrets by'],
  [2104, 10, 1, '10 destructions of 1 secret by'],
  [1005, 12, 0, '12 sign-ins refused for'],
  [1000, 11, 0, '11 × User_LoggedIn by'],
  [2999, 11, 0, '11 × event 2999 by'],
])('says %i × %i on %i as %s', (type, count, objects, words) => {
  expect(burstWords({ row: eventRow({ type, date: dateOf(0) }), count, objects })).toBe(words)
})
