import { type Bytes, concatBytes, utf8Encode } from '#/lib/bytes'

const DIGEST_LENGTH = 32

/** SHA-256, 32 bytes. */
export async function sha256(data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data))
}

/**
 * HKDF-Expand with SHA-256 (RFC 5869 §2.3) of a pseudo-random key of 1 byte or more. The `HKDF` of Web Crypto
 * cannot do it: it always extracts first.
 */
export async function hkdfExpand(prk: Bytes, info: string, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', prk, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const okm = new Uint8Array(Math.ceil(length / DIGEST_LENGTH) * DIGEST_LENGTH)
  let block: Bytes = new Uint8Array(0)
  for (let counter = 1; counter * DIGEST_LENGTH <= okm.length; counter++) {
    const input = concatBytes(block, utf8Encode(info), Uint8Array.of(counter))
    block = new Uint8Array(await crypto.subtle.sign('HMAC', key, input))
    okm.set(block, (counter - 1) * DIGEST_LENGTH)
  }
  return okm.slice(0, length)
}

/** HKDF with SHA-256, extract and expand; an empty `salt` stands for none. */
export async function hkdf(secret: Bytes, salt: string, info: string, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: utf8Encode(salt), info: utf8Encode(info) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8))
}
