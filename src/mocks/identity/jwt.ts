import { fakeSigningKey } from './fake-signing-key'
import type { Claims } from '#/mocks/handler'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const keyId = 'MOCK0FAKE0SIGNING0KEY0000000000000000000RS256'
const encoder = new TextEncoder()

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

const signingKey = once(() => crypto.subtle.importKey('jwk', fakeSigningKey, algorithm, false, ['sign']))
const verifyingKey = once(() => {
  const { kty, n, e } = fakeSigningKey
  return crypto.subtle.importKey('jwk', { kty, n, e }, algorithm, false, ['verify'])
})

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/')))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}

const part = (value: object) => toBase64Url(encoder.encode(JSON.stringify(value)))

/** Access tokens (`at+jwt`), and the tokens that let a second factor be skipped or mailed. */
export type TokenType = 'at+jwt' | 'remember+jwt' | 'email-session+jwt'

/** Signs with RS256. `exp` is in seconds, as in every JWT. */
export async function signToken(
  claims: { exp: number; [claim: string]: unknown },
  typ: TokenType = 'at+jwt',
): Promise<string> {
  const signed = `${part({ alg: 'RS256', kid: keyId, x5t: keyId.slice(0, 27), typ })}.${part(claims)}`
  const signature = await crypto.subtle.sign(algorithm, await signingKey(), encoder.encode(signed))
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`
}

export type TokenVerdict = { claims: Claims } | { error: 'expired'; at: number } | { error: 'invalid' }

const verified = new Map<string, Claims>()

/**
 * Checks form, type, signature and lifetime. The real server allows five minutes of clock skew; the mock allows
 * none, so that a test with short-lived tokens need not wait.
 */
export async function verifyToken(token: string, nowMs: number): Promise<TokenVerdict> {
  const claims = verified.get(token) ?? (await readSigned<Claims>(token, 'at+jwt'))
  if (!claims) return { error: 'invalid' }
  if (nowMs >= claims.exp * 1000) return { error: 'expired', at: claims.exp * 1000 }
  // A signature is worth checking once; the cache is small, since a test signs in a few people.
  if (verified.size > 500) verified.clear()
  verified.set(token, claims)
  return { claims }
}

/** The claims of a genuine token of that type, whatever its age; null for any other text. */
export async function readSigned<C>(token: string, typ: TokenType): Promise<C | null> {
  try {
    const [head = '', body = '', signature = '', ...more] = token.split('.')
    if (more.length > 0) return null
    const header = JSON.parse(new TextDecoder().decode(fromBase64Url(head))) as { alg?: string; typ?: string }
    if (header.alg !== 'RS256' || header.typ !== typ) return null
    const isGenuine = await crypto.subtle.verify(
      algorithm,
      await verifyingKey(),
      fromBase64Url(signature),
      encoder.encode(`${head}.${body}`),
    )
    return isGenuine ? (JSON.parse(new TextDecoder().decode(fromBase64Url(body))) as C) : null
  } catch {
    return null
  }
}
