import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_OF_BURST, MARKS, marksOf } from './marks'
import { eventRow, type EventRow } from './row'
import { EventStore } from './store'
import { dateOf, tickOf } from './tick'

const SECOND = 10_000_000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

interface Said {
  tick: number
  who?: string
  type?: number
  ip?: string | null
  device?: number | null
}
const row = ({ tick, who = 'ci', type = 2100, ip = '203.0.113.7', device = 21 }: Said): EventRow =>
  eventRow({ type, date: dateOf(tick), serviceAccountId: who, ipAddress: ip, deviceType: device })
const storeOf = (said: readonly Said[]) => {
  const store = new EventStore()
  store.add(said.map(row))
  return store
}
/** By position, the newest first. */
const flagsOf = (said: readonly Said[]) => [...marksOf(storeOf(said)).flags]

describe('bursts', () => {
  const anySaid = fc.array(
    fc.record({
      // Steps of a quarter second, so that a gap of one second is common.
      tick: fc.nat(120).map((n) => n * (SECOND / 4)),
      who: fc.constantFrom('a', 'b'),
      type: fc.constantFrom(2100, 2102),
      ip: fc.constantFrom(null, '203.0.113.7'),
    }),
    { maxLength: 150 },
  )

  it('are the rows of one actor, code and address that stand within a second of each other', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const store = storeOf(said)
        const marks = marksOf(store)
        const rows = Array.from({ length: store.count }, (_, at) => store.rowAt(at))
        const like = (a: EventRow, b: EventRow) =>
          a.serviceAccountId === b.serviceAccountId && a.type === b.type && a.ipAddress === b.ipAddress
        rows.forEach((one, at) => {
          const ticks = rows
            .filter((other) => like(one, other))
            .map(({ date }) => tickOf(date))
            .toSorted((a, b) => a - b)
          const mine = tickOf(one.date)
          let from = mine
          for (const tick of ticks.toReversed()) if (tick <= from && from - tick <= SECOND) from = tick
          let to = mine
          for (const tick of ticks) if (tick >= to && tick - to <= SECOND) to = tick
          const size = ticks.filter((tick) => tick >= from && tick <= to).length
          const burst = marks.bursts[marks.burstOf[at] ?? 0]
          if (size < LEAST_OF_BURST) expect(marks.burstOf[at]).toBe(0)
          else expect(burst).toEqual({ from, to, count: size })
          expect(((marks.flags[at] ?? 0) & MARKS.burst) !== 0).toBe(size >= LEAST_OF_BURST)
        })
        // Each row of a burst, and none beside.
        marks.bursts.forEach(({ count }, number) => {
          const members = marks.burstOf.filter((each) => each === number).length
          if (number > 0) expect(members).toBe(count)
        })
      }),
    )
  })
})

describe('first seen', () => {
  it('is nothing within the first day that is loaded', () => {
    expect(flagsOf([{ tick: 0 }, { tick: DAY - 1, who: 'new', ip: '10.0.0.1' }])).toEqual([0, 0])
  })

  it('is an actor, and then what the actor comes with', () => {
    const said = [
      { tick: 0 },
      { tick: DAY, who: 'new' },
      { tick: DAY + 1, who: 'new', ip: '10.0.0.1' },
      { tick: DAY + 2, who: 'new', ip: '10.0.0.1', device: 9 },
      { tick: DAY + 3, who: 'new', ip: null, device: null },
      { tick: DAY + 4, who: 'new', ip: '203.0.113.7' },
      { tick: DAY + 5, device: 9, ip: '10.0.0.1' },
    ]
    expect(flagsOf(said)).toEqual([
      MARKS.firstAddress | MARKS.firstClient,
      0,
      0,
      MARKS.firstClient,
      MARKS.firstAddress,
      MARKS.firstActor,
      0,
    ])
  })

  it('is an hour of the day after a week and many rows', () => {
    const work = Array.from({ length: 60 }, (_, n) => ({ tick: n * 4 * HOUR - (n % 2) * 4 * HOUR }))
    const last = { tick: 20 * DAY + 3 * HOUR }
    expect(flagsOf([...work, last])[0]).toBe(MARKS.firstHour)
    expect(flagsOf([...work.slice(0, 40), last])[0]).toBe(0)
    expect(flagsOf([...work, { tick: 20 * DAY }])[0]).toBe(0)
  })

  it('comes once for each pair, whatever the order in which rows were read', () => {
    const anySaid = fc.array(
      fc.record({
        tick: fc.nat(20).map((n) => n * (DAY / 5)),
        who: fc.constantFrom('a', 'b', 'c'),
        ip: fc.constantFrom(null, '10.0.0.1', '10.0.0.2', '10.0.0.3'),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(anySaid, (said) => {
        const store = storeOf(said)
        const { flags } = marksOf(store)
        const seen = new Set<string>()
        const oldest = store.count > 0 ? tickOf(store.rowAt(store.count - 1).date) : 0
        for (let at = store.count - 1; at >= 0; at -= 1) {
          const { serviceAccountId: who, ipAddress: ip, date } = store.rowAt(at)
          const isFirstActor = !seen.has(`${who}`)
          const isNew = !seen.has(`${who} ${ip}`)
          seen.add(`${who}`).add(`${who} ${ip}`)
          const isLate = tickOf(date) - oldest >= DAY
          expect(((flags[at] ?? 0) & MARKS.firstActor) !== 0).toBe(isLate && isFirstActor)
          expect(((flags[at] ?? 0) & MARKS.firstAddress) !== 0).toBe(
            isLate && !isFirstActor && isNew && ip !== null,
          )
        }
      }),
    )
  })
})
