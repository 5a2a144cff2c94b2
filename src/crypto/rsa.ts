import { type Bytes, fromBase64 } from '#/lib/bytes'
import { formatEncString } from './enc-string'
import {
  DecryptError,
  decryptBytes,
  importSymmetricKey,
  parseForDecryption,
  type SymmetricKey,
} from './symmetric-key'

/** A person's RSA key, opaque. Web Crypto ties a key to one OAEP hash, hence two handles of the same key. */
export interface PrivateKey {
  readonly sha1: CryptoKey
  readonly sha256: CryptoKey
}

const SYMMETRIC_KEY_LENGTH = 64
const MIN_MODULUS_BITS = 2048

/** Imports PKCS#8 DER; the caller drops the bytes. Throws `DecryptError('key')` if it is no RSA key. */
export async function importPrivateKey(pkcs8: Uint8Array): Promise<PrivateKey> {
  const der = new Uint8Array(pkcs8)
  try {
    const [sha1, sha256] = await Promise.all([
      crypto.subtle.importKey('pkcs8', der, { name: 'RSA-OAEP', hash: 'SHA-1' }, false, ['decrypt']),
      crypto.subtle.importKey('pkcs8', der, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt']),
    ])
    return { sha1, sha256 }
  } catch {
    throw new DecryptError('key')
  } finally {
    der.fill(0)
  }
}

/**
 * Opens an RSA EncString: types 3 and 5 with OAEP-SHA-256, 4 and 6 with OAEP-SHA-1; the MAC of 5 and 6 is
 * ignored, as by the official clients. Throws `DecryptError`: `form`, `type`, `mac`.
 */
export async function decryptRsa(privateKey: PrivateKey, encString: string): Promise<Bytes> {
  const value = parseForDecryption(encString)
  if (value.type === 0 || value.type === 2 || value.type === 7) throw new DecryptError('type')
  const key = value.type === 3 || value.type === 5 ? privateKey.sha256 : privateKey.sha1
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, key, value.data))
  } catch {
    throw new DecryptError('mac')
  }
}

/**
 * The organization key (or a provider key) that was wrapped for a person. Throws `DecryptError`; `key` if what
 * is inside has not 64 bytes: organization keys of the COSE form do not exist yet (identity-and-crypto.md §11.4).
 */
export async function unwrapOrganizationKey(privateKey: PrivateKey, wrapped: string): Promise<SymmetricKey> {
  const bytes = await unwrapOrganizationKeyBytes(privateKey, wrapped)
  const key = await importSymmetricKey(bytes)
  bytes.fill(0)
  return key
}

/**
 * The 64 bytes themselves, for the two acts that need them: wrapping for a new member, making an access token.
 * Unwrap anew for each act and drop at once (`bytes.fill(0)` in a `finally`). Throws as `unwrapOrganizationKey`.
 */
export async function unwrapOrganizationKeyBytes(privateKey: PrivateKey, wrapped: string): Promise<Bytes> {
  const bytes = await decryptRsa(privateKey, wrapped)
  if (bytes.length !== SYMMETRIC_KEY_LENGTH) throw new DecryptError('key')
  return bytes
}

/**
 * Wraps an organization key for the holder of a public key (base64 of SPKI DER) as a type 4 EncString.
 * Whose key that is, only the fingerprint phrase tells. Throws `DecryptError('key')` if it is no RSA key of
 * at least 2048 bits or the organization key has not 64 bytes.
 */
export async function wrapOrganizationKey(bytes: Uint8Array, spkiBase64: string): Promise<string> {
  if (bytes.length !== SYMMETRIC_KEY_LENGTH) throw new DecryptError('key')
  const publicKey = await importPublicKey(spkiBase64)
  const data = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, publicKey, new Uint8Array(bytes))
  return formatEncString({ type: 4, data: new Uint8Array(data) })
}

async function importPublicKey(spkiBase64: string): Promise<CryptoKey> {
  const spki = fromBase64(spkiBase64)
  if (spki === null) throw new DecryptError('key')
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('spki', spki, { name: 'RSA-OAEP', hash: 'SHA-1' }, false, ['encrypt'])
  } catch {
    throw new DecryptError('key')
  }
  // A short key would hand the organization key to anyone who factors it.
  if ((key.algorithm as RsaKeyAlgorithm).modulusLength < MIN_MODULUS_BITS) throw new DecryptError('key')
  return key
}

/** The key of an organization that is reached through a provider: type 2 under the provider key. Throws `DecryptError`. */
export async function unwrapProviderOrganizationKey(
  providerKey: SymmetricKey,
  wrapped: string,
): Promise<SymmetricKey> {
  const bytes = await decryptBytes(providerKey, wrapped)
  const key = await importSymmetricKey(bytes)
  bytes.fill(0)
  return key
}
