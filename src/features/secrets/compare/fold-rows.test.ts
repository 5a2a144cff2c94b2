import { expect, it } from 'vitest'
import { compareLines } from '#/domain/value-compare'
import { foldRows } from './fold-rows'

const lines = (n: number) => Array.from({ length: n }, (_, i) => `line ${i}`)
const rows = compareLines(
  [...lines(40), 'old', ...lines(5)].join('\n'),
  [...lines(40), 'new', ...lines(5)].join('\n'),
)

it('leaves out the middle of a long equal run, keeps what stands near a change', () => {
  const folded = foldRows(rows, new Set())
  expect(folded[0]).toEqual({ kind: 'fold', at: 0, count: 37 })
  expect(folded).toHaveLength(1 + 3 + 1 + 5)
})

it('loses no row', () => {
  const count = foldRows(rows, new Set()).reduce(
    (sum, each) => sum + (each.kind === 'fold' ? each.count : 1),
    0,
  )
  expect(count).toBe(rows.length)
  expect(foldRows(rows, new Set([0]))).toHaveLength(rows.length)
})
