import { fromBase64, fromBase64Lenient, utf8Decode } from '#/lib/bytes'

/**
 * The moment (epoch ms) after which a value says of itself that it is over: `exp` of a JWT, `notAfter` of the first
 * PEM certificate. Null where there is none or it cannot be read; nothing is verified.
 */
export function expiryInside(text: string): number | null {
  const trimmed = text.trim()
  return jwtExpiry(trimmed) ?? certificateExpiry(trimmed)
}

/** The value says that it is a certificate, but is cut off or damaged: no date can be read from it. */
export function isBrokenCertificate(text: string): boolean {
  return text.includes('-----BEGIN CERTIFICATE-----') && certificateExpiry(text.trim()) === null
}

function jwtExpiry(text: string): number | null {
  const payload = /^eyJ[\w-]*\.([\w-]+)\.[\w-]*$/.exec(text)?.[1]
  if (!payload) return null
  try {
    const bytes = fromBase64Lenient(payload.replaceAll('-', '+').replaceAll('_', '/'))
    const claims = bytes && (JSON.parse(utf8Decode(bytes)) as { exp?: unknown } | null)
    return typeof claims?.exp === 'number' ? claims.exp * 1000 : null
  } catch {
    return null
  }
}

function certificateExpiry(text: string): number | null {
  const body = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/.exec(text)?.[1]
  const der = body ? fromBase64(body.replaceAll(/\s/g, '')) : null
  return der ? notAfter(der) : null
}

const SEQUENCE = 0x30
const VERSION = 0xa0
const UTC_TIME = 0x17

/** Certificate → tbsCertificate → validity, its second date (RFC 5280, 4.1). */
function notAfter(der: Uint8Array): number | null {
  const tbs = element(der, element(der, 0, SEQUENCE)?.start, SEQUENCE)
  if (!tbs) return null
  const version = element(der, tbs.start)
  // serialNumber, signature and issuer stand before validity; the version may be left out.
  let at = version?.tag === VERSION ? version.end : tbs.start
  for (let skipped = 0; skipped < 3; skipped += 1) {
    const field = element(der, at)
    if (!field) return null
    at = field.end
  }
  const validity = element(der, at, SEQUENCE)
  const end = element(der, element(der, validity?.start)?.end)
  return end ? timeOf(der, end) : null
}

interface Element {
  tag: number
  start: number
  end: number
}

/** One DER element at `at`: its tag and where its content stands. Null where it runs past the end. */
function element(der: Uint8Array, at: number | undefined, wanted?: number): Element | null {
  if (at === undefined) return null
  const tag = der[at]
  const first = der[at + 1]
  if (tag === undefined || first === undefined || (wanted !== undefined && tag !== wanted)) return null
  const more = first < 0x80 ? 0 : first & 0x7f
  if (more > 4) return null
  let length = more === 0 ? first : 0
  for (let i = 0; i < more; i += 1) length = length * 256 + (der[at + 2 + i] ?? 0)
  const start = at + 2 + more
  return start + length <= der.length ? { tag, start, end: start + length } : null
}

/** UTCTime has two digits of a year: up to 49 means 20xx. */
function timeOf(der: Uint8Array, { tag, start, end }: Element): number | null {
  const text = String.fromCharCode(...der.subarray(start, end))
  const digits = tag === UTC_TIME ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text : text
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits)
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts.map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
}
