import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowScanner } from './row-scanner'

/** Cuts a text at the given places, as a network does. */
function cut(text: string, places: number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...at].map((start, i) => text.slice(start, at[i] ?? text.length))
}

// Braces, brackets, quotes and escapes inside strings are what a counter of braces would stumble over.
const nasty = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', 'é', '😀', 'a', '\n') })
const row = fc.record({
  id: nasty,
  projects: fc.array(fc.record({ id: nasty, name: nasty }), { maxLength: 2 }),
})

describe('RowScanner', () => {
  it('finds every row of the first array, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.array(row, { maxLength: 3 }),
        fc.array(fc.nat(500)),
        (rows, others, places) => {
          const text = JSON.stringify({ secrets: rows, projects: others, object: 'x' })
          const scanner = new RowScanner()
          let count = 0
          for (const piece of cut(text, places)) count = scanner.feed(piece)
          expect(count).toBe(rows.length)
          expect(JSON.parse(scanner.rowsText())).toEqual(rows)
          expect(scanner.text).toBe(text)
        },
      ),
    )
  })

  it('gives the rows that are whole while the rest is on its way', () => {
    const scanner = new RowScanner()
    expect(scanner.feed('{"secrets":[{"id":"a"},{"id":"b"},{"i')).toBe(2)
    expect(JSON.parse(scanner.rowsText())).toEqual([{ id: 'a' }, { id: 'b' }])
  })

  it('has no rows in an empty list', () => {
    const scanner = new RowScanner()
    expect(scanner.feed('{"secrets":[],"projects":[{"id":"p"}]}')).toBe(0)
    expect(scanner.rowsText()).toBe('[]')
  })
})
