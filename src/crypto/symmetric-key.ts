import { type Bytes, concatBytes, utf8Decode, utf8Encode } from '#/lib/bytes'
import { type EncString, EncStringError, formatEncString, parseEncString } from './enc-string'
import { type RandomSource, systemRandom } from './random'

/**
 * Why something does not open.
 * `form`: no EncString, or a COSE message of wrong form. `type`: an EncString of a type that has no place here.
 * `mac`: not made with this key, or changed since (HMAC, AEAD tag, OAEP); for a wrapped user key: wrong password.
 * `padding`: authentic, but its padding is not; only faulty software writes that. `utf8`: opened, but not text.
 * `key`: opened, but not a key of the kind and length expected, or meant for another key.
 */
export type DecryptReason = 'form' | 'type' | 'mac' | 'padding' | 'utf8' | 'key'

export class DecryptError extends Error {
  override readonly name = 'DecryptError'
  readonly reason: DecryptReason

  constructor(reason: DecryptReason) {
    super(`Cannot decrypt: ${reason}`)
    this.reason = reason
  }
}

/** A text that UTF-8 cannot carry (a lone surrogate): sealing it would silently store something else. */
export class EncryptError extends Error {
  override readonly name = 'EncryptError'
  readonly reason = 'lone-surrogate'

  constructor() {
    super('Cannot encrypt: the text has a lone surrogate')
  }
}

/** An AES-256-CBC and HMAC-SHA256 key pair. Opaque: neither half can be read out. May be posted to a worker. */
export interface SymmetricKey {
  readonly enc: CryptoKey
  readonly mac: CryptoKey
  /** IV and ciphertext of the empty text under this key: ends a batch with a valid padding. */
  readonly sentinel: Bytes
}

const KEY_LENGTH = 64
const HALF = 32
const IV_LENGTH = 16

/**
 * Imports `encKey(32) || macKey(32)`; the caller drops the bytes. Throws `DecryptError('key')` for any other
 * length. Source: identity-and-crypto.md §5.3.
 */
export async function importSymmetricKey(bytes64: Uint8Array): Promise<SymmetricKey> {
  if (bytes64.length !== KEY_LENGTH) throw new DecryptError('key')
  const bytes = new Uint8Array(bytes64)
  const [enc, mac] = await Promise.all([
    crypto.subtle.importKey('raw', bytes.subarray(0, HALF), 'AES-CBC', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', bytes.subarray(HALF), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]),
  ])
  bytes.fill(0)
  // It never leaves this process and hides nothing, so a constant IV does no harm.
  const iv = new Uint8Array(IV_LENGTH)
  const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, enc, new Uint8Array(0))
  return { enc, mac, sentinel: concatBytes(iv, new Uint8Array(padding)) }
}

/** 64 bytes for a new key. */
export function generateSymmetricKeyBytes(random: RandomSource = systemRandom): Bytes {
  return random(KEY_LENGTH)
}

/** Seals bytes as the text of a type 2 EncString under a fresh IV. Source: identity-and-crypto.md §5.2. */
export async function encryptBytes(
  key: SymmetricKey,
  data: Uint8Array,
  random: RandomSource = systemRandom,
): Promise<string> {
  const iv = random(IV_LENGTH)
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key.enc, new Uint8Array(data))
  const sealed = concatBytes(iv, new Uint8Array(ciphertext))
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key.mac, sealed))
  return formatEncString({ type: 2, iv, data: sealed.subarray(IV_LENGTH), mac })
}

/** Seals a text as UTF-8, nothing trimmed or normalised. Throws `EncryptError` if it has a lone surrogate. */
export async function encryptText(
  key: SymmetricKey,
  text: string,
  random: RandomSource = systemRandom,
): Promise<string> {
  if (!text.isWellFormed()) throw new EncryptError()
  return encryptBytes(key, utf8Encode(text), random)
}

/**
 * Opens a type 2 EncString. The MAC is verified by Web Crypto, in constant time, before anything is decrypted.
 * Throws `DecryptError`: `form`, `type` (any other type, the MAC-less 0 above all), `mac`, `padding`.
 */
export async function decryptBytes(key: SymmetricKey, encString: string): Promise<Bytes> {
  const value = parseForDecryption(encString)
  if (value.type !== 2) throw new DecryptError('type')
  const isAuthentic = await crypto.subtle.verify(
    'HMAC',
    key.mac,
    value.mac,
    concatBytes(value.iv, value.data),
  )
  if (!isAuthentic) throw new DecryptError('mac')
  return decryptCbc(key.enc, value.iv, value.data)
}

/** As `decryptBytes`, then UTF-8; throws `DecryptError('utf8')` too. */
export async function decryptText(key: SymmetricKey, encString: string): Promise<string> {
  return decodeText(await decryptBytes(key, encString))
}

/** `parseEncString` with its failure as `DecryptError('form')`. */
export function parseForDecryption(encString: string): EncString {
  try {
    return parseEncString(encString)
  } catch (error) {
    if (error instanceof EncStringError) throw new DecryptError('form')
    throw error
  }
}

/** AES-256-CBC with PKCS#7, after the caller has checked a MAC where there is one. Throws `DecryptError('padding')`. */
export async function decryptCbc(key: CryptoKey, iv: Bytes, data: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, data))
  } catch {
    throw new DecryptError('padding')
  }
}

/** UTF-8 bytes as text; throws `DecryptError('utf8')`. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8Decode(bytes)
  } catch {
    throw new DecryptError('utf8')
  }
}
