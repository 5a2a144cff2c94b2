import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffItems, diffLines, diffWords, linesOf, wordsOf } from './line-diff'
import type { DiffRun } from './line-diff'

const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', '"', 'é', '👩‍🚀'),
  maxLength: 40,
})
const anyItems = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 })
const side = (runs: DiffRun[], other: DiffRun['kind']) =>
  runs.flatMap((run) => (run.kind === other ? [] : run.items))

/** Length of the longest common subsequence, by plain recursion. */
function common(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [x, ...restA] = a
  const [y, ...restB] = b
  return x === y ? 1 + common(restA, restB) : Math.max(common(restA, b), common(a, restB))
}

describe('cutting a text', () => {
  it('loses no character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(linesOf(text).join('')).toBe(text)
        expect(wordsOf(text).join('')).toBe(text)
      }),
    )
  })

  it('ends a line after CRLF, LF or CR', () => {
    expect(linesOf('a\r\nb\rc\n\nd')).toEqual(['a\r\n', 'b\r', 'c\n', '\n', 'd'])
  })
})

describe('diffItems', () => {
  it('holds both lists, whole and in order', () => {
    fc.assert(
      fc.property(anyItems, anyItems, (before, after) => {
        const runs = diffItems(before, after)
        expect(side(runs, 'added')).toEqual(before)
        expect(side(runs, 'removed')).toEqual(after)
      }),
    )
  })

  it('keeps as much as can be kept', () => {
    const short = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
    fc.assert(
      fc.property(short, short, (before, after) => {
        const kept = diffItems(before, after).flatMap((run) => (run.kind === 'same' ? run.items : []))
        expect(kept.length).toBe(common(before, after))
      }),
    )
  })

  it('joins neighbours and puts what went first', () => {
    fc.assert(
      fc.property(anyItems, anyItems, (before, after) => {
        const kinds = diffItems(before, after).map((run) => run.kind)
        for (const [i, kind] of kinds.entries()) {
          expect(kind).not.toBe(kinds[i + 1])
          if (kind === 'added') expect(kinds[i + 1]).not.toBe('removed')
        }
      }),
    )
  })

  it('stays whole where it gives up to look for the shortest, and finds what stands in the middle', () => {
    const before = Array.from({ length: 3_000 }, (_, i) => `a${i}`)
    const after = Array.from({ length: 3_000 }, (_, i) => (i === 1_500 ? 'a1500' : `b${i}`))
    const runs = diffItems(['x', ...before], ['x', ...after])
    expect(side(runs, 'added')).toEqual(['x', ...before])
    expect(side(runs, 'removed')).toEqual(['x', ...after])
    expect(runs[0]).toEqual({ kind: 'same', items: ['x'] })
  })

  it('holds both lists also where they are long and unlike', () => {
    const long = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 600, maxLength: 1_200 })
    fc.assert(
      fc.property(long, long, (a, b) => {
        const [before, after] = [a.map(String), b.map(String)]
        const runs = diffItems(before, after)
        expect(side(runs, 'added')).toEqual(before)
        expect(side(runs, 'removed')).toEqual(after)
      }),
      { numRuns: 15 },
    )
  })
})

it('tells lines and words', () => {
  expect(diffLines('a\nb\n', 'a\nc\n')).toEqual([
    { kind: 'same', items: ['a\n'] },
    { kind: 'removed', items: ['b\n'] },
    { kind: 'added', items: ['c\n'] },
  ])
  expect(diffWords('every 120 days', 'every 90 days').filter((run) => run.kind !== 'same')).toEqual([
    { kind: 'removed', items: ['120'] },
    { kind: 'added', items: ['90'] },
  ])
})
