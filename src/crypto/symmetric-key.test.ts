import * as nodeCrypto from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeReference, seededRandom, spoiledInEachByte } from './test-reference'
import {
  decryptBytes,
  decryptText,
  encryptBytes,
  encryptText,
  generateSymmetricKeyBytes,
  importSymmetricKey,
} from './symmetric-key'

const random = seededRandom('symmetric-key')
const reference = nodeReference(nodeCrypto)
const keyBytes = random(64)
const key = await importSymmetricKey(keyBytes)
const failure = (reason: string) => expect.objectContaining({ name: 'DecryptError', reason }) as Error

test('seals what Node opens and opens what Node seals', async () => {
  const data = fc.uint8Array({ maxLength: 70 })
  const iv = fc.uint8Array({ minLength: 16, maxLength: 16 })
  await fc.assert(
    fc.asyncProperty(data, iv, async (bytes, ivBytes) => {
      const sealed = await encryptBytes(key, bytes, () => new Uint8Array(ivBytes))
      expect(sealed).toBe(reference.seal(keyBytes, ivBytes, bytes))
      expect(reference.open(keyBytes, sealed)).toEqual(Buffer.from(bytes))
      expect(Buffer.from(await decryptBytes(key, sealed))).toEqual(Buffer.from(bytes))
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('text comes back as it was', async () => {
  const kept = [
    '',
    ' ',
    '\uFEFFmark',
    'line\r\nend\n',
    '0123456789abcdef',
    '🔑🇫🇷',
    'עברית',
    'x'.repeat(25_000),
  ]
  for (const text of kept) expect(await decryptText(key, await encryptText(key, text))).toBe(text)
})

test('a lone surrogate is refused, not replaced', async () => {
  await expect(encryptText(key, 'a\uD83Dz')).rejects.toMatchObject({
    name: 'EncryptError',
    reason: 'lone-surrogate',
  })
})

test('each sealing takes a fresh IV', async () => {
  expect(await encryptText(key, 'same')).not.toBe(await encryptText(key, 'same'))
})

test('a flipped bit in any byte is a wrong MAC', async () => {
  const spoiled = spoiledInEachByte(await encryptText(key, 'a value of more than one block', random))
  expect(spoiled).toHaveLength(16 + 32 + 32)
  for (const text of spoiled) await expect(decryptText(key, text)).rejects.toThrow(failure('mac'))
})

test('the other half of another key does not help', async () => {
  const sealed = await encryptText(key, 'value', random)
  const wrongMac = await importSymmetricKey(Uint8Array.from([...keyBytes.subarray(0, 32), ...random(32)]))
  const wrong = await importSymmetricKey(random(64))
  for (const other of [wrong, wrongMac])
    await expect(decryptText(other, sealed)).rejects.toThrow(failure('mac'))
})

test('every truncation is a wrong form', async () => {
  const sealed = await encryptText(key, 'value', random)
  for (let length = 0; length < sealed.length; length++) {
    await expect(decryptText(key, sealed.slice(0, length))).rejects.toThrow(failure('form'))
  }
})

test('a whole block cut out is a wrong MAC', async () => {
  const [iv, data, mac] = (await encryptText(key, 'more than one block of text', random)).slice(2).split('|')
  const cut = Buffer.from(data ?? '', 'base64')
    .subarray(0, 16)
    .toString('base64')
  await expect(decryptText(key, `2.${iv}|${cut}|${mac}`)).rejects.toThrow(failure('mac'))
})

test('other types are refused, the one without a MAC above all', async () => {
  const [iv, data] = (await encryptText(key, 'value', random)).slice(2).split('|')
  for (const text of [
    `0.${iv}|${data}`,
    `${iv}|${data}`,
    `4.${data}`,
    `3.${data}`,
    `6.${data}|${data}`,
    `7.${data}`,
  ]) {
    await expect(decryptText(key, text)).rejects.toThrow(failure('type'))
  }
})

test('an authentic item with wrong padding, and one that is not text', async () => {
  for (const last of [0, 17, 255, 2]) {
    const padded = new Uint8Array(16).fill(9)
    padded[15] = last
    const sealed = reference.seal(keyBytes, random(16), padded, true)
    await expect(decryptText(key, sealed)).rejects.toThrow(failure('padding'))
  }
  const notText = reference.seal(keyBytes, random(16), Uint8Array.of(0xed, 0xa0, 0x80))
  await expect(decryptText(key, notText)).rejects.toThrow(failure('utf8'))
  expect(await decryptBytes(key, notText)).toHaveLength(3)
})

test('keys have 64 bytes and cannot be read out', async () => {
  expect(generateSymmetricKeyBytes()).toHaveLength(64)
  for (const length of [0, 32, 63, 65]) {
    await expect(importSymmetricKey(new Uint8Array(length))).rejects.toThrow(failure('key'))
  }
  await expect(crypto.subtle.exportKey('raw', key.enc)).rejects.toThrow()
  await expect(crypto.subtle.exportKey('raw', key.mac)).rejects.toThrow()
  expect(keyBytes).toEqual(seededRandom('symmetric-key')(64))
})
