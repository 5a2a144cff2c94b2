import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowCutter } from './row-cutter'

/** Cuts a text at the given places, as a network does. */
function cut(text: string, places: number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...at].map((start, i) => text.slice(start, at[i] ?? text.length))
}

/** All rows in the order in which they were taken, and what is left of the answer. */
function read(pieces: string[], wanted = 0): { rows: unknown[]; rest: unknown } {
  const cutter = new RowCutter()
  const rows: unknown[] = []
  for (const piece of pieces) {
    cutter.feed(piece)
    rows.push(...cutter.take(wanted))
  }
  return { rows, rest: cutter.rest() }
}

// Braces, brackets, quotes and escapes inside strings are what a counter of braces would stumble over.
const nasty = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', 'é', '😀', 'a', '\n') })
const row = fc.record({
  id: nasty,
  projects: fc.array(fc.record({ id: nasty, name: nasty }), { maxLength: 2 }),
})

describe('RowCutter', () => {
  it('hands out every row once and leaves the rest, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.record({
          rows: fc.array(row, { maxLength: 8 }),
          others: fc.array(row, { maxLength: 3 }),
          places: fc.array(fc.nat(800)),
          wanted: fc.nat(200),
          indent: fc.constantFrom(0, 0, 2),
          isFirst: fc.constantFrom(true, true, false),
        }),
        ({ rows, others, places, wanted, indent, isFirst }) => {
          const answer = isFirst ? { secrets: rows, projects: others } : { projects: others, secrets: rows }
          const { rows: taken, rest } = read(cut(JSON.stringify(answer, null, indent), places), wanted)
          expect(taken).toEqual(rows.slice(0, taken.length))
          expect(rest).toEqual({ ...answer, secrets: rows.slice(taken.length) })
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('gives the rows that are whole while the rest is on its way', () => {
    const cutter = new RowCutter()
    cutter.feed('{"secrets":[{"id":"a"},{"id":"b"},{"i')
    expect(cutter.take(100)).toEqual([])
    expect(cutter.take(10)).toEqual([{ id: 'a' }, { id: 'b' }])
    cutter.feed('d":"c"},{')
    expect(cutter.take(10)).toEqual([{ id: 'c' }])
    expect(cutter.take(0)).toEqual([])
    cutter.feed('},7],"projects":[{"id":"p"},{}]}')
    expect(cutter.take(0)).toEqual([])
    expect(cutter.rest()).toEqual({ secrets: [{}, 7], projects: [{ id: 'p' }, {}] })
  })

  it('is misled neither by strings nor by what rows hold', () => {
    const rows = [
      { id: 'a' },
      { id: 'b},{', projects: [{ id: '},{' }, { id: '"},{"' }] },
      { id: '\\' },
      { x: [[{}, {}]] },
    ]
    const { rows: taken, rest } = read(Array.from(JSON.stringify({ secrets: rows, projects: rows })))
    expect(taken.length).toBeGreaterThan(0)
    expect([...taken, ...(rest as { secrets: unknown[] }).secrets]).toEqual(rows)
  })

  it('takes nothing of another shape', () => {
    const texts = [
      '{"secrets":[],"projects":[{"id":"p"},{"id":"q"}]}',
      '{"projects":[{"id":"p"},{"id":"q"}]}',
      '{"x":{"secrets":[{},{},{}]}}',
      '{"secrets":{"a":[{},{},{}]}}',
      '[[{},{}]]',
      'null',
    ]
    for (const text of texts)
      expect(read([text]), text).toEqual({ rows: [], rest: JSON.parse(text) as unknown })
  })

  it('refuses a text that is not JSON', () => {
    const spoiled = [
      '{"secrets":[{"id":"a"}{"id":"b"},{}]}',
      '{"secrets":[{"id":"a"},,{"id":"b"},{}]}',
      '{"secrets":[{"id":"a"},{"id":"b"},]}',
      '{"secrets":[{"id":"a"},{"id":"b"}',
      '{"secrets":[{"id":"a"},{"id":b}]}',
      '{"secrets":[{"id":"a"],{"id":"b"}]}',
      '{"secrets":[{"id":"a"},{}],"secrets":[{"id":"b"}]}',
    ]
    for (const text of spoiled) {
      expect(() => read(Array.from(text)), text).toThrow(SyntaxError)
      expect(() => read([text]), text).toThrow(SyntaxError)
    }
  })
})
