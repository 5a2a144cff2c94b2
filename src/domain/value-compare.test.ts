import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairLines } from './pair-lines'
import { compareLines, jsonKeys, valueChange, type ComparedRow } from './value-compare'

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'ledger',
    '_rw',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '"',
    'é',
    'e\u0301',
    '👩‍🚀',
    '\ud800',
  ),
  maxLength: 24,
})

const textOf = (rows: ComparedRow[], side: 'a' | 'b') =>
  rows.flatMap((row) => row[side]?.pieces.map((piece) => piece.text) ?? []).join('')
const unmarked = (row: ComparedRow, side: 'a' | 'b') =>
  row[side]?.pieces
    .filter((piece) => !piece.isMarked)
    .map((piece) => piece.text)
    .join('')

describe('compareLines', () => {
  it('invents and loses nothing: each side, joined, is its text byte for byte', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const rows = compareLines(before, after)
        expect(textOf(rows, 'a')).toBe(before)
        expect(textOf(rows, 'b')).toBe(after)
      }),
    )
  })

  it('applied to the one gives the other: what is not marked is the same on both sides', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const rows = compareLines(before, after)
        for (const row of rows) {
          if (row.kind === 'changed') expect(unmarked(row, 'a')).toBe(unmarked(row, 'b'))
          if (row.kind === 'same') {
            const [a, b] = [unmarked(row, 'a'), unmarked(row, 'b')]
            expect(a?.replace(/[\r\n]+$/, '')).toBe(b?.replace(/[\r\n]+$/, ''))
          }
        }
      }),
    )
  })

  it('counts the lines of each side from 1, without a gap', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const rows = compareLines(before, after)
        for (const side of ['a', 'b'] as const) {
          const numbers = rows.flatMap((row) => row[side]?.number ?? [])
          expect(numbers).toEqual(numbers.map((_, i) => i + 1))
        }
      }),
    )
  })

  it('calls equal texts the same on every line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compareLines(text, text).every((row) => row.kind === 'same')).toBe(true)
      }),
    )
  })

  it('sets lines that became each other against each other, and marks the part that differs', () => {
    const rows = compareLines(
      '{\n  "user": "ledger",\n  "timeout_ms": 8000,\n  "sslmode": "require"\n}',
      '{\n  "user": "ledger_rw",\n  "pool": 24,\n  "sslmode": "verify-full"\n}\n',
    )
    expect(rows.map((row) => row.kind)).toEqual(['same', 'changed', 'removed', 'added', 'changed', 'same'])
    const user = rows[1]
    expect(user?.b?.pieces).toEqual([
      { text: '  "user": "ledger', isMarked: false },
      { text: '_rw', isMarked: true },
      { text: '",\n', isMarked: false },
    ])
  })

  it('shows a change of line ends alone', () => {
    const [first] = compareLines('a\r\nb', 'a\nb')
    expect(first?.kind).toBe('changed')
    expect(first?.a?.pieces).toEqual([
      { text: 'a', isMarked: false },
      { text: '\r', isMarked: true },
      { text: '\n', isMarked: false },
    ])
  })
})

describe('pairLines', () => {
  it('knows a line by its name, with all else changed', () => {
    const pairs = pairLines(['"password": "brisk-lantern"', 'x'], ['new', '"password": "pier-mast-gull"'])
    expect(pairs).toContainEqual(['"password": "brisk-lantern"', '"password": "pier-mast-gull"'])
  })

  it('keeps all lines of both sides in their order', () => {
    const lines = fc.array(fc.constantFrom('a b', 'a c', 'b', 'c d e', ''), { maxLength: 6 })
    fc.assert(
      fc.property(lines, lines, (gone, come) => {
        const pairs = pairLines(gone, come)
        expect(pairs.flatMap(([line]) => (line === null ? [] : [line]))).toEqual(gone)
        expect(pairs.flatMap(([, line]) => (line === null ? [] : [line]))).toEqual(come)
      }),
    )
  })
})

it('tells what kind of change it is', () => {
  expect(valueChange('a', 'a')).toEqual({ kind: 'equal' })
  expect(valueChange('a b', 'a b\n')).toEqual({ kind: 'white space' })
  expect(valueChange('Abc', 'abC')).toEqual({ kind: 'letter case' })
  expect(valueChange('abc', 'abd')).toEqual({ kind: 'same length', characters: 3 })
  expect(valueChange('abc', 'xy🔑zw')).toEqual({ kind: 'longer', characters: 2 })
  expect(valueChange('abcd', 'x')).toEqual({ kind: 'shorter', characters: 3 })
})

it('counts the keys of two JSON objects, and those that the other lacks', () => {
  expect(jsonKeys('{"a":1,"b":2}', '{"b":3,"c":4,"d":5}')).toEqual({
    a: { count: 2, notInOther: 1 },
    b: { count: 3, notInOther: 2 },
  })
  expect(jsonKeys('{"a":1}', '[1]')).toBeNull()
})
