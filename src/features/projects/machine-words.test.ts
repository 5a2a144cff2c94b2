import { expect, it } from 'vitest'
import { reachWords, readWords, stopsWorking } from './machine-words'

const HOUR = 3_600_000
const reads = (count: number, isWhole: boolean) => ({ count, last: count > 0 ? 0 : null, isWhole })

it('tells unknown, none, at least and exactly apart', () => {
  expect(readWords(undefined, 0)).toBe('Not known')
  expect(readWords(null, 0)).toBe('Not known')
  expect(readWords(reads(0, true), 0)).toBe('None')
  expect(readWords(reads(0, false), 0)).toContain('None among')
  expect(readWords(reads(1200, true), 3 * HOUR)).toBe('1,200, last 3 h ago')
  expect(readWords(reads(7, false), 3 * HOUR)).toBe('at least 7, last 3 h ago')
})

it('says how much of a reach a project is', () => {
  expect(reachWords(41, 41)).toBe('All 41, everything it can reach')
  expect(reachWords(41, 571)).toBe('41 of 571')
  expect(reachWords(41, undefined)).toBe('41 of an unknown number')
  expect(reachWords(null, 571)).toBe('Not known')
})

it('holds up only for a machine account that reads here and keeps nothing', () => {
  expect(stopsWorking(41, 41, reads(3, false))).toBe(true)
  expect(stopsWorking(41, 41, reads(0, true))).toBe(false)
  expect(stopsWorking(41, 42, reads(3, true))).toBe(false)
  expect(stopsWorking(41, undefined, reads(3, true))).toBe(false)
  expect(stopsWorking(41, 41, null)).toBe(false)
})
