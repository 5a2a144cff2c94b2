import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  begun,
  extended,
  noSelection,
  remaining,
  shareOf,
  toggled,
  withAll,
  type Selection,
} from './selection'

const rowsOf = (ids: readonly string[]) => ({
  rowCount: ids.length,
  idOf: (row: number) => ids[row] ?? '',
  rowOf: (id: string) => ids.indexOf(id),
})
const rows = rowsOf(['a', 'b', 'c', 'd', 'e'])
const ids = (selection: Selection) => [...selection.ids].toSorted().join('')

describe('selection', () => {
  it('toggles one', () => {
    const one = toggled(noSelection, 'b')
    expect(ids(one)).toBe('b')
    expect(ids(toggled(one, 'b'))).toBe('')
    expect(noSelection.ids.size).toBe(0)
  })

  it('draws a range anew from the same anchor, and keeps what was selected before', () => {
    const start = toggled(toggled(noSelection, 'e'), 'b')
    const down = extended(start, rows, 3)
    expect(ids(down)).toBe('bcde')
    expect(ids(extended(down, rows, 2))).toBe('bce')
    expect(ids(extended(down, rows, 0))).toBe('abe')
  })

  it('begins a new range apart from the last', () => {
    const first = extended(toggled(noSelection, 'a'), rows, 1)
    const second = extended(begun(first, 'd'), rows, 4)
    expect(ids(second)).toBe('abde')
    expect(ids(extended(second, rows, 3))).toBe('abd')
  })

  it('begins a range at the row itself where the anchor is not shown', () => {
    const filtered = rowsOf(['c', 'd'])
    expect(ids(extended(toggled(noSelection, 'a'), filtered, 1))).toBe('ad')
    expect(ids(extended(noSelection, filtered, 0))).toBe('c')
  })

  it('follows the order that is shown', () => {
    const start = toggled(noSelection, 'a')
    expect(ids(extended(start, rowsOf(['d', 'a', 'e', 'b']), 2))).toBe('ae')
  })

  it('takes all that match, and keeps what does not', () => {
    const all = withAll(toggled(noSelection, 'x'), rows)
    expect(ids(all)).toBe('abcdex')
    expect(shareOf(all, rows)).toEqual({ share: 'all', hidden: 1 })
    expect(shareOf(all, rowsOf(['y']))).toEqual({ share: 'none', hidden: 6 })
    expect(shareOf(toggled(all, 'c'), rows)).toEqual({ share: 'some', hidden: 1 })
    expect(shareOf(noSelection, rowsOf([]))).toEqual({ share: 'none', hidden: 0 })
  })

  it('lets go of what is gone', () => {
    const all = withAll(noSelection, rows)
    expect(ids(remaining(all, (id) => id !== 'c'))).toBe('abde')
    expect(remaining(all, () => true)).toBe(all)
  })

  it('counts shown and hidden to the whole, whatever was done', () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('toggle' as const), row: fc.nat(4) }),
      fc.record({ act: fc.constant('extend' as const), row: fc.nat(4) }),
    )
    fc.assert(
      fc.property(fc.array(step), fc.subarray(['a', 'b', 'c', 'd', 'e']), (steps, shown) => {
        let selection = noSelection
        for (const { act, row } of steps)
          selection = act === 'toggle' ? toggled(selection, rows.idOf(row)) : extended(selection, rows, row)
        const { hidden } = shareOf(selection, rowsOf(shown))
        expect(hidden + shown.filter((id) => selection.ids.has(id)).length).toBe(selection.ids.size)
        if (steps.at(-1)?.act === 'extend')
          expect(selection.ids.has(rows.idOf(steps.at(-1)?.row ?? 0))).toBe(true)
      }),
      { seed: 14 },
    )
  })
})
