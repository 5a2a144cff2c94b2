import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toWireJson } from './respond'

test('escapes what the server escapes, and nothing else', () => {
  // Recorded: http.json, "escaping in answers".
  expect(toWireJson({ name: 'Größe & <b>\'+" 日本 😀 /' })).toBe(
    '{"name":"Größe & <b>\'+\\" 日本 \\uD83D\\uDE00 /"}',
  )
  expect(toWireJson('\u001f\u007f\u00a0\u2028')).toBe('"\\u001F\\u007F\\u00A0\\u2028"')
})

test('stays the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(toWireJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed: 9 },
  )
})
