import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actorKey, actorOf } from './actor'
import { addressTest } from './address'
import { categoryOf, severityOf } from './codes'
import { findEvents } from './find'
import { FACETS, NONE, type EventFilter, type FacetName } from './filter'
import { MARK_NAMES } from './marks'
import { eventRow, type EventRow } from './row'
import { CATEGORIES, scan } from './scan'
import { objectKey, objectOf } from './sentence'
import { EventStore } from './store'
import { dateOf, tickOf } from './tick'

const id = fc.constantFrom(null, 'a', 'b')
const anyRow = fc
  .record({
    at: fc.nat(99),
    type: fc.constantFrom(1000, 1003, 2100, 2302, 2999),
    userId: id,
    secretId: id,
    groupId: fc.constantFrom(null, 'g'),
    grantedServiceAccountId: fc.constantFrom(null, 'm'),
    serviceAccountId: id,
    ipAddress: fc.constantFrom(null, '10.0.0.7', '203.0.113.7'),
    deviceType: fc.constantFrom(null, 9),
  })
  .map(({ at, ...row }) => eventRow({ ...row, date: dateOf(at) }))

const valuesOf: Record<FacetName, (row: EventRow) => string> = {
  category: (row) => categoryOf(row.type) ?? NONE,
  type: (row) => String(row.type),
  actor: (row) => actorKey(actorOf(row)),
  object: (row) => {
    const object = objectOf(row)
    return object ? objectKey(object) : NONE
  },
  client: (row) => (row.deviceType === null ? NONE : String(row.deviceType)),
  address: (row) => row.ipAddress ?? NONE,
  severity: (row) => severityOf(row.type),
  is: (row) => marksOf(row).join(),
}

/** Marks are of the store's making: here they follow from the row. */
const bitsOf = ({ secretId, userId }: EventRow) => (secretId === 'a' ? 1 : 0) | (userId === 'b' ? 4 : 0)
const marksOf = (row: EventRow) =>
  Object.entries(MARK_NAMES).flatMap(([name, bits]) => ((bitsOf(row) & bits) === 0 ? [] : [name]))
const marksIn = (store: EventStore) =>
  Uint8Array.from({ length: store.count }, (_, at) => bitsOf(store.rowAt(at)))

const some = (...values: string[]) => fc.subarray(values, { maxLength: 2 })
const picks: Record<FacetName, fc.Arbitrary<string[]>> = {
  category: some('secret', 'user', NONE),
  type: some('1000', '2100', '7777'),
  actor: some('account:a', 'machine:b', 'nobody'),
  object: some('secret:a', NONE),
  client: some('9', NONE),
  address: some('10.0.0.0/8', '203.0.113.7'),
  severity: some('critical', 'info'),
  is: some('burst', 'first-address', 'first-seen'),
}
const anyChoice = fc.record(
  Object.fromEntries(
    FACETS.map((facet) => [facet, fc.record({ wanted: picks[facet], unwanted: picks[facet] })]),
  ) as Record<FacetName, fc.Arbitrary<{ wanted: string[]; unwanted: string[] }>>,
  { requiredKeys: [] },
)

/** What the scan is to find, said row by row. */
function passes(row: EventRow, facet: FacetName, { choice }: EventFilter): boolean {
  const values = choice[facet]
  if (!values) return true
  const here = valuesOf[facet](row)
  const is = (wanted: string) =>
    facet === 'is'
      ? marksOf(row).includes(wanted)
      : facet === 'address'
        ? addressTest(wanted)(here)
        : wanted === here
  // A row is about every object that it names.
  const isAbout = (wanted: string) => facet === 'object' && wanted === `secret:${row.secretId}`
  const isWanted = (wanted: string) => is(wanted) || isAbout(wanted)
  return (values.wanted.length === 0 || values.wanted.some(isWanted)) && !values.unwanted.some(is)
}

