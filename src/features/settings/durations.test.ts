import { expect, test } from 'vitest'
import { choicesWith, minutesWords, secondsWords } from './durations'

test('spans are told in their largest whole unit', () => {
  expect([1, 30, 90, 120, 600].map(secondsWords)).toEqual([
    '1 second',
    '30 seconds',
    '90 seconds',
    '2 minutes',
    '10 minutes',
  ])
  expect([1, 15, 60, 90, 240, 1440].map(minutesWords)).toEqual([
    '1 minute',
    '15 minutes',
    '1 hour',
    '90 minutes',
    '4 hours',
    '1 day',
  ])
})

test('the present choice is always among those offered', () => {
  expect(choicesWith([5, 15], 15)).toEqual([5, 15])
  expect(choicesWith([5, 15], 7)).toEqual([5, 7, 15])
})
