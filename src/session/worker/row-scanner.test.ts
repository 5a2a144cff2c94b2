import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowScanner } from './row-scanner'

/** Cuts a text at the given places, as a network does. */
function cut(text: string, places: number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...at].map((start, i) => text.slice(start, at[i] ?? text.length))
}

/** All rows in the order in which they were taken, and what is left of the answer. */
function read(pieces: string[], wanted: number): { rows: unknown[]; rest: unknown } {
  const scanner = new RowScanner('secrets')
  const rows: unknown[] = []
  for (const piece of pieces) if (scanner.feed(piece) >= wanted) rows.push(...scanner.take())
  return { rows, rest: scanner.rest() }
}

// Braces, brackets, quotes and escapes inside strings are what a counter of braces would stumble over.
const nasty = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', 'é', '😀', 'a', '\n') })
const row = fc.record({
  id: nasty,
  projects: fc.array(fc.record({ id: nasty, name: nasty }), { maxLength: 2 }),
})

describe('RowScanner', () => {
  it('hands out every row once and leaves the rest, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.record({
          rows: fc.array(row, { maxLength: 8 }),
          before: fc.dictionary(nasty, fc.oneof(nasty, fc.array(row, { maxLength: 2 }))),
          others: fc.array(row, { maxLength: 3 }),
          places: fc.array(fc.nat(800)),
          wanted: fc.integer({ min: 1, max: 4 }),
          indent: fc.constantFrom(0, 2),
        }),
        ({ rows, before, others, places, wanted, indent }) => {
          const answer = { ...before, secrets: rows, projects: others, object: 'secrets' }
          const text = JSON.stringify(answer, null, indent)
          const { rows: taken, rest } = read(cut(text, places), wanted)
          expect(rest).toEqual({ ...answer, secrets: rows.slice(taken.length) })
          expect(taken).toEqual(rows.slice(0, taken.length))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('gives the rows that are whole while the rest is on its way', () => {
    const scanner = new RowScanner('secrets')
    expect(scanner.feed('{"secrets":[{"id":"a"},{"id":"b"},{"i')).toBe(2)
    expect(scanner.take()).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(scanner.feed('d":"c"}')).toBe(1)
    expect(scanner.take()).toEqual([{ id: 'c' }])
    expect(scanner.take()).toEqual([])
    expect(scanner.feed(',7],"projects":[{"id":"p"}]}')).toBe(0)
    expect(scanner.rest()).toEqual({ secrets: [7], projects: [{ id: 'p' }] })
  })

  it('has no rows in an empty list, in another list, and in another shape', () => {
    const texts = [
      '{"secrets":[],"projects":[{"id":"p"}]}',
      '{"projects":[{"id":"p"}]}',
      '{"x":{"secrets":[{}]}}',
      '{"secrets":{"a":{"b":{}}}}',
      '[[{}]]',
      'null',
      '"secrets"',
    ]
    for (const text of texts) {
      const scanner = new RowScanner('secrets')
      expect(scanner.feed(text)).toBe(0)
      expect(scanner.rest()).toEqual(JSON.parse(text))
    }
  })

  it('takes no text that is not JSON', () => {
    const spoiled = [
      '{"secrets":[{"id":"a"}{"id":"b"}]}',
      '{"secrets":[{"id":"a"},,{"id":"b"}]}',
      '{"secrets":[{"id":"a"},{"id":"b"},]}',
      '{"secrets":[{"id":"a"},{"id":"b"}',
      '{"secrets":[{"id":"a"},{"id":b}]}',
      '{"secrets":[{"id":"a"],{"id":"b"}]}',
      '{"secrets":[{"id":"a"}],"secrets":[{"id":"b"}]}',
    ]
    for (const text of spoiled) expect(() => read(Array.from(text), 1), text).toThrow(SyntaxError)
  })
})
