import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTENT_TYPE, decryptCose, decryptCoseText } from './cose'
import { importCoseKey, readPaddedCoseKey, XAES_256_GCM, XCHACHA20_POLY1305 } from './cose-key'
import { buildType7, encodePaddedCoseKey, generateCoseKeyParts } from './mock-only'
import { seededRandom } from './test-reference'

const random = seededRandom('cose')
const failure = (reason: string) => expect.objectContaining({ name: 'DecryptError', reason }) as Error
const algorithms = [XAES_256_GCM, XCHACHA20_POLY1305] as const

const changed = (text: string, byte: number) => {
  const data = Buffer.from(text.slice(2), 'base64')
  data.writeUInt8(data.readUInt8(byte) ^ 1, byte)
  return `7.${data.toString('base64')}`
}

test.each(algorithms)('algorithm %i: bytes and text of any length', async (alg) => {
  const parts = generateCoseKeyParts(alg, random)
  const key = await importCoseKey(parts)
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 70 }),
      fc.string({ unit: 'grapheme' }),
      async (bytes, raw) => {
        const sealed = await buildType7(parts, CONTENT_TYPE.bytes, bytes)
        expect(Buffer.from(await decryptCose(key, sealed, CONTENT_TYPE.bytes))).toEqual(Buffer.from(bytes))
        const text = raw.toWellFormed()
        expect(
          await decryptCoseText(key, await buildType7(parts, CONTENT_TYPE.utf8, Buffer.from(text))),
        ).toBe(text)
      },
    ),
    { seed: 11, numRuns: 40 },
  )
})

test.each(algorithms)('algorithm %i: no byte of a message can change', async (alg) => {
  const parts = generateCoseKeyParts(alg, random)
  const key = await importCoseKey(parts)
  const sealed = await buildType7(parts, CONTENT_TYPE.bytes, random(20))
  for (let byte = 0; byte < Buffer.from(sealed.slice(2), 'base64').length; byte++) {
    await expect(decryptCose(key, changed(sealed, byte), CONTENT_TYPE.bytes)).rejects.toThrow(
      /form|type|key|mac/,
    )
  }
  const authenticated = [-1, -16, -17, -36].map(
    (place) => Buffer.from(sealed.slice(2), 'base64').length + place,
  )
  for (const byte of authenticated) {
    await expect(decryptCose(key, changed(sealed, byte), CONTENT_TYPE.bytes)).rejects.toThrow(failure('mac'))
  }
})

test('key, key id, algorithm and content must be those of the message', async () => {
  const parts = generateCoseKeyParts(XAES_256_GCM, random)
  const sealed = await buildType7(parts, CONTENT_TYPE.bytes, random(20))
  const open = async (key: typeof parts, text = sealed) =>
    decryptCose(await importCoseKey(key), text, CONTENT_TYPE.bytes)
  await expect(open(parts)).resolves.toHaveLength(20)
  await expect(open({ ...parts, k: random(32) })).rejects.toThrow(failure('mac'))
  await expect(open({ ...parts, id: '00'.repeat(16) })).rejects.toThrow(failure('key'))
  await expect(open({ ...parts, alg: XCHACHA20_POLY1305 })).rejects.toThrow(failure('type'))
  await expect(open(parts, await buildType7(parts, CONTENT_TYPE.pkcs8, random(20)))).rejects.toThrow(
    failure('type'),
  )
})

test.each(['7.AAAA', '7.gIGC', '7.g0BA', '7.gA==', '7.oA==', '7.g0CgQA==', 'nonsense'])(
  '%s is no message',
  async (text) => {
    const key = await importCoseKey(generateCoseKeyParts(XAES_256_GCM, random))
    await expect(decryptCose(key, text, CONTENT_TYPE.bytes)).rejects.toThrow(failure('form'))
  },
)

test('a type 2 text is not tried', async () => {
  const key = await importCoseKey(generateCoseKeyParts(XAES_256_GCM, random))
  await expect(decryptCose(key, '4.AAAA', CONTENT_TYPE.bytes)).rejects.toThrow(failure('type'))
})

test('a COSE key is read only whole and of a known kind', () => {
  const parts = generateCoseKeyParts(XAES_256_GCM, random)
  const whole = encodePaddedCoseKey(parts)
  expect(readPaddedCoseKey(whole)).toEqual(parts)
  const replaced = (at: number, value: number) => whole.map((byte, i) => (i === at ? value : byte))
  const wrong = [
    Uint8Array.from([...whole.slice(0, -2), 1]),
    Uint8Array.from([...whole.slice(0, -1), 0, 1]),
    replaced(whole.length - 1, 0),
    replaced(whole.length - 1, 255),
    replaced(2, 3),
    replaced(3, 5),
    new Uint8Array(70).fill(1),
  ]
  for (const bytes of wrong) expect(() => readPaddedCoseKey(bytes)).toThrow(failure('key'))
  expect(() => readPaddedCoseKey(encodePaddedCoseKey({ ...parts, k: random(31) }))).toThrow(failure('key'))
  const unknown = { ...parts, alg: -70_011 as typeof XAES_256_GCM }
  expect(() => readPaddedCoseKey(encodePaddedCoseKey(unknown))).toThrow(failure('key'))
})
