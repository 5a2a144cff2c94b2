import { expect, test } from 'vitest'
import { circleIn } from './no-circles.mjs'

test('a graph without circles passes, shared files included', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d']],
    ['d', []],
  ])
  expect(circleIn(graph)).toBeNull()
})

test('a circle is named in the order in which its files wait for each other', () => {
  const graph = new Map([
    ['page', ['a']],
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['a']],
  ])
  expect(circleIn(graph)).toEqual(['a', 'b', 'd', 'a'])
})
