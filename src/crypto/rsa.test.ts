import * as nodeCrypto from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decryptRsa,
  importPrivateKey,
  unwrapOrganizationKey,
  unwrapOrganizationKeyBytes,
  unwrapProviderOrganizationKey,
  wrapOrganizationKey,
} from './rsa'
import { decryptText, encryptBytes, encryptText, importSymmetricKey } from './symmetric-key'
import { nodeReference, seededRandom } from './test-reference'
import vectors from './vectors.json'

const { constants, createPublicKey, generateKeyPairSync, privateDecrypt, publicEncrypt } = nodeCrypto
const random = seededRandom('rsa')
const reference = nodeReference(nodeCrypto)
const failure = (reason: string) => expect.objectContaining({ name: 'DecryptError', reason }) as Error
const pkcs8 = Buffer.from(vectors.rsa.privateKeyPkcs8DerB64, 'base64')
const spki = vectors.rsa.publicKeySpkiDerB64
const privateKey = await importPrivateKey(pkcs8)
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

const seal = (type: number, data: Uint8Array) => {
  const oaepHash = type === 3 || type === 5 ? 'sha256' : 'sha1'
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  return `${type}.${publicEncrypt({ key, oaepHash }, data).toString('base64')}${type > 4 ? '|AAAA' : ''}`
}

test('opens what Node seals, all four types', async () => {
  const types = fc.constantFrom(3, 4, 5, 6)
  await fc.assert(
    fc.asyncProperty(types, fc.uint8Array({ maxLength: 64 }), async (type, data) => {
      expect(Buffer.from(await decryptRsa(privateKey, seal(type, data)))).toEqual(Buffer.from(data))
    }),
    { seed: 9, numRuns: 24 },
  )
})

test('wraps what Node opens, and unwraps it again', async () => {
  const bytes = random(64)
  const wrapped = await wrapOrganizationKey(bytes, spki)
  const key = { key: pkcs8, format: 'der', type: 'pkcs8', padding: constants.RSA_PKCS1_OAEP_PADDING } as const
  const data = Buffer.from(wrapped.slice(2), 'base64')
  expect(wrapped.startsWith('4.')).toBe(true)
  expect(privateDecrypt({ ...key, oaepHash: 'sha1' }, data)).toEqual(Buffer.from(bytes))
  expect(await unwrapOrganizationKeyBytes(privateKey, wrapped)).toEqual(bytes)
  const organizationKey = await unwrapOrganizationKey(privateKey, wrapped)
  const sealed = reference.seal(bytes, random(16), Buffer.from('name'))
  expect(await decryptText(organizationKey, sealed)).toBe('name')
})

test('the key of another person, or one changed bit, opens nothing', async () => {
  const wrapped = await wrapOrganizationKey(random(64), spki)
  const theirs = await importPrivateKey(other.privateKey.export({ format: 'der', type: 'pkcs8' }))
  await expect(unwrapOrganizationKey(theirs, wrapped)).rejects.toThrow(failure('mac'))
  for (const byte of [0, 1, 100, 255]) {
    const data = Buffer.from(wrapped.slice(2), 'base64')
    data.writeUInt8(data.readUInt8(byte) ^ 1, byte)
    await expect(unwrapOrganizationKey(privateKey, `4.${data.toString('base64')}`)).rejects.toThrow(
      failure('mac'),
    )
  }
  const hashMixedUp = wrapped.replace('4.', '3.')
  await expect(unwrapOrganizationKey(privateKey, hashMixedUp)).rejects.toThrow(failure('mac'))
})

test('what is not RSA, not whole, or holds no 64 bytes', async () => {
  const [iv, data] = reference.seal(random(64), random(16), random(64)).slice(2).split('|')
  for (const text of [`2.${iv}|${data}|${'A'.repeat(43)}=`, `0.${iv}|${data}`, '7.AAAA']) {
    await expect(unwrapOrganizationKey(privateKey, text)).rejects.toThrow(failure('type'))
  }
  await expect(unwrapOrganizationKey(privateKey, '4.nonsens')).rejects.toThrow(failure('form'))
  for (const length of [0, 32, 63, 65, 82]) {
    const text = seal(4, random(length))
    await expect(unwrapOrganizationKey(privateKey, text)).rejects.toThrow(failure('key'))
    await expect(unwrapOrganizationKeyBytes(privateKey, text)).rejects.toThrow(failure('key'))
  }
})

test('wraps for a whole RSA key only', async () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
  const refused = [short, curve].map((key) => key.export({ format: 'der', type: 'spki' }).toString('base64'))
  for (const text of [...refused, spki.slice(0, -4), 'not base64', '', `${spki} `]) {
    await expect(wrapOrganizationKey(random(64), text)).rejects.toThrow(failure('key'))
  }
  await expect(wrapOrganizationKey(random(32), spki)).rejects.toThrow(failure('key'))
})

test('a private key that is none', async () => {
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'der',
    type: 'pkcs8',
  })
  for (const der of [curve, pkcs8.subarray(0, -1), Buffer.alloc(0)]) {
    await expect(importPrivateKey(der)).rejects.toThrow(failure('key'))
  }
})

test('an organization reached through a provider', async () => {
  const providerKey = await importSymmetricKey(random(64))
  const bytes = random(64)
  const wrapped = await encryptBytes(providerKey, bytes)
  const organizationKey = await unwrapProviderOrganizationKey(providerKey, wrapped)
  const sealed = await encryptText(await importSymmetricKey(bytes), 'name')
  expect(await decryptText(organizationKey, sealed)).toBe('name')
  const short = await encryptBytes(providerKey, bytes.subarray(1))
  await expect(unwrapProviderOrganizationKey(providerKey, short)).rejects.toThrow(failure('key'))
  await expect(unwrapProviderOrganizationKey(organizationKey, wrapped)).rejects.toThrow(failure('mac'))
})
