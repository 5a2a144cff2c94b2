import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countInvisible, markInvisible, withFewSigns } from './mark-invisible'

const signs = (text: string) =>
  markInvisible(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.sign}]`))
    .join('')

test.each([
  ['', ''],
  ['plain text, with spaces', 'plain text, with spaces'],
  ['a\nb\n', 'a[↵]b[↵]'],
  ['a\r\nb', 'a[CR][↵]b'],
  ['a\rb', 'a[CR]b'],
  ['a\tb', 'a[→]b'],
  ['end  ', 'end[··]'],
  ['  start', '  start'],
  ['a \nb', 'a[·][↵]b'],
  ['a \r\nb', 'a[·][CR][↵]b'],
  ['a\u00A0b', 'a[NBSP]b'],
  ['a\u200Bb\uFEFF', 'a[ZWSP]b[BOM]'],
  ['a\u202Eb', 'a[RLO]b'],
  ['a\u3000b', 'a[U+3000]b'],
  ['a\u3164b', 'a[U+3164]b'],
  ['a\u2800b', 'a[U+2800]b'],
  ['\u0007\0\u001B', '[U+0007][NUL][ESC]'],
  ['a\uD800b', 'a[U+D800]b'],
  ['tag\u{E0041}', 'tag[U+E0041]'],
  ['שלום مرحبا 李', 'שלום مرحبا 李'],
])('%j is drawn as %j', (text, expected) => {
  expect(signs(text)).toBe(expected)
})

test('leaves the joiners inside an emoji alone, and marks stray ones', () => {
  expect(signs('👩‍🚒 ❤️ 👍🏽 1️⃣')).toBe('👩‍🚒 ❤️ 👍🏽 1️⃣')
  expect(signs('a\u200Db')).toBe('a[ZWJ]b')
  expect(signs('7\uFE0F')).toBe('7[U+FE0F]')
  expect(signs('a\uFE0Fb')).toBe('a[U+FE0F]b')
})

test('counts each kind, spaces one by one', () => {
  expect(countInvisible(markInvisible('a  \r\nb\t\u200B\u00A0\u0007\n'))).toEqual({
    space: 3,
    'carriage return': 1,
    'line feed': 2,
    tab: 1,
    'zero-width': 1,
    control: 1,
  })
})

const anyText = fc.string({
  unit: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(' ', '\n', '\r', '\t', '\u200B', '\u200D', '\uFE0F', '👩', 'a', '\uD800'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  ),
})

test('the pieces are the text, and what is called text holds nothing blank', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = markInvisible(text)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece) => piece.text.length > 0)).toBe(true)
      for (const piece of pieces) {
        if (piece.kind === 'text') expect(piece.text).not.toMatch(/[\n\r\t\u200B\uD800]/u)
      }
      if (text.endsWith(' ')) expect(pieces.at(-1)?.kind).toBe('space')
    }),
    { seed: 7 },
  )
})

test('long runs of spaces that end nothing are text', () => {
  const text = `${' '.repeat(24_999)}a`
  expect(markInvisible(text)).toEqual([{ at: 0, kind: 'text', text }])
})

test('beyond so many signs the rest is one text, and nothing is lost', () => {
  const text = '\t\n'.repeat(12_500)
  const { drawn, rest } = withFewSigns(markInvisible(text), 3_000)
  expect(drawn).toHaveLength(3_000)
  expect(drawn.map((piece) => piece.text).join('') + rest).toBe(text)
  expect(withFewSigns(markInvisible('a\tb\n'), 2)).toMatchObject({ rest: '' })
})
