import { fromBase64, fromHex } from '#/lib/bytes'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/
const PEM = /^-----BEGIN ([A-Z0-9 ]+)-----\r?\n[\s\S]+?-----END \1-----$/
const LONG_ENOUGH = 16

/**
 * The form of a value in words, or null for ordinary text. Names what kind it is and how large, never what is in it
 * (a PEM label such as "RSA PRIVATE KEY" is a kind).
 */
export function kindOf(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return (
    pemKind(trimmed) ??
    jsonKind(trimmed) ??
    (JWT.test(trimmed) ? 'JWT' : null) ??
    (UUID.test(trimmed) ? 'UUID' : null) ??
    urlKind(trimmed) ??
    hexKind(trimmed) ??
    base64Kind(trimmed) ??
    base64urlKind(trimmed)
  )
}

function pemKind(text: string): string | null {
  const label = PEM.exec(text)?.[1]
  if (!label) return null
  const blocks = text.match(/-----BEGIN /g)?.length ?? 1
  const name = label.toLowerCase().replace(/\b(rsa|ec|dsa|x509)\b/g, (word) => word.toUpperCase())
  return blocks === 1 ? `PEM, ${name}` : `PEM, ${blocks} blocks`
}

function jsonKind(text: string): string | null {
  if (!/^[[{]/.test(text)) return null
  try {
    const parsed: unknown = JSON.parse(text)
    if (Array.isArray(parsed)) return `JSON array, ${counted(parsed.length, 'entry', 'entries')}`
    return `JSON object, ${counted(Object.keys(parsed as object).length, 'key', 'keys')}`
  } catch {
    return null
  }
}

function urlKind(text: string): string | null {
  if (!/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text)) return null
  try {
    const url = new URL(text)
    return url.password === '' ? 'URL' : 'URL with a password in it'
  } catch {
    return null
  }
}

function hexKind(text: string): string | null {
  const bytes = text.length >= LONG_ENOUGH ? fromHex(text) : null
  return bytes ? `Hex, ${counted(bytes.byteLength, 'byte', 'bytes')}` : null
}

/** Only what cannot well be a word: with padding, or mixed cases and digits. */
function base64Kind(text: string): string | null {
  if (text.length < LONG_ENOUGH || text.length % 4 !== 0) return null
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
  const bytes = isMixed && (text.endsWith('=') || /[+/]/.test(text)) ? fromBase64(text) : null
  return bytes ? `Base64, ${counted(bytes.byteLength, 'byte', 'bytes')}` : null
}

/** As keys are written: mixed cases, digits and one of its two signs, but no word before the first of them. */
function base64urlKind(text: string): string | null {
  if (text.length < LONG_ENOUGH || !/^[\w-]+={0,2}$/.test(text) || !/[-_]/.test(text)) return null
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
  if (!isMixed || /^[A-Za-z]{2,}[-_]/.test(text)) return null
  const bare = text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/')
  const bytes = fromBase64(bare + '='.repeat((4 - (bare.length % 4)) % 4))
  return bytes ? `Base64url, ${counted(bytes.byteLength, 'byte', 'bytes')}` : null
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
