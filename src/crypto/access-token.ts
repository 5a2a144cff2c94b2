import { type Bytes, fromBase64, fromBase64Lenient, toBase64, utf8Encode } from '#/lib/bytes'
import { maxPlaintextBytes } from './enc-string'
import { hkdf } from './hash'
import { type RandomSource, systemRandom } from './random'
import {
  DecryptError,
  decryptText,
  encryptText,
  importSymmetricKey,
  type SymmetricKey,
} from './symmetric-key'

/** What a machine signs in with. The seed never goes to the server. */
export interface AccessToken {
  id: string
  clientSecret: string
  seed: Bytes
}

/**
 * Why a text is no access token: not `version.id.secret:seed`, a version other than 0, an id that is no GUID,
 * a seed that is not 16 bytes of base64. `name-too-long`: on creation, more than `MAX_TOKEN_NAME_BYTES`.
 */
export type AccessTokenFault = 'form' | 'version' | 'id' | 'seed' | 'name-too-long'

export class AccessTokenError extends Error {
  override readonly name = 'AccessTokenError'
  readonly reason: AccessTokenFault

  constructor(reason: AccessTokenFault) {
    super(`Access token refused: ${reason}`)
    this.reason = reason
  }
}

/** The server takes 200 characters of EncString as the name of a token: 95 bytes of UTF-8. */
export const MAX_TOKEN_NAME_BYTES = maxPlaintextBytes(200)

const SEED_LENGTH = 16
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Reads `0.<id>.<client secret>:<base64 of 16 bytes>`; missing `=` at the end is tolerated, as by the official
 * clients. Throws `AccessTokenError`. Source: identity-and-crypto.md §4.1.
 */
export function parseAccessToken(text: string): AccessToken {
  const colon = text.indexOf(':')
  const [version, id, clientSecret, ...more] = text.slice(0, Math.max(colon, 0)).split('.')
  if (version === undefined || id === undefined || !clientSecret || more.length > 0)
    throw new AccessTokenError('form')
  if (version !== '0') throw new AccessTokenError('version')
  if (!GUID.test(id)) throw new AccessTokenError('id')
  const seed = fromBase64Lenient(text.slice(colon + 1))
  if (seed?.length !== SEED_LENGTH) throw new AccessTokenError('seed')
  return { id, clientSecret, seed }
}

/** The 64 bytes that a token's seed of 16 bytes stands for. Source: identity-and-crypto.md §4.2. */
export async function deriveAccessTokenKeyBytes(seed: Uint8Array): Promise<Bytes> {
  if (seed.length !== SEED_LENGTH) throw new AccessTokenError('seed')
  return hkdf(new Uint8Array(seed), 'bitwarden-accesstoken', 'sm-access-token', 64)
}

/** The key that a token's seed of 16 bytes stands for. */
export async function deriveAccessTokenKey(seed: Uint8Array): Promise<SymmetricKey> {
  const bytes = await deriveAccessTokenKeyBytes(seed)
  const key = await importSymmetricKey(bytes)
  bytes.fill(0)
  return key
}

/**
 * The organization key out of the `encrypted_payload` of a machine's sign-in. Throws `DecryptError`; `key` if
 * the payload opens but holds none. Source: identity-and-crypto.md §4.4.
 */
export async function openAccessTokenPayload(
  tokenKey: SymmetricKey,
  encryptedPayload: string,
): Promise<SymmetricKey> {
  const text = readEncryptionKey(await decryptText(tokenKey, encryptedPayload))
  const bytes = text === null ? null : fromBase64(text)
  if (bytes === null) throw new DecryptError('key')
  const key = await importSymmetricKey(bytes)
  bytes.fill(0)
  return key
}

function readEncryptionKey(json: string): string | null {
  let payload: unknown
  try {
    payload = JSON.parse(json)
  } catch {
    return null
  }
  if (typeof payload !== 'object' || payload === null || !('encryptionKey' in payload)) return null
  return typeof payload.encryptionKey === 'string' ? payload.encryptionKey : null
}

export interface NewAccessToken {
  /** The sealed fields of the creation request. */
  request: { name: string; encryptedPayload: string; key: string }
  /** The whole token, out of what the server answered. It can be shown this once only. */
  assemble(id: string, clientSecret: string): string
}

/**
 * Prepares a new access token. `organizationKeyBytes` (64) go into the payload and are not kept; the caller
 * wipes them. Randomness is taken in this order: seed, then the IVs of name, payload and key.
 * Throws `AccessTokenError('name-too-long')`. Source: identity-and-crypto.md §4.5.
 */
export async function createAccessToken(
  input: { organizationKeyBytes: Uint8Array; organizationKey: SymmetricKey; name: string },
  random: RandomSource = systemRandom,
): Promise<NewAccessToken> {
  if (utf8Encode(input.name).length > MAX_TOKEN_NAME_BYTES) throw new AccessTokenError('name-too-long')
  if (input.organizationKeyBytes.length !== 64) throw new DecryptError('key')
  const seed = random(SEED_LENGTH)
  const keyBytes = await deriveAccessTokenKeyBytes(seed)
  const tokenKey = await importSymmetricKey(keyBytes)
  const payload = JSON.stringify({ encryptionKey: toBase64(input.organizationKeyBytes) })
  const name = await encryptText(input.organizationKey, input.name, random)
  const encryptedPayload = await encryptText(tokenKey, payload, random)
  // The server keeps the base64 text of the key, not its bytes.
  const key = await encryptText(input.organizationKey, toBase64(keyBytes), random)
  keyBytes.fill(0)
  const seedText = toBase64(seed)
  return {
    request: { name, encryptedPayload, key },
    assemble: (id, clientSecret) => `0.${id}.${clientSecret}:${seedText}`,
  }
}
