/** Bytes that Web Crypto takes as they are: a view of an ordinary, not a shared, buffer. */
export type Bytes = Uint8Array<ArrayBuffer>

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const INVALID = 0x80
const PAD = 0x3d

// Two characters for each 12 bits: half the string appends of a character at a time.
const PAIRS = Array.from(
  { length: 4096 },
  (_, bits) => ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63),
)
const SEXTETS = new Uint8Array(256).fill(INVALID)
for (let i = 0; i < 64; i++) SEXTETS[ALPHABET.charCodeAt(i)] = i

const encoder = new TextEncoder()
// Without `ignoreBOM` a decoder swallows a leading U+FEFF, which would change a stored value.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  const whole = bytes.length - (bytes.length % 3)
  for (let i = 0; i < whole; i += 3) {
    const bits = (byteAt(bytes, i) << 16) | (byteAt(bytes, i + 1) << 8) | byteAt(bytes, i + 2)
    text += pair(bits >> 12) + pair(bits & 4095)
  }
  const rest = bytes.length - whole
  if (rest === 1) text += `${pair(byteAt(bytes, whole) << 4)}==`
  if (rest === 2) {
    const bits = (byteAt(bytes, whole) << 10) | (byteAt(bytes, whole + 1) << 2)
    text += `${pair(bits >> 6)}${ALPHABET.charAt(bits & 63)}=`
  }
  return text
}

/**
 * Reads standard padded base64, and only its one canonical spelling: length a multiple of 4, no white
 * space, no bits left over. `null` for anything else.
 */
export function fromBase64(text: string): Bytes | null {
  const length = base64ByteLength(text, 0, text.length)
  if (length < 0) return null
  const bytes = new Uint8Array(length)
  return decodeBase64(text, 0, text.length, bytes, 0) ? bytes : null
}

/** Reads base64 with all of its padding or none, in the standard or the URL alphabet. `null` for anything else. */
export function fromBase64Lenient(text: string): Bytes | null {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/')
  if (standard.length % 4 === 0) return fromBase64(standard)
  if (standard.length % 4 === 1 || standard.includes('=')) return null
  return fromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='))
}

/** Number of bytes that `text[start, end)` stands for if it is valid base64; -1 if its length cannot be. */
export function base64ByteLength(text: string, start: number, end: number): number {
  const characters = end - start
  if (characters < 0 || characters % 4 !== 0) return -1
  if (characters === 0) return 0
  const padding = text.charCodeAt(end - 1) !== PAD ? 0 : text.charCodeAt(end - 2) !== PAD ? 1 : 2
  return (characters / 4) * 3 - padding
}

/**
 * Decodes `text[start, end)` into `out` from `offset`, without an allocation: the hot path of bulk work.
 * The caller has checked the length with `base64ByteLength` and made room. False if it is not canonical base64.
 */
export function decodeBase64(
  text: string,
  start: number,
  end: number,
  out: Uint8Array,
  offset: number,
): boolean {
  if (end === start) return true
  const length = base64ByteLength(text, start, end)
  if (length < 0) return false
  const tail = length % 3
  const wholeEnd = tail === 0 ? end : end - 4
  let spoiled = 0
  let o = offset
  for (let i = start; i < wholeEnd; i += 4) {
    const c0 = text.charCodeAt(i)
    const c1 = text.charCodeAt(i + 1)
    const c2 = text.charCodeAt(i + 2)
    const c3 = text.charCodeAt(i + 3)
    const s0 = byteAt(SEXTETS, c0 & 255)
    const s1 = byteAt(SEXTETS, c1 & 255)
    const s2 = byteAt(SEXTETS, c2 & 255)
    const s3 = byteAt(SEXTETS, c3 & 255)
    spoiled |= ((s0 | s1 | s2 | s3) & INVALID) | ((c0 | c1 | c2 | c3) >> 8)
    out[o] = (s0 << 2) | (s1 >> 4)
    out[o + 1] = (s1 << 4) | (s2 >> 2)
    out[o + 2] = (s2 << 6) | s3
    o += 3
  }
  if (spoiled !== 0) return false
  return tail === 0 || decodeTail(text, wholeEnd, tail, out, o)
}

function decodeTail(text: string, at: number, tail: number, out: Uint8Array, offset: number): boolean {
  const s0 = sextet(text, at)
  const s1 = sextet(text, at + 1)
  const s2 = tail === 2 ? sextet(text, at + 2) : 0
  if (((s0 | s1 | s2) & INVALID) !== 0) return false
  // The bits that no byte takes must be zero, else two texts would stand for the same bytes.
  if ((tail === 1 ? s1 & 15 : s2 & 3) !== 0) return false
  out[offset] = (s0 << 2) | (s1 >> 4)
  if (tail === 2) out[offset + 1] = (s1 << 4) | (s2 >> 2)
  return true
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Reads hexadecimal of either case; `null` if it is none. */
export function fromHex(text: string): Bytes | null {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text)) return null
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  )
}

/** UTF-8. A lone surrogate becomes U+FFFD: whoever must not lose it checks `text.isWellFormed()` first. */
export function utf8Encode(text: string): Bytes {
  return encoder.encode(text)
}

/** Reads UTF-8, keeping a byte order mark. Throws a `TypeError` if the bytes are not UTF-8. */
export function utf8Decode(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** One array out of several. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] as number
}

function pair(bits: number): string {
  return PAIRS[bits] as string
}

function sextet(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code > 255 ? INVALID : byteAt(SEXTETS, code)
}
