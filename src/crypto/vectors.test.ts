import { expect, test } from 'vitest'
import { fromHex, toBase64, toHex, utf8Decode, utf8Encode } from '#/lib/bytes'
import {
  createAccessToken,
  deriveAccessTokenKey,
  deriveAccessTokenKeyBytes,
  openAccessTokenPayload,
  parseAccessToken,
} from './access-token'
import { type ContentType, decryptCose, decryptCoseText, deriveXaesKey } from './cose'
import { importCoseKey, readPaddedCoseKey } from './cose-key'
import { formatEncString, parseEncString } from './enc-string'
import { fingerprintPhrase } from './fingerprint'
import { hkdfExpand, sha256 } from './hash'
import { deriveMasterKey, type Kdf, normaliseSalt, passwordHash } from './kdf'
import { importUserKey, stretchMasterKey, unwrapPrivateKey, unwrapUserKey } from './master-key'
import { buildType0, buildType7, encodePaddedCoseKey } from './mock-only'
import { decryptRsa, importPrivateKey, unwrapOrganizationKey, unwrapProviderOrganizationKey } from './rsa'
import {
  decryptBytes,
  decryptText,
  encryptBytes,
  importSymmetricKey,
  type SymmetricKey,
} from './symmetric-key'
import vectors from './vectors.json'

// Every entry of vectors.json, in its order. The keys in it are public.

const hex = (text: string) => {
  const bytes = fromHex(text)
  if (bytes === null) throw new Error('not hex')
  return bytes
}

const queue = (...texts: string[]) => {
  const values = texts.map(hex)
  return (length: number) => {
    const value = values.shift()
    if (value?.length !== length) throw new Error('the test promised other random bytes')
    return value
  }
}

const kdfOf = (wire: (typeof vectors.masterKey)[number]['input']['kdf']): Kdf =>
  wire.kdfType === 0
    ? { type: 'pbkdf2', iterations: wire.iterations }
    : {
        type: 'argon2id',
        iterations: wire.iterations,
        memory: wire.memory ?? 0,
        parallelism: wire.parallelism ?? 0,
      }

/** Two handles are the same key if one opens what the other sealed. */
const expectSameKey = async (actual: SymmetricKey, expectedHex: string) => {
  const sealed = await encryptBytes(await importSymmetricKey(hex(expectedHex)), hex('c0ffee'))
  expect(toHex(await decryptBytes(actual, sealed))).toBe('c0ffee')
}

const pkcs8 = Buffer.from(vectors.rsa.privateKeyPkcs8DerB64, 'base64')

test('nothing in the file is left out', () => {
  const untested = ['meta', 'crossChecks']
  const tested = [
    'masterKey',
    'hkdfExpandStretch',
    'encStringType2',
    'encStringType0Legacy',
    'rsa',
    'accessToken',
  ]
  tested.push(
    'accessTokenParse',
    'unlockChain',
    'providerOrgKey',
    'fingerprint',
    'encStringType7',
    'encStringParse',
  )
  expect(Object.keys(vectors).toSorted()).toEqual([...untested, ...tested].toSorted())
})

test.each(vectors.masterKey)('masterKey: $name', async (entry) => {
  const { password, saltAsReceived, kdf } = entry.input
  expect(normaliseSalt(saltAsReceived)).toBe(entry.saltNormalised)
  if (entry.argon2SaltSha256Hex !== undefined) {
    expect(toHex(await sha256(utf8Encode(entry.saltNormalised)))).toBe(entry.argon2SaltSha256Hex)
  }
  const masterKey = await deriveMasterKey(password, saltAsReceived, kdfOf(kdf))
  expect(toHex(masterKey)).toBe(entry.masterKeyHex)
  expect(toBase64(masterKey)).toBe(entry.masterKeyB64)
  expect(await passwordHash(masterKey, password)).toBe(entry.serverPasswordHashB64)
  expect(await passwordHash(masterKey, password, 2)).toBe(entry.localPasswordHashB64)
  await expectSameKey(await stretchMasterKey(masterKey), entry.stretchedEncKeyHex + entry.stretchedMacKeyHex)
})

test.each(vectors.hkdfExpandStretch)('hkdfExpandStretch: $name', async (entry) => {
  for (const { info, lengthBytes, okmHex } of [entry.enc, entry.mac, entry.generic64]) {
    expect(toHex(await hkdfExpand(hex(entry.prkHex), info, lengthBytes))).toBe(okmHex)
  }
})

test.each(vectors.encStringType2.vectors)('encStringType2: $name', async (entry) => {
  const { keyHex, keyB64, encKeyHex, macKeyHex } = vectors.encStringType2
  expect(keyHex).toBe(encKeyHex + macKeyHex)
  expect(toBase64(hex(keyHex))).toBe(keyB64)
  const key = await importSymmetricKey(hex(keyHex))
  expect(toHex(await decryptBytes(key, entry.encString))).toBe(entry.plaintextHex)
  expect(await encryptBytes(key, hex(entry.plaintextHex), queue(entry.ivHex))).toBe(entry.encString)
  const parts = { iv: hex(entry.ivHex), data: hex(entry.ciphertextHex), mac: hex(entry.macHex) }
  expect(parseEncString(entry.encString)).toEqual({ type: 2, ...parts })
  if (entry.plaintextUtf8 !== undefined)
    expect(await decryptText(key, entry.encString)).toBe(entry.plaintextUtf8)
})

