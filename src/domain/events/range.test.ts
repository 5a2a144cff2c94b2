import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fieldText, momentOf, spanOf } from './range'

const now = Date.parse('2026-11-23T05:00:00Z')
const at = (text: string, isEnd = false) => momentOf(text, 'utc', now, isEnd)

it.each([
  ['2026-10', false, '2026-10-01T00:00:00.000Z'],
  ['2026-10', true, '2026-10-31T23:59:59.999Z'],
  ['2026-10-01', true, '2026-10-01T23:59:59.999Z'],
  ['2026-10-01T14:30', false, '2026-10-01T14:30:00.000Z'],
  ['2026-10-01 14:30', true, '2026-10-01T14:30:59.999Z'],
  ['2026-10-01T14:30:05Z', true, '2026-10-01T14:30:05.999Z'],
  ['7d', false, '2026-11-16T05:00:00.000Z'],
])('%s (end: %s) is %s', (text, isEnd, expected) =>
  expect(at(text, isEnd)).toEqual({ at: Date.parse(expected) }),
)

it.each([
  '',
  'soon',
  '2026',
  '2026-13',
  '2026-02-30',
  '2026-10-01T24:00',
  '2026-10-01T14',
  '-7d',
  '9'.repeat(400),
])('%j is told as no date', (text) => expect(at(text)).toHaveProperty('wrong'))

describe('a range', () => {
  const day = 86_400_000

  it('is the preset up to what comes, or what the URL says', () => {
    expect(spanOf({}, now)).toEqual({ from: now - day, to: now + day })
    expect(spanOf({ last: '7d' }, now).from).toBe(now - 7 * day)
    expect(spanOf({ from: '2026-10-01T00:00:00Z' }, now)).toEqual({
      from: Date.parse('2026-10-01'),
      to: now + day,
    })
    expect(spanOf({ to: '2026-10-02T00:00:00Z' }, now).from).toBe(Date.parse('2026-10-01'))
  })

  it('is turned round where it is reversed, and a mangled end counts as none', () => {
    const turned = spanOf({ from: '2026-10-02T00:00:00Z', to: '2026-10-01T00:00:00Z' }, now)
    expect(turned).toEqual({ from: Date.parse('2026-10-01'), to: Date.parse('2026-10-02') })
    expect(spanOf({ from: 'x', to: 'y' }, now)).toEqual(spanOf({}, now))
  })
})

describe('where the clocks change', () => {
  beforeEach(() => void vi.stubEnv('TZ', 'Europe/Berlin'))
  afterEach(() => void vi.unstubAllEnvs())
  const local = (text: string, isEnd = false) => momentOf(text, 'local', now, isEnd)

  it('tells the hour that is skipped, and takes it in UTC', () => {
    expect(local('2026-03-29T02:30')).toHaveProperty('wrong')
    expect(local('2026-03-29T02:30Z')).toEqual({ at: Date.parse('2026-03-29T02:30:00Z') })
    expect(local('2026-03-29T01:59', true)).toEqual({ at: Date.parse('2026-03-29T01:00:00Z') - 1 })
  })

  it('counts days of 23 and of 25 hours', () => {
    const hours = (day: string) => {
      const [start, end] = [local(day), local(day, true)]
      return 'at' in start && 'at' in end ? Math.round((end.at - start.at) / 3_600_000) : null
    }
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(hours)).toEqual([24, 23, 25])
  })
})

it('is written for a field and read back', () => {
  expect(fieldText(now, 'utc')).toBe('2026-11-23T05:00')
  expect(momentOf(fieldText(now, 'utc'), 'utc', now, false)).toEqual({ at: now })
  expect(momentOf(fieldText(now, 'local'), 'local', now, false)).toEqual({ at: now })
})

it('does not look for what no server can have', () => {
  expect(spanOf({ from: '0001-01-01', to: '1980-01-01' }, now)).toMatchObject({ from: Date.UTC(2016, 0, 1) })
  const reversed = spanOf({ from: '2026-03-01', to: '1970-01-01' }, now)
  expect(reversed).toEqual({ from: Date.UTC(2016, 0, 1), to: Date.UTC(2026, 2, 1) })
})
