import { expect, test } from 'vitest'
import { XAES_256_GCM, XCHACHA20_POLY1305 } from './cose-key'
import { userKeyId } from './key-id'
import {
  importUserKey,
  openLocal,
  sealLocal,
  stretchMasterKey,
  unwrapPrivateKey,
  unwrapUserKey,
  type UserKey,
} from './master-key'
import { buildType0, buildType7, encodePaddedCoseKey, generateCoseKeyParts } from './mock-only'
import { decryptRsa } from './rsa'
import { encryptBytes } from './symmetric-key'
import { seededRandom, spoiledInEachByte } from './test-reference'
import vectors from './vectors.json'

const random = seededRandom('master-key')
const failure = (reason: string) => expect.objectContaining({ name: 'DecryptError', reason }) as Error
const masterKey = random(32)
const stretched = await stretchMasterKey(masterKey)
const userKeyBytes = random(64)
const pkcs8 = Buffer.from(vectors.rsa.privateKeyPkcs8DerB64, 'base64')
const v2 = [XAES_256_GCM, XCHACHA20_POLY1305] as const

test('a wrong password is a wrong MAC', async () => {
  const wrapped = await encryptBytes(stretched, userKeyBytes)
  await expect(unwrapUserKey(random(32), wrapped)).rejects.toThrow(failure('mac'))
  for (const text of spoiledInEachByte(wrapped).filter((_, i) => i % 8 === 0)) {
    await expect(unwrapUserKey(masterKey, text)).rejects.toThrow(failure('mac'))
  }
})

test('a wrong password for a legacy key without MAC is told just so', async () => {
  const wrapped = await buildType0(masterKey, userKeyBytes)
  expect((await unwrapUserKey(masterKey, wrapped)).version).toBe(1)
  for (let i = 0; i < 20; i++)
    await expect(unwrapUserKey(random(32), wrapped)).rejects.toThrow(failure('mac'))
})

test('without a MAC nothing but a V1 key is taken', async () => {
  const coseKey = encodePaddedCoseKey(generateCoseKeyParts(XAES_256_GCM, random))
  for (const bytes of [coseKey, random(32), random(63), random(65)]) {
    await expect(unwrapUserKey(masterKey, await buildType0(masterKey, bytes))).rejects.toThrow(failure('mac'))
  }
})

test('anything but 64 bytes or a padded COSE key is no user key', async () => {
  for (const bytes of [random(0), random(32), random(63), new Uint8Array(80), new Uint8Array(80).fill(80)]) {
    await expect(unwrapUserKey(masterKey, await encryptBytes(stretched, bytes))).rejects.toThrow(
      failure('key'),
    )
  }
  await expect(unwrapUserKey(random(31), await encryptBytes(stretched, userKeyBytes))).rejects.toThrow(
    failure('key'),
  )
  await expect(unwrapUserKey(masterKey, '4.AAAA')).rejects.toThrow(failure('type'))
  await expect(unwrapUserKey(masterKey, 'nonsense')).rejects.toThrow(failure('form'))
})

test.each(v2)('a V2 account, algorithm %i: password to private key', async (alg) => {
  const parts = generateCoseKeyParts(alg, random)
  const userKey = await unwrapUserKey(masterKey, await encryptBytes(stretched, encodePaddedCoseKey(parts)))
  expect(userKeyId(userKey)).toBe(parts.id)
  const wrapped = await buildType7(parts, 284, pkcs8)
  // Twice: the key must survive its use.
  for (let i = 0; i < 2; i++) {
    const privateKey = await unwrapPrivateKey(userKey, wrapped)
    expect(await decryptRsa(privateKey, vectors.rsa.vectors[2]?.encString ?? '')).toHaveLength(10)
  }
})

test('each kind of user key opens its own kind of private key only', async () => {
  const parts = generateCoseKeyParts(XAES_256_GCM, random)
  const [userV1, userV2] = [
    await importUserKey(userKeyBytes),
    await importUserKey(encodePaddedCoseKey(parts)),
  ]
  if (userV1.version !== 1) throw new Error('V1 expected')
  const wrappedV1 = await encryptBytes(userV1.symmetric, pkcs8)
  const wrappedV2 = await buildType7(parts, 284, pkcs8)
  await expect(unwrapPrivateKey(userV1, wrappedV1)).resolves.toHaveProperty('sha256')
  await expect(unwrapPrivateKey(userV1, wrappedV2)).rejects.toThrow(failure('type'))
  await expect(unwrapPrivateKey(userV2, wrappedV1)).rejects.toThrow(failure('type'))
  await expect(unwrapPrivateKey(userV2, await buildType7(parts, 42, pkcs8))).rejects.toThrow(failure('type'))
  await expect(unwrapPrivateKey(userV1, await encryptBytes(userV1.symmetric, random(64)))).rejects.toThrow(
    failure('key'),
  )
  expect(userKeyId(userV1)).toBeNull()
})

const accounts: [string, () => Promise<UserKey>][] = [
  ['V1', () => importUserKey(userKeyBytes)],
  [
    'V2 XAES',
    () => importUserKey(encodePaddedCoseKey({ alg: XAES_256_GCM, id: '00'.repeat(16), k: masterKey })),
  ],
  [
    'V2 XChaCha',
    () => importUserKey(encodePaddedCoseKey({ alg: XCHACHA20_POLY1305, id: '11'.repeat(16), k: masterKey })),
  ],
]

test.each(accounts)('local sealing under a %s key', async (_, account) => {
  const userKey = await account()
  const draft = Buffer.from('{"value":"hunter2"}')
  const sealed = await sealLocal(userKey, draft, 'draft/1', random)
  expect(Buffer.from(sealed).includes('hunter2')).toBe(false)
  expect(await sealLocal(userKey, draft, 'draft/1')).not.toEqual(sealed)
  // Another session of the same account opens it.
  expect(Buffer.from(await openLocal(await account(), sealed, 'draft/1'))).toEqual(draft)
  await expect(openLocal(userKey, sealed, 'draft/2')).rejects.toThrow(failure('mac'))
  await expect(openLocal(userKey, sealed)).rejects.toThrow(failure('mac'))
  await expect(openLocal(await importUserKey(random(64)), sealed, 'draft/1')).rejects.toThrow(failure('mac'))
  for (let i = 0; i < sealed.length; i++) {
    const spoiled = sealed.map((byte, at) => (at === i ? byte ^ 1 : byte))
    await expect(openLocal(userKey, spoiled, 'draft/1')).rejects.toThrow(failure(i === 0 ? 'form' : 'mac'))
  }
  for (const length of [0, 1, 28]) {
    await expect(openLocal(userKey, sealed.slice(0, length), 'draft/1')).rejects.toThrow(failure('form'))
  }
})

test('no handle of a user key can be read out, and no bytes of it lie about', async () => {
  for (const [, account] of accounts) {
    const userKey = await account()
    const found: (CryptoKey | string)[] = []
    JSON.stringify(userKey, (_, value: unknown) => {
      if (value instanceof Uint8Array) found.push(Buffer.from(value).toString('hex'))
      if (value instanceof CryptoKey) found.push(value)
      return value instanceof Uint8Array || value instanceof CryptoKey ? null : value
    })
    const handles = found.filter((each) => typeof each !== 'string')
    expect(handles.length).toBeGreaterThan(1)
    expect(handles.every((handle) => !handle.extractable)).toBe(true)
    const secret = Buffer.from(userKey.version === 1 ? userKeyBytes : masterKey).toString('hex')
    expect(found.some((each) => typeof each === 'string' && each.includes(secret.slice(0, 64)))).toBe(false)
  }
})
