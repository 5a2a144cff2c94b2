import { type Bytes, concatBytes, utf8Encode } from '#/lib/bytes'
import { CONTENT_TYPE, decryptCose } from './cose'
import { type CoseKey, importCoseKey, readPaddedCoseKey } from './cose-key'
import { hkdf, hkdfExpand } from './hash'
import { type RandomSource, systemRandom } from './random'
import { importPrivateKey, type PrivateKey } from './rsa'
import {
  DecryptError,
  decryptBytes,
  decryptCbc,
  importSymmetricKey,
  parseForDecryption,
  type SymmetricKey,
} from './symmetric-key'

/** The key of an account, opaque. `local` is derived from it and seals what this console keeps by itself. */
export type UserKey =
  | { readonly version: 1; readonly symmetric: SymmetricKey; readonly local: CryptoKey }
  | { readonly version: 2; readonly cose: CoseKey; readonly local: CryptoKey }

const MASTER_KEY_LENGTH = 32
const V1_LENGTH = 64

/** The 64-byte key that wraps the user key, from the 32 bytes of the master key. Source: identity-and-crypto.md §2.2. */
export async function stretchMasterKey(masterKey: Uint8Array): Promise<SymmetricKey> {
  if (masterKey.length !== MASTER_KEY_LENGTH) throw new DecryptError('key')
  const prk = new Uint8Array(masterKey)
  const halves = await Promise.all([hkdfExpand(prk, 'enc', 32), hkdfExpand(prk, 'mac', 32)])
  const bytes = concatBytes(...halves)
  const key = await importSymmetricKey(bytes)
  for (const part of [prk, bytes, ...halves]) part.fill(0)
  return key
}

/**
 * Opens the wrapped user key: type 2 under the stretched master key, or the legacy type 0 under the raw one,
 * which may only hold a V1 key. Throws `DecryptError`; `mac` means the password is wrong (type 0 has no MAC:
 * there whatever does not yield exactly a V1 key counts as a wrong password).
 */
export async function unwrapUserKey(masterKey: Uint8Array, wrapped: string): Promise<UserKey> {
  const isLegacy = parseForDecryption(wrapped).type === 0
  const bytes = isLegacy
    ? await openLegacyUserKey(masterKey, wrapped)
    : await decryptBytes(await stretchMasterKey(masterKey), wrapped)
  try {
    return await importUserKey(bytes)
  } finally {
    bytes.fill(0)
  }
}

async function openLegacyUserKey(masterKey: Uint8Array, wrapped: string): Promise<Bytes> {
  const value = parseForDecryption(wrapped)
  if (value.type !== 0 || masterKey.length !== MASTER_KEY_LENGTH) throw new DecryptError('key')
  const key = await crypto.subtle.importKey('raw', new Uint8Array(masterKey), 'AES-CBC', false, ['decrypt'])
  const bytes = await decryptCbc(key, value.iv, value.data).catch(() => null)
  // 64 bytes leave a whole block of padding: sixteen bytes that a wrong key would have to hit.
  if (bytes?.length !== V1_LENGTH) throw new DecryptError('mac')
  return bytes
}

/**
 * Imports the bytes of a user key: 64 (V1), or a padded COSE key of more (V2). The caller drops the bytes.
 * Throws `DecryptError('key')` for anything else. Source: identity-and-crypto.md §5.3.
 */
export async function importUserKey(bytes: Uint8Array): Promise<UserKey> {
  if (bytes.length === V1_LENGTH) {
    const [symmetric, local] = await Promise.all([importSymmetricKey(bytes), deriveLocalKey(bytes)])
    return { version: 1, symmetric, local }
  }
  if (bytes.length < V1_LENGTH) throw new DecryptError('key')
  const parts = readPaddedCoseKey(bytes)
  try {
    const [cose, local] = await Promise.all([importCoseKey(parts), deriveLocalKey(parts.k)])
    return { version: 2, cose, local }
  } finally {
    parts.k.fill(0)
  }
}

/**
 * The account's RSA key: type 2 under a V1 user key, type 7 with content type PKCS#8 under a V2 one. Neither
 * form is taken under the other kind of key. Throws `DecryptError`.
 */
export async function unwrapPrivateKey(userKey: UserKey, wrapped: string): Promise<PrivateKey> {
  const pkcs8 =
    userKey.version === 1
      ? await decryptBytes(userKey.symmetric, wrapped)
      : await decryptCose(userKey.cose, wrapped, CONTENT_TYPE.pkcs8)
  try {
    return await importPrivateKey(pkcs8)
  } finally {
    pkcs8.fill(0)
  }
}

const LOCAL_INFO = 'strongroom local sealing 1'
const LOCAL_VERSION = 1
const NONCE_LENGTH = 12

// HKDF with a label of our own: the result is independent of every key used with the server, so a local blob
// can never be taken for a field of the vault or the other way round, for V1 and V2 keys alike.
async function deriveLocalKey(secret: Uint8Array): Promise<CryptoKey> {
  const bytes = await hkdf(new Uint8Array(secret), '', LOCAL_INFO, 32)
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  bytes.fill(0)
  return key
}

/**
 * Seals bytes that stay on this machine (drafts, views): version byte, 12-byte nonce, AES-256-GCM with tag,
 * under HKDF-SHA256(V1: all 64 bytes, V2: the 32 bytes of the COSE key). `context` names what the bytes are
 * and must be the same on opening, so that one sealed thing cannot be put in another's place.
 */
export async function sealLocal(
  userKey: UserKey,
  bytes: Uint8Array,
  context = '',
  random: RandomSource = systemRandom,
): Promise<Bytes> {
  const iv = random(NONCE_LENGTH)
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8Encode(context) }
  const sealed = await crypto.subtle.encrypt(parameters, userKey.local, new Uint8Array(bytes))
  return concatBytes(Uint8Array.of(LOCAL_VERSION), iv, new Uint8Array(sealed))
}

/** The inverse of `sealLocal`. Throws `DecryptError`: `form`, or `mac` for another account, context or a changed byte. */
export async function openLocal(userKey: UserKey, sealed: Uint8Array, context = ''): Promise<Bytes> {
  if (sealed[0] !== LOCAL_VERSION || sealed.length < 1 + NONCE_LENGTH + 16) throw new DecryptError('form')
  const copy = new Uint8Array(sealed)
  const iv = copy.subarray(1, 1 + NONCE_LENGTH)
  try {
    const parameters = { name: 'AES-GCM', iv, additionalData: utf8Encode(context) }
    return new Uint8Array(
      await crypto.subtle.decrypt(parameters, userKey.local, copy.subarray(1 + NONCE_LENGTH)),
    )
  } catch {
    throw new DecryptError('mac')
  }
}
