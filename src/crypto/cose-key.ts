import { type Bytes, toHex } from '#/lib/bytes'
import { type CborMap, CborError, decodeCbor } from './cbor'
import { DecryptError } from './symmetric-key'

export const XCHACHA20_POLY1305 = -70000
export const XAES_256_GCM = -70010

/**
 * The key of a V2 account. Opaque. For XAES it is an AES key that can only encrypt blocks. XChaCha20-Poly1305 is
 * not in Web Crypto and wants the bytes: between two uses they lie encrypted under a key that cannot be read out.
 */
export type CoseKey =
  | { readonly alg: typeof XAES_256_GCM; readonly id: string; readonly block: CryptoKey }
  | { readonly alg: typeof XCHACHA20_POLY1305; readonly id: string; readonly vault: KeyVault }

export interface KeyVault {
  readonly guard: CryptoKey
  readonly data: Bytes
}

export interface CoseKeyParts {
  alg: typeof XAES_256_GCM | typeof XCHACHA20_POLY1305
  /** Key id, 32 characters of lower-case hex. */
  id: string
  /** 32 bytes. */
  k: Bytes
}

const KTY_SYMMETRIC = 4
const LABEL = { kty: 1, kid: 2, alg: 3, k: -1 } as const

/**
 * Reads a COSE key as it lies in a wrapped V2 user key: more than 64 bytes, of which the last tells how many
 * are padding. Throws `DecryptError('key')`. Source: identity-and-crypto.md §5.3, §5.5.
 */
export function readPaddedCoseKey(bytes: Uint8Array): CoseKeyParts {
  const padding = bytes.at(-1) ?? 0
  if (padding === 0 || padding >= bytes.length) throw new DecryptError('key')
  const map = readMap(bytes.subarray(0, bytes.length - padding))
  const alg = map.get(LABEL.alg)
  const id = map.get(LABEL.kid)
  const k = map.get(LABEL.k)
  if (map.get(LABEL.kty) !== KTY_SYMMETRIC) throw new DecryptError('key')
  if (alg !== XAES_256_GCM && alg !== XCHACHA20_POLY1305) throw new DecryptError('key')
  if (!(id instanceof Uint8Array) || id.length !== 16) throw new DecryptError('key')
  if (!(k instanceof Uint8Array) || k.length !== 32) throw new DecryptError('key')
  return { alg, id: toHex(id), k: new Uint8Array(k) }
}

function readMap(bytes: Uint8Array): CborMap {
  try {
    const value = decodeCbor(bytes)
    if (value instanceof Map) return value
  } catch (error) {
    if (!(error instanceof CborError)) throw error
  }
  throw new DecryptError('key')
}

/** Turns the parts into handles; the caller drops the bytes. */
export async function importCoseKey({ alg, id, k }: CoseKeyParts): Promise<CoseKey> {
  if (alg === XAES_256_GCM) {
    const block = await crypto.subtle.importKey('raw', k, 'AES-CBC', false, ['encrypt'])
    return { alg, id, block }
  }
  const guard = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const data = await crypto.subtle.encrypt(ONCE, guard, k)
  return { alg, id, vault: { guard, data: new Uint8Array(data) } }
}

// The guard seals one thing in its life, so its nonce may be constant.
const ONCE = { name: 'AES-GCM', iv: new Uint8Array(12) }

/** The bytes of a guarded key, for one use; the caller wipes them. */
export async function openKeyVault(vault: KeyVault): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.decrypt(ONCE, vault.guard, vault.data))
}
