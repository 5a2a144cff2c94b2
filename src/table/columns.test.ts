import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingColumns, type Column } from './columns'
import { movedCursor } from './cursor'

const column = (id: string, width: number | 'rest', leaves?: number): Column => ({
  id,
  header: id,
  width,
  ...(leaves !== undefined && { leaves }),
  cell: () => null,
})

const columns = [column('name', 'rest'), column('id', 84, 1), column('access', 152, 2), column('changed', 96)]

describe('fittingColumns', () => {
  it('keeps all where there is room', () => {
    expect(fittingColumns(columns, 1200).map((c) => c.id)).toEqual(['name', 'id', 'access', 'changed'])
  })

  it('lets them leave in their order', () => {
    expect(fittingColumns(columns, 632).map((c) => c.id)).toEqual(['name', 'access', 'changed'])
    expect(fittingColumns(columns, 432).map((c) => c.id)).toEqual(['name', 'changed'])
  })

  it('keeps those without a place in the order, however narrow', () => {
    expect(fittingColumns(columns, 10).map((c) => c.id)).toEqual(['name', 'changed'])
  })
})

describe('movedCursor', () => {
  it('stays inside the rows for every key', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'j', 'k']
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(60),
        (key, at, rows, page) => {
          const to = movedCursor(key, Math.min(at, rows - 1), rows, page)
          expect(to).not.toBeNull()
          expect(to).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThan(rows)
        },
      ),
    )
  })

  it('does not take other keys, nor any in an empty list', () => {
    expect(movedCursor('x', 0, 3, 10)).toBeNull()
    expect(movedCursor('j', 0, 0, 10)).toBeNull()
  })
})
