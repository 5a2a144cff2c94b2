import { expect, test } from 'vitest'
import { countText, durationText, paceText } from './progress-text'

test('counts with separators', () => {
  expect(countText({ done: 1041, total: 50_000, noun: 'secrets' })).toBe('1,041 of 50,000 secrets')
})

test('tells the pace as far as it is known', () => {
  const base = { done: 1, total: 2, noun: 'names' }
  expect(paceText(base)).toBe('')
  expect(paceText({ ...base, perSecond: 2.5 })).toBe('2.5 a second')
  expect(paceText({ ...base, perSecond: 1234.4, secondsLeft: 61 })).toBe('1,234 a second, 1 min 1 s left')
})

test.each([
  [-1, '0 s'],
  [0.2, '1 s'],
  [59.1, '1 min'],
  [125, '2 min 5 s'],
  [3600, '1 h'],
  [3840, '1 h 4 min'],
])('%d s reads %j', (seconds, expected) => {
  expect(durationText(seconds)).toBe(expected)
})
