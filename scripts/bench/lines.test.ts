import { expect, it } from 'vitest'
import { formatTable, median, percentile, readLines } from './lines.mjs'

const line = { line: 1, what: 'names', value: 3.25, unit: '×', goal: '≥ 3', holds: true }

it('reads lines and refuses what is none', () => {
  expect(readLines([{ ...line, more: 1 }])).toEqual([line])
  expect(() => readLines([])).toThrow('no lines')
  expect(() => readLines(undefined)).toThrow('no lines')
  expect(() => readLines([{ ...line, value: Number.NaN }])).toThrow('none')
  expect(() => readLines([{ ...line, holds: undefined }])).toThrow('none')
})

it('writes them as a table', () => {
  const missed = { ...line, line: 10, value: 1234.5, unit: 'ms', goal: '≤ 50 ms', holds: false }
  const told = { ...line, value: 8, unit: 'MB', goal: '' }
  expect(formatTable([line, told, missed]).split('\n')).toEqual([
    '#   what   measured  goal',
    '--  -----  --------  -------  ------',
    '1   names  3.25 ×    ≥ 3      holds',
    '1   names  8 MB',
    '10  names  1235 ms   ≤ 50 ms  MISSED',
  ])
})

it('takes medians and percentiles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(percentile([10, 20, 30, 40, 50], 95)).toBeCloseTo(48)
  expect(() => median([])).toThrow('no runs')
})
