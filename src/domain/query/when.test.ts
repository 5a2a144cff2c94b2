import { expect, it } from 'vitest'
import { ageTest, changedSpan } from './when'

const DAY = 86_400_000

it('an age is compared by its sign', () => {
  expect(ageTest('>90d')(91 * DAY)).toBe(true)
  expect(ageTest('>90d')(90 * DAY)).toBe(false)
  expect(ageTest('>=90d')(90 * DAY)).toBe(true)
  expect(ageTest('<2w')(13 * DAY)).toBe(true)
  expect(ageTest('<=1h')(3_600_001)).toBe(false)
  expect(ageTest('nonsense')(1)).toBe(false)
})

it.each([
  ['2026', '2026-01-01', '2027-01-01'],
  ['2026-12', '2026-12-01', '2027-01-01'],
  ['2024-02-29', '2024-02-29', '2024-03-01'],
  ['2026-01..2026-03-15', '2026-01-01', '2026-03-16'],
])('%s begins and ends with its days', (text, from, to) => {
  expect(changedSpan(text, false)).toEqual({ from: Date.parse(from), to: Date.parse(to) })
})

it('a range may be open at one end, and a date may be compared', () => {
  const until = { from: Number.NEGATIVE_INFINITY, to: Date.parse('2026-02-01') }
  expect(changedSpan('..2026-01', false)).toEqual(until)
  expect(changedSpan('<=2026-01', false)).toEqual(until)
  const after = { from: Date.parse('2026-02-01'), to: Number.POSITIVE_INFINITY }
  expect(changedSpan('>2026-01', false)).toEqual(after)
  expect(changedSpan('2026-02..', false)).toEqual(after)
})

it.each(['', '..', '2026-00', '2026-02-30', '26', '2026-03..2026-01', '2026..2027..2028', '>x', '0000-99'])(
  '%j is no date',
  (text) => {
    expect(changedSpan(text, false)).toBeNull()
  },
)
