import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRights, mergeText } from './list-merge'

const list = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, 2, 3))
  .map((record) => new Map(Object.entries(record)))

describe('mergeRights', () => {
  it('writes what is wanted where nobody else changed anything', () => {
    fc.assert(
      fc.property(list, list, (base, wanted) => {
        const { result, conflicts, others } = mergeRights(base, wanted, base)
        expect(Object.fromEntries(result)).toEqual(Object.fromEntries(wanted))
        expect([conflicts, others]).toEqual([[], []])
      }),
    )
  })

  it('changes nothing where nothing is wanted', () => {
    fc.assert(
      fc.property(list, list, (base, now) => {
        const { result, conflicts, isChanged } = mergeRights(base, base, now)
        expect(result).toEqual(now)
        expect(conflicts).toEqual([])
        expect(isChanged).toBe(false)
      }),
    )
  })

  it('keeps what others changed elsewhere, and stops where both changed the same', () => {
    const base = new Map([['a', 1]])
    const kept = mergeRights(
      base,
      new Map([['a', 2]]),
      new Map([
        ['a', 1],
        ['b', 3],
      ]),
    )
    expect(kept.result).toEqual(
      new Map([
        ['a', 2],
        ['b', 3],
      ]),
    )
    expect(kept.others).toEqual(['b'])
    expect(mergeRights(base, new Map([['a', 2]]), new Map([['a', 3]])).conflicts).toEqual(['a'])
    expect(mergeRights(base, new Map(), new Map([['a', 3]])).conflicts).toEqual(['a'])
    expect(mergeRights(base, new Map([['a', 2]]), new Map([['a', 2]])).isChanged).toBe(false)
  })
})

describe('mergeText', () => {
  it('takes mine, theirs, or tells of both', () => {
    expect(mergeText('x', 'y', 'x')).toEqual({ text: 'y', isConflict: false, isChanged: true })
    expect(mergeText('x', 'x', 'z')).toEqual({ text: 'z', isConflict: false, isChanged: false })
    expect(mergeText('x', 'y', 'z').isConflict).toBe(true)
    expect(mergeText('x', 'y', 'y')).toEqual({ text: 'y', isConflict: false, isChanged: false })
  })
})
