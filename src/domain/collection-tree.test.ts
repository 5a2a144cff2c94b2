import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeRows } from './collection-tree'

const named = (...names: (string | null)[]) => names.map((name, index) => ({ id: `${index}`, name }))
const drawn = (...names: (string | null)[]) =>
  treeRows(named(...names)).map(
    ({ depth, label, collection }) => `${'  '.repeat(depth)}${label}${collection ? '' : ' (name)'}`,
  )

describe('the tree of collections', () => {
  it('is made of names; a part that is no collection is a folder', () => {
    expect(drawn('Vendors/Hosting', 'Vendors', 'Finance/Banks')).toEqual([
      'Finance (name)',
      '  Banks',
      'Vendors',
      '  Hosting',
    ])
  })

  it('leaves names with a slash at an end or two in a row whole', () => {
    expect(drawn('/etc', 'a//b', 'c/')).toEqual(['/etc', 'a//b', 'c/'])
  })

  it('shows two of one name side by side, and those without a name last', () => {
    expect(drawn(null, 'A', 'A')).toEqual(['A', 'A', '0'])
  })

  it('folds what is below a path', () => {
    const rows = treeRows(named('A', 'A/B', 'A/B/C'), new Set(['A/B']))
    expect(rows.map(({ label }) => label)).toEqual(['A', 'B'])
  })

  it('shows each collection exactly once', () => {
    const name = fc.option(
      fc.string({ unit: fc.constantFrom('a', 'b', '/', ' '), minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const ids = treeRows(named(...names)).flatMap(({ collection }) => (collection ? [collection.id] : []))
        expect(ids.toSorted()).toEqual(names.map((_, index) => `${index}`).toSorted())
      }),
    )
  })
})
