import { expect, it } from 'vitest'
import type { History, HistoryEntry } from '#/domain/history-types'
import { eventRow } from './row'
import { daysWords, tellStory } from './secret-story'

const DAY = 86_400_000
const T0 = Date.UTC(2026, 0, 1)
const at = (day: number) => new Date(T0 + day * DAY).toISOString()

const value = (from: number, until: number | 'now', change: Partial<HistoryEntry<number>> = {}) =>
  ({
    ...{ valueMark: from, how: 'set', author: 'not known', from: T0 + from * DAY },
    ...{ until: until === 'now' ? 'now' : T0 + until * DAY, isCurrent: until === 'now' },
    ...{ fromAtEarliest: null, untilAtLatest: null, endedBy: 'not known', versionId: null, trace: null },
    ...change,
  }) as HistoryEntry<number>

const history: History<number> = { entries: [value(0, 10), value(10, 'now')], mayBeIncomplete: false }
const read = (day: number, who: string) => eventRow({ type: 2100, date: at(day), userId: who })
const machineRead = (day: number) => eventRow({ type: 2100, date: at(day), serviceAccountId: 'm' })

const input = {
  history,
  rows: [read(2, 'ada'), read(3, 'ada'), machineRead(9), read(12, 'bob')],
  since: T0,
  createdAt: T0,
  now: T0 + 20 * DAY,
  departures: [],
}

it('counts reads inside the span of each value', () => {
  const { values, weeks, reads } = tellStory(input)
  expect(values.map((one) => [one.number, one.reads, one.readers?.length, one.isAtLeast])).toEqual([
    [1, 3, 2, false],
    [2, 1, 1, false],
  ])
  expect(values[0]?.readers?.[0]).toMatchObject({ key: 'account:ada', reads: 2, last: T0 + 3 * DAY })
  expect(weeks).toEqual([2, 2, 0])
  expect(reads).toBe(4)
})

it('says at least, or nothing, where the log was not read', () => {
  const { values, weeks } = tellStory({ ...input, rows: input.rows.slice(2), since: T0 + 8 * DAY })
  expect(values[0]).toMatchObject({ reads: 1, isAtLeast: true })
  expect(weeks[0]).toBeNull()
  const unread = tellStory({ ...input, rows: [], since: T0 + 15 * DAY })
  expect(unread.values[0]).toMatchObject({ reads: null, readers: null, exposure: undefined })
})

it('gives no read to a value whose span is not known', () => {
  const entries = [value(0, 10, { until: 'not known' }), value(10, 'now', { from: 'not known' })]
  const { values } = tellStory({ ...input, history: { entries, mayBeIncomplete: true } })
  expect(values.map((one) => one.reads)).toEqual([null, null])
})

it('exposes a value from the day its reader left to the next value, and no other', () => {
  const departures = [{ key: 'account:ada', at: T0 + 6 * DAY, what: 'was removed' }]
  const { values } = tellStory({ ...input, departures })
  expect(values[0]?.exposure).toMatchObject({ from: T0 + 6 * DAY, until: T0 + 10 * DAY })
  expect(values[1]?.exposure).toBeNull()
  const late = tellStory({
    ...input,
    departures: [{ key: 'account:ada', at: T0 + 11 * DAY, what: 'was removed' }],
  })
  expect(late.values[0]?.exposure).toBeNull()
})

it('leaves the current value exposed, and claims nothing of the past, where the day is not known', () => {
  const departures = ['account:ada', 'account:bob'].map((key) => ({ key, at: null, what: 'is gone' }))
  const { values } = tellStory({ ...input, departures })
  expect(values[0]?.exposure).toBeNull()
  expect(values[1]?.exposure).toMatchObject({ from: null, until: null })
})

it('counts days in words', () => {
  expect([0.2, 1, 41].map((days) => daysWords(T0, T0 + days * DAY))).toEqual([
    'less than a day',
    '1 day',
    '41 days',
  ])
})