test.each(vectors.encStringType2.negative)('encStringType2 refused: $name', async (entry) => {
  const key = await importSymmetricKey(hex(entry.useKeyHex ?? vectors.encStringType2.keyHex))
  const reason = entry.mustFail === 'parse' ? 'form' : entry.mustFail
  await expect(decryptBytes(key, entry.encString)).rejects.toMatchObject({ name: 'DecryptError', reason })
})

test.each(vectors.encStringType0Legacy)('encStringType0Legacy: $name', async (entry) => {
  const value = parseEncString(entry.encString)
  expect(value).toMatchObject({ type: 0, iv: hex(entry.ivHex) })
  const built = await buildType0(hex(entry.keyHex), hex(entry.plaintextHex), queue(entry.ivHex))
  expect(built).toBe(formatEncString(value))
  const opened = unwrapUserKey(hex(entry.keyHex), entry.encString)
  if (entry.plaintextHex.length !== 128) return expect(opened).rejects.toMatchObject({ reason: 'mac' })
  const userKey = await opened
  if (userKey.version !== 1) throw new Error('a legacy key can only be V1')
  await expectSameKey(userKey.symmetric, entry.plaintextHex)
})

test.each(vectors.rsa.vectors)('rsa: $name', async (entry) => {
  const key = await importPrivateKey(pkcs8)
  expect(key.sha1.extractable || key.sha256.extractable).toBe(false)
  const { modulusLength, publicExponent } = key.sha1.algorithm as RsaKeyAlgorithm
  expect(modulusLength).toBe(vectors.rsa.modulusBits)
  expect(Number(`0x${toHex(publicExponent)}`)).toBe(vectors.rsa.publicExponent)
  expect(parseEncString(entry.encString).type).toBe(entry.type)
  expect(toHex(await decryptRsa(key, entry.encString))).toBe(entry.plaintextHex)
  const unwrapped = unwrapOrganizationKey(key, entry.encString)
  if (entry.plaintextHex.length === 128) await expectSameKey(await unwrapped, entry.plaintextHex)
  else await expect(unwrapped).rejects.toMatchObject({ reason: 'key' })
})

test.each(vectors.accessToken)('accessToken: $name', async (entry) => {
  const { parsed, derivation, createRequest, fixedIvs } = entry
  const token = parseAccessToken(entry.token)
  expect(token).toEqual({
    id: parsed.accessTokenId,
    clientSecret: parsed.clientSecret,
    seed: hex(parsed.seedHex),
  })
  expect(toBase64(token.seed)).toBe(parsed.seedB64)
  const keyBytes = await deriveAccessTokenKeyBytes(token.seed)
  expect(toHex(keyBytes)).toBe(derivation.derivedKeyHex)
  expect(toHex(await hkdfExpand(hex(derivation.prkHex), 'sm-access-token', 64))).toBe(
    derivation.derivedKeyHex,
  )
  expect(toBase64(keyBytes)).toBe(derivation.derivedKeyB64)
  expect(toBase64(await sha256(utf8Encode(token.clientSecret)))).toBe(entry.server.clientSecretHashB64)

  const tokenKey = await deriveAccessTokenKey(token.seed)
  const organizationKey = await openAccessTokenPayload(tokenKey, entry.tokenResponseEncryptedPayload)
  await expectSameKey(organizationKey, entry.recoveredOrgKeyHex)
  expect(await decryptText(tokenKey, createRequest.encryptedPayload)).toBe(entry.payloadPlaintextUtf8)
  expect(await decryptText(organizationKey, createRequest.key)).toBe(derivation.derivedKeyB64)
  expect(await decryptText(organizationKey, entry.secretUnderOrgKey.encString)).toBe(
    entry.secretUnderOrgKey.plaintext,
  )

  const organizationKeyBytes = hex(entry.recoveredOrgKeyHex)
  expect(toBase64(organizationKeyBytes)).toBe(entry.recoveredOrgKeyB64)
  const created = await createAccessToken(
    { organizationKeyBytes, organizationKey, name: await decryptText(organizationKey, createRequest.name) },
    queue(parsed.seedHex, fixedIvs.name, fixedIvs.encryptedPayload, fixedIvs.key),
  )
  expect({ ...created.request, expireAt: null }).toEqual(createRequest)
  expect(created.assemble(parsed.accessTokenId, parsed.clientSecret)).toBe(entry.token)
})

test.each(vectors.accessTokenParse)('accessTokenParse: $token', ({ token, valid }) => {
  const parse = () => parseAccessToken(token)
  if (valid) expect(parse().seed).toHaveLength(16)
  else expect(parse).toThrow(expect.objectContaining({ name: 'AccessTokenError' }))
})