it('finds what a look at each row finds: matches, bars, and each facet without its own choice', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 60 }),
      anyChoice,
      fc.nat(99),
      fc.nat(99),
      (rows, choice, a, b) => {
        const store = new EventStore()
        store.add(rows)
        const filter: EventFilter = { choice, terms: [] }
        const brush = { from: Math.min(a, b), to: Math.max(a, b) }
        const range = { from: 0, to: 95 }
        const found = scan(store, {
          ...{ filter, range, brush, bars: 48, mostValues: 50 },
          marks: marksIn(store),
        })
        expect(findEvents(store, { filter, range, brush, marks: marksIn(store) }).matches).toEqual(
          found.matches,
        )
        const inside = rows.filter((row) => tickOf(row.date) >= 0 && tickOf(row.date) <= 95)
        const brushed = inside.filter((row) => tickOf(row.date) >= brush.from && tickOf(row.date) <= brush.to)
        const matching = (row: EventRow) => FACETS.every((facet) => passes(row, facet, filter))
        expect([...found.matches].map((at) => store.rowAt(at).date)).toEqual(
          brushed
            .filter(matching)
            .map(({ date }) => date)
            .toSorted((x, y) => tickOf(y) - tickOf(x)),
        )
        expect(found.bars.reduce((sum, count) => sum + count, 0)).toBe(inside.filter(matching).length)
        const bar = (row: EventRow) => Math.floor(tickOf(row.date) / 2)
        for (const row of inside.filter(matching).slice(0, 3)) {
          const here = inside.filter(
            (each) =>
              matching(each) && bar(each) === bar(row) && valuesOf.category(each) === valuesOf.category(row),
          )
          const at =
            bar(row) * CATEGORIES.length + CATEGORIES.findIndex((name) => name === valuesOf.category(row))
          expect(found.bars[at]).toBe(here.length)
        }
        for (const facet of FACETS) {
          const others = brushed.filter((row) =>
            FACETS.every((each) => each === facet || passes(row, each, filter)),
          )
          const counts = new Map<string, number>()
          for (const row of others)
            for (const value of facet === 'is' ? marksOf(row) : [valuesOf[facet](row)])
              counts.set(value, (counts.get(value) ?? 0) + 1)
          const listed = found.facets[facet].values.filter(({ count }) => count > 0)
          expect(new Map(listed.map(({ key, count }) => [key, count]))).toEqual(counts)
        }
      },
    ),
  )
})

it('takes an object by any id of the row, and words by what they were found to mean', () => {
  const store = new EventStore()
  store.add([
    eventRow({ type: 2302, date: dateOf(1), groupId: 'g', grantedServiceAccountId: 'm', actingUserId: 'u' }),
    eventRow({ type: 2100, date: dateOf(2), secretId: 's', userId: 'u', ipAddress: '203.0.113.7' }),
  ])
  const whole = { range: { from: 0, to: 9 }, brush: null, bars: 1, mostValues: 9, marks: null }
  const find = (filter: EventFilter) => {
    const { matches } = scan(store, { ...whole, filter })
    expect(findEvents(store, { ...whole, filter }).matches).toEqual(matches)
    return [...matches].map((at) => store.rowAt(at).type)
  }
  expect(find({ choice: { object: { wanted: ['group:g'], unwanted: [] } }, terms: [] })).toEqual([2302])
  const term = (text: string, keys: string[], isExcluded = false) => ({ text, keys, isExcluded })
  expect(find({ choice: {}, terms: [term('203.0', [])] })).toEqual([2100])
  expect(find({ choice: {}, terms: [term('x', ['secret:s', 'type:2302'])] })).toEqual([2100, 2302])
  expect(find({ choice: {}, terms: [term('x', ['account:u']), term('y', ['machine:m'], true)] })).toEqual([
    2100,
  ])
  expect(find({ choice: {}, terms: [term('x', ['account:u']), term('z', [])] })).toEqual([])
})
