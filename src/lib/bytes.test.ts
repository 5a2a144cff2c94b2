import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  base64ByteLength,
  concatBytes,
  decodeBase64,
  fromBase64,
  fromBase64Lenient,
  fromHex,
  toBase64,
  toHex,
  utf8Decode,
  utf8Encode,
} from './bytes'

const runs = { seed: 1, numRuns: 300 }
const anyBytes = fc.uint8Array({ maxLength: 100 })

test('base64 and hex agree with Node both ways', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const base64 = Buffer.from(bytes).toString('base64')
      expect(toBase64(bytes)).toBe(base64)
      expect(fromBase64(base64)).toEqual(new Uint8Array(bytes))
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(fromHex(toHex(bytes).toUpperCase())).toEqual(new Uint8Array(bytes))
    }),
    runs,
  )
})

test('whatever the strict reader takes is the one spelling of its bytes', () => {
  const nearlyBase64 = fc.string({
    unit: fc.constantFrom(...Array.from('AQgwBZz09+/=-_ \u0141')),
    maxLength: 12,
  })
  fc.assert(
    fc.property(nearlyBase64, (text) => {
      const bytes = fromBase64(text)
      const node = Buffer.from(text, 'base64')
      if (bytes === null) expect(node.toString('base64')).not.toBe(text)
      else expect(toBase64(bytes)).toBe(text)
    }),
    { ...runs, numRuns: 3000 },
  )
})

test.each([
  'A',
  'AA',
  'AAA',
  'A===',
  '====',
  'AA=A',
  'AB==',
  'AAB=',
  'AA==AAAA',
  'AAA\n',
  ' AAAA',
  'AAA-',
  'AAA\u0141',
])('the strict reader refuses %j', (text) => expect(fromBase64(text)).toBeNull())

test('the lenient reader takes missing padding and the URL alphabet, and no more', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const node = Buffer.from(bytes)
      const forms = [
        node.toString('base64'),
        node.toString('base64url'),
        node.toString('base64').replace(/=+$/, ''),
      ]
      for (const form of forms) expect(fromBase64Lenient(form)).toEqual(new Uint8Array(bytes))
    }),
    runs,
  )
  for (const text of ['A', 'AAAAA', 'AA===', 'AA=', 'AA =', 'A=A=', 'AB', '===='])
    expect(fromBase64Lenient(text)).toBeNull()
})

test('decodes the middle of a text into the middle of a buffer', () => {
  const out = new Uint8Array(8).fill(0xee)
  expect(base64ByteLength('x|AQIDBA==|y', 2, 10)).toBe(4)
  expect(decodeBase64('x|AQIDBA==|y', 2, 10, out, 2)).toBe(true)
  expect([...out]).toEqual([0xee, 0xee, 1, 2, 3, 4, 0xee, 0xee])
})

test.each(['0', 'zz', '0g', '0x00', ' 00'])('%j is not hex', (text) => expect(fromHex(text)).toBeNull())

test('text comes back unchanged, a leading byte order mark included', () => {
  const text = '\uFEFF né \u0000 \u{1F511}\r\n'
  expect(utf8Decode(utf8Encode(text))).toBe(text)
})

test('what is not UTF-8 throws', () => {
  for (const bytes of [[0xc3], [0x80], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
    expect(() => utf8Decode(Uint8Array.from(bytes))).toThrow(TypeError)
  }
})

test('joins bytes in their order', () => {
  expect([...concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))]).toEqual([1, 2, 3])
})
