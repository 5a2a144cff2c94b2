import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareProjects, type ComparedSecret } from './project-compare'

const row = (id: string, name: string | null): ComparedSecret => ({ id, name, changed: 0, canWrite: true })

const side = (letter: string) =>
  fc
    .array(fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'a'), { nil: null }), { maxLength: 8 })
    .map((names) => names.map((name, index) => row(`${letter}${index}`, name)))

it('tells what is only here, only there, and in both', () => {
  const found = compareProjects(
    [row('1', 'X'), row('2', 'Y'), row('3', null)],
    [row('4', 'Y'), row('5', 'Z'), row('6', 'Y')],
  )
  expect(found.onlyA.map(({ id }) => id)).toEqual(['1'])
  expect(found.onlyB.map(({ id }) => id)).toEqual(['5'])
  expect(found.both).toEqual([{ name: 'Y', a: [row('2', 'Y')], b: [row('4', 'Y'), row('6', 'Y')] }])
  expect(found.unknownA.map(({ id }) => id)).toEqual(['3'])
})

it('puts each secret into one group, none is lost or doubled', () => {
  fc.assert(
    fc.property(side('a'), side('b'), (a, b) => {
      const { onlyA, onlyB, both, unknownA, unknownB } = compareProjects(a, b)
      const ids = (rows: ComparedSecret[]) => rows.map(({ id }) => id).toSorted()
      expect(ids([...onlyA, ...unknownA, ...both.flatMap((one) => one.a)])).toEqual(ids(a))
      expect(ids([...onlyB, ...unknownB, ...both.flatMap((one) => one.b)])).toEqual(ids(b))
    }),
  )
})

it('is the same from the other side', () => {
  fc.assert(
    fc.property(side('a'), side('b'), (a, b) => {
      const there = compareProjects(a, b)
      const back = compareProjects(b, a)
      expect(back.onlyA).toEqual(there.onlyB)
      expect(back.onlyB).toEqual(there.onlyA)
      expect(new Set(back.both.map(({ name }) => name))).toEqual(new Set(there.both.map(({ name }) => name)))
    }),
  )
})
