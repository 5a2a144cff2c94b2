import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encStringLength, formatEncString, maxPlaintextBytes, parseEncString } from './enc-string'
import { seededRandom } from './test-reference'
import { encryptBytes, importSymmetricKey } from './symmetric-key'

const b64 = (length: number) => Buffer.alloc(length, 7).toString('base64')
const iv = b64(16)
const data = b64(32)
const mac = b64(32)

test.each([
  ['', 'empty'],
  ['plain text', 'type'],
  [`${iv}|${data}|${mac}`, 'type'],
  [`1.${iv}|${data}|${mac}`, 'type'],
  [`8.${data}`, 'type'],
  [`02.${iv}|${data}|${mac}`, 'type'],
  [`-2.${iv}|${data}|${mac}`, 'type'],
  [` 2.${iv}|${data}|${mac}`, 'type'],
  [`2|${iv}|${data}|${mac}`, 'type'],
  [`.${iv}|${data}`, 'type'],
  [`2.${iv}|${data}`, 'pieces'],
  [`2.${iv}|${data}|${mac}|${mac}`, 'pieces'],
  [`0.${iv}|${data}|${mac}`, 'pieces'],
  [`4.${data}|${mac}`, 'pieces'],
  [`6.${data}`, 'pieces'],
  [`7.${data}|${data}`, 'pieces'],
  [`2.${iv}|${data}|${mac} `, 'base64'],
  [`2.${iv}|${data}\n|${mac}`, 'base64'],
  [`2.${iv}|${data}|${mac.replace('=', '')}`, 'base64'],
  [`2.${iv}|${data.replace('A', '-')}|${mac}`.replace('B', '_'), 'base64'],
  [`2.${b64(15)}|${data}|${mac}`, 'length'],
  [`2.${iv}||${mac}`, 'length'],
  [`2.${iv}|${b64(31)}|${mac}`, 'length'],
  [`2.${iv}|${data}|${b64(31)}`, 'length'],
  [`0.${b64(12)}|${data}`, 'length'],
  ['4.', 'length'],
  ['7.', 'length'],
])('refuses %j: %s', (text, reason) => {
  expect(() => parseEncString(text)).toThrow(expect.objectContaining({ name: 'EncStringError', reason }))
})

test('the error does not repeat the text', () => {
  expect(() => parseEncString('hunter2')).toThrow(/^(?!.*hunter2)/s)
})

test('a text without header and with two pieces is type 0', () => {
  expect(formatEncString(parseEncString(`${iv}|${data}`))).toBe(`0.${iv}|${data}`)
})

test('reads what it writes, for every type', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  const blocks = fc.integer({ min: 1, max: 4 }).chain((count) => bytes(16 * count))
  const some = fc.uint8Array({ minLength: 1, maxLength: 60 })
  const values = fc.oneof(
    fc.record({ type: fc.constant(0 as const), iv: bytes(16), data: blocks }),
    fc.record({ type: fc.constant(2 as const), iv: bytes(16), data: blocks, mac: bytes(32) }),
    fc.record({ type: fc.constantFrom(3 as const, 4 as const, 7 as const), data: some }),
    fc.record({ type: fc.constantFrom(5 as const, 6 as const), data: some, mac: some }),
  )
  fc.assert(
    fc.property(values, (value) => {
      expect(parseEncString(formatEncString(value))).toEqual(value)
    }),
    { seed: 2, numRuns: 200 },
  )
})

test('the length is known before sealing', async () => {
  const random = seededRandom('enc-string')
  const key = await importSymmetricKey(random(64))
  for (const bytes of [0, 1, 15, 16, 17, 31, 32, 95, 96, 1000, 25_000]) {
    expect(await encryptBytes(key, new Uint8Array(bytes), random)).toHaveLength(encStringLength(bytes))
  }
})

test('so many bytes fit into a limit, and not one more', () => {
  expect(maxPlaintextBytes(200)).toBe(95)
  fc.assert(
    fc.property(fc.integer({ min: 96, max: 50_000 }), (limit) => {
      const most = maxPlaintextBytes(limit)
      expect(encStringLength(most)).toBeLessThanOrEqual(limit)
      expect(encStringLength(most + 1)).toBeGreaterThan(limit)
    }),
    { seed: 3, numRuns: 500 },
  )
  expect(maxPlaintextBytes(encStringLength(0))).toBe(15)
  expect(maxPlaintextBytes(encStringLength(0) - 1)).toBe(-1)
})
