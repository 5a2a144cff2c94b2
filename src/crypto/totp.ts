import type { Bytes } from '#/lib/bytes'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const PERIOD_MS = 30_000

/**
 * The six-digit code of an authenticator at a time in milliseconds since the epoch: RFC 6238 with SHA-1 and
 * 30 seconds. The secret is base32; case, spaces and padding do not matter. Throws `TypeError` if it is none.
 * For the imitation server and for tests: the console itself never holds such a secret.
 */
export async function totpCode(base32Secret: string, atMs: number): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', decodeBase32(base32Secret), algorithm, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(atMs / PERIOD_MS)))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter))
  const offset = mac.getUint8(mac.byteLength - 1) & 15
  const number = (mac.getUint32(offset) & 0x7fffffff) % 1_000_000
  return String(number).padStart(6, '0')
}

function decodeBase32(text: string): Bytes {
  const characters = text.replace(/[\s=]/g, '').toUpperCase()
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of characters) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) throw new TypeError('Not base32')
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  if (bytes.length === 0) throw new TypeError('Not base32')
  return Uint8Array.from(bytes)
}