test.each(vectors.unlockChain)('unlockChain: $name', async (entry) => {
  expect(normaliseSalt(entry.email)).toBe(entry.saltNormalised)
  expect(entry.publicKeyB64).toBe(vectors.rsa.publicKeySpkiDerB64)
  const masterKey = await deriveMasterKey(entry.password, entry.email, kdfOf(entry.kdf))
  expect(await passwordHash(masterKey, entry.password)).toBe(entry.serverPasswordHashB64)
  const userKey = await unwrapUserKey(masterKey, entry.masterKeyEncryptedUserKey)
  if (userKey.version !== 1) throw new Error('V1 expected')
  await expectSameKey(userKey.symmetric, entry.userKeyHex)
  expect(Buffer.from(await decryptBytes(userKey.symmetric, entry.privateKeyEncString))).toEqual(pkcs8)
  const privateKey = await unwrapPrivateKey(userKey, entry.privateKeyEncString)
  const organizationKey = await unwrapOrganizationKey(privateKey, entry.organizationKeyEncString)
  await expectSameKey(organizationKey, entry.organizationKeyHex)
  expect(await decryptText(organizationKey, entry.secretNameEncString)).toBe(entry.secretNamePlaintext)
})

test.each(vectors.providerOrgKey)('providerOrgKey: $name', async (entry) => {
  const providerKey = await importSymmetricKey(hex(entry.providerKeyHex))
  const wrapped = entry.organizationKeyEncString
  await expectSameKey(await unwrapProviderOrganizationKey(providerKey, wrapped), entry.organizationKeyHex)
  expect(await encryptBytes(providerKey, hex(entry.organizationKeyHex), queue(entry.ivHex))).toBe(wrapped)
})

test.each(vectors.fingerprint)('fingerprint: $phrase', async (entry) => {
  const spki = vectors.rsa.publicKeySpkiDerB64
  expect(toHex(await sha256(new Uint8Array(Buffer.from(spki, 'base64'))))).toBe(entry.prkIsSha256OfSpkiHex)
  expect(toHex(await hkdfExpand(hex(entry.prkIsSha256OfSpkiHex), entry.userId, 32))).toBe(entry.hashHex)
  expect(await fingerprintPhrase(entry.userId, spki)).toBe(entry.phrase)
})

test.each(vectors.encStringType7.vectors)('encStringType7: $name', async (entry) => {
  const parts = readPaddedCoseKey(hex(entry.encodedKeyForWrappingHex))
  expect(parts).toEqual({ alg: entry.alg, id: entry.keyIdHex, k: hex(entry.keyHex) })
  expect(toHex(encodePaddedCoseKey(parts))).toBe(entry.encodedKeyForWrappingHex)
  expect(`${entry.encodedCoseKeyUnpaddedHex}01`).toBe(entry.encodedKeyForWrappingHex)
  expect(toHex(parseEncString(entry.encString).data)).toContain(entry.protectedHeaderHex)
  expect(entry.aadHex).toContain(entry.protectedHeaderHex)

  const key = await importCoseKey(parts)
  const contentType = entry.contentType as ContentType
  const plaintext = entry.plaintextHex === undefined ? pkcs8 : hex(entry.plaintextHex)
  const padded = entry.paddedPlaintextHex === undefined ? plaintext : hex(entry.paddedPlaintextHex)
  expect(toHex(await decryptCose(key, entry.encString, contentType))).toBe(toHex(padded))
  if (typeof contentType === 'string')
    expect(await decryptCoseText(key, entry.encString)).toBe(utf8Decode(plaintext))
  expect(await buildType7(parts, contentType, plaintext, queue(entry.nonceHex))).toBe(entry.encString)

  if (entry.xaesDerivedGcmKeyHex !== undefined && 'block' in key) {
    const gcm = await deriveXaesKey(key.block, hex(entry.nonceHex), 'encrypt')
    const iv = new Uint8Array(12)
    const expected = await crypto.subtle.importKey('raw', hex(entry.xaesDerivedGcmKeyHex), 'AES-GCM', false, [
      'decrypt',
    ])
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, gcm, iv)
    await expect(crypto.subtle.decrypt({ name: 'AES-GCM', iv }, expected, sealed)).resolves.toBeDefined()
  }
  if (contentType === 284) {
    const userKey = await importUserKey(hex(entry.encodedKeyForWrappingHex))
    await expect(unwrapPrivateKey(userKey, entry.encString)).resolves.toHaveProperty('sha1')
  }
})

test.each(vectors.encStringParse)('encStringParse: $s', ({ s, type, pieces, serverAccepts }) => {
  const parse = () => parseEncString(s)
  if (!serverAccepts) return expect(parse).toThrow(expect.objectContaining({ name: 'EncStringError' }))
  expect(parse().type).toBe(type)
  expect(s.split('|')).toHaveLength(pieces)
  expect(formatEncString(parse())).toBe(s)
})
