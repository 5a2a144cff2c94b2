import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '#/domain/history-types'
import { choiceName, choicesOf, pairOf, withSide, type Choice } from './choices'

const entry = (versionId: string | null, isCurrent = false): HistoryEntry<number> => ({
  valueMark: null,
  how: 'set',
  author: 'not known',
  from: 'not known',
  until: isCurrent ? 'now' : 'not known',
  fromAtEarliest: null,
  untilAtLatest: null,
  isCurrent,
  endedBy: 'not known',
  versionId,
  trace: null,
})
const numbers = (pair: { a: Choice; b: Choice } | null) => pair && [pair.a.number, pair.b.number]

describe('choicesOf', () => {
  it('adds the live value where no entry is known to be it', () => {
    expect(choicesOf([entry('x'), entry('y')]).map(({ id }) => id)).toEqual(['x', 'y', 'current'])
    expect(choicesOf([entry('x'), entry('y', true)]).map(({ id }) => id)).toEqual(['x', 'y'])
    expect(choicesOf([entry('x'), entry(null, true)]).map(({ id }) => id)).toEqual(['x', 'current'])
  })
})

describe('pairOf', () => {
  const choices = choicesOf([entry('x'), entry('y'), entry('x', true)])

  it('takes the older one as a, whatever the path says', () => {
    expect(pairOf(choicesOf([entry('x'), entry('y', true)]), 'y', 'x')).toMatchObject({ isSwapped: true })
    expect(numbers(pairOf(choicesOf([entry('x'), entry('y', true)]), 'y', 'x'))).toEqual([1, 2])
  })

  it('tells stretches of one row apart by the order in the path', () => {
    expect(numbers(pairOf(choices, 'x', 'y'))).toEqual([1, 2])
    expect(numbers(pairOf(choices, 'y', 'x'))).toEqual([2, 3])
    expect(numbers(pairOf(choices, 'x', 'x'))).toEqual([1, 3])
  })

  it('finds the live value also when the row that holds it is known', () => {
    expect(numbers(pairOf(choices, 'y', 'current'))).toEqual([2, 3])
    expect(numbers(pairOf(choicesOf([entry('x'), entry('y')]), 'y', 'current'))).toEqual([2, null])
  })

  it('knows no pair of what is not there', () => {
    expect(pairOf(choices, 'x', 'gone')).toBeNull()
    expect(pairOf(choices, 'y', 'y')).toBeNull()
  })
})

it('keeps the older one as a when a side is chosen anew', () => {
  const choices = choicesOf([entry('x'), entry('y'), entry('z', true)])
  const [x, y, z] = choices
  if (!x || !y || !z) throw new Error('three choices')
  expect(withSide(choices, { a: x, b: y }, 'a', z)).toEqual({ a: 'y', b: 'z' })
  expect(withSide(choices, { a: x, b: y }, 'b', y)).toEqual({ a: 'x', b: 'y' })
  expect(withSide(choices, { a: x, b: y }, 'b', x)).toBeNull()
})

it('names a choice', () => {
  expect(choicesOf([entry('x'), entry('y', true)]).map(choiceName)).toEqual([
    'Version 1',
    'Version 2, current',
  ])
})
