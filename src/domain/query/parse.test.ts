import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, printQuery, type Part } from './parse'

const keys = ['project', 'is', 'age', 'name'] as const
const plain = (parts: readonly Part[]) =>
  parts.map((part) =>
    part.kind === 'word'
      ? { kind: part.kind, text: part.text, isExcluded: part.isExcluded }
      : { kind: part.kind, key: part.key, value: part.value, isExcluded: part.isExcluded },
  )
const parsed = (text: string) => plain(parseQuery(text, keys))
const word = (text: string, isExcluded = false) => ({ kind: 'word', text, isExcluded })
const field = (key: string, value: string, isExcluded = false) => ({ kind: 'field', key, value, isExcluded })

describe('parseQuery', () => {
  it('reads words, quotes, fields and not', () => {
    expect(parsed('pay -old "two words" -"not these" project:pay -is:spoiled name:"a b"')).toEqual([
      word('pay'),
      word('old', true),
      word('two words'),
      word('not these', true),
      field('project', 'pay'),
      field('is', 'spoiled', true),
      field('name', 'a b'),
    ])
  })

  it('takes unknown keys and lone signs as text', () => {
    expect(parsed('foo:bar http://x - -- :')).toEqual([
      word('foo:bar'),
      word('http://x'),
      word('-'),
      word('-', true),
      word(':'),
    ])
  })

  it('waits for what a minus at the end excludes', () => {
    expect(parsed('key -')).toEqual([word('key')])
    expect(parsed('key - ')).toEqual([word('key'), word('-')])
    expect(parsed('key "-"')).toEqual([word('key'), word('-')])
  })

  it('keeps a field without a value, drops empty quotes, ends an open one at the end', () => {
    expect(parsed('is: "" "open end')).toEqual([field('is', ''), word('open end')])
  })

  it('reads escaped quotes, and leaves other backslashes', () => {
    expect(parsed(String.raw`"say \"no\" to C:\\temp\x"`)).toEqual([word(String.raw`say "no" to C:\temp\x`)])
  })

  it('tells the place of each part', () => {
    const text = ' a  -age:"x y" b'
    expect(parseQuery(text, keys).map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      '-age:"x y"',
      'b',
    ])
    const [, age] = parseQuery(text, keys)
    expect(age?.kind === 'field' && text.slice(age.valueStart, age.end)).toBe('"x y"')
  })
})

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const nasty = fc
  .array(
    fc.constantFrom(
      '"',
      '\\',
      '-',
      ':',
      ' ',
      '(',
      '[',
      ']]',
      'is:',
      'age:',
      '🔑',
      '\u0000',
      'x',
      '\n',
      '\u202e',
    ),
    { maxLength: 2_000 },
  )
  .map((pieces) => pieces.join(''))

describe('properties', () => {
  it('what is parsed prints back, and prints the same from then on', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nasty), (text) => {
        const parts = parseQuery(text, keys)
        const printed = printQuery(parts, keys)
        expect(parsed(printed)).toEqual(plain(parts))
        expect(printQuery(parseQuery(printed, keys), keys)).toBe(printed)
      }),
    )
  })

  it('any parts can be written and read', () => {
    const part = fc.oneof(
      fc.record({
        kind: fc.constant('word' as const),
        text: fc.string({ minLength: 1 }),
        isExcluded: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('field' as const),
        key: fc.constantFrom(...keys),
        value: fc.string(),
        isExcluded: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(parsed(printQuery(parts, keys))).toEqual(parts)
      }),
    )
  })

  it('parts follow each other and cover all that is not space', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nasty), (text) => {
        let at = 0
        for (const { start, end } of parseQuery(text, keys)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each(['"', '\\', '-', ':', '((', '[', 'is:', '🔑', '" ', '"\\', ' '])(
    '10,000 of %j are read',
    (sign) => {
      const text = sign.repeat(10_000)
      const parts = parseQuery(text, keys)
      expect(parsed(printQuery(parts, keys))).toEqual(plain(parts))
    },
  )
})
