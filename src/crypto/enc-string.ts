import { type Bytes, fromBase64, toBase64 } from '#/lib/bytes'

/** AES-256-CBC without a MAC. Only a legacy wrapped user key may be of this type. */
interface CbcEncString {
  type: 0
  iv: Bytes
  data: Bytes
}

/** AES-256-CBC and HMAC-SHA256 over IV and ciphertext: every field of Secrets Manager. */
interface CbcHmacEncString {
  type: 2
  iv: Bytes
  data: Bytes
  mac: Bytes
}

/** RSA-OAEP with SHA-256 (3) or SHA-1 (4). */
interface RsaEncString {
  type: 3 | 4
  data: Bytes
}

/** 3 and 4 with a MAC that nobody has a key for; it is carried, never checked. */
interface RsaMacEncString {
  type: 5 | 6
  data: Bytes
  mac: Bytes
}

/** A COSE_Encrypt0 message. */
interface CoseEncString {
  type: 7
  data: Bytes
}

export type EncString = CbcEncString | CbcHmacEncString | RsaEncString | RsaMacEncString | CoseEncString

/**
 * Why a text is no EncString: nothing there, a type that is unknown or (1) no longer allowed, wrong number of
 * pieces, a piece that is not canonical base64, or an IV, ciphertext or MAC of impossible length.
 */
export type EncStringFault = 'empty' | 'type' | 'pieces' | 'base64' | 'length'

export class EncStringError extends Error {
  override readonly name = 'EncStringError'
  readonly reason: EncStringFault

  // The text itself stays out of the message: messages end up in logs.
  constructor(reason: EncStringFault) {
    super(`Not an EncString: ${reason}`)
    this.reason = reason
  }
}

const BLOCK = 16
const MAC_LENGTH = 32
const PIECES: Readonly<Record<number, number>> = { 0: 2, 2: 3, 3: 1, 4: 1, 5: 2, 6: 2, 7: 1 }

/** `2.`, base64 of the IV, two bars, base64 of the MAC. */
const TYPE_2_FRAME = 2 + 24 + 1 + 1 + 44

/**
 * Reads `<type>.<piece>|<piece>…`, pieces in standard padded base64, into bytes. A text without a dot is an
 * old headerless value: two pieces are type 0, three were type 1. Types 0 and 2 to 7 are accepted.
 * Throws `EncStringError`. Source: identity-and-crypto.md §5.1.
 */
export function parseEncString(text: string): EncString {
  if (text === '') throw new EncStringError('empty')
  const dot = text.indexOf('.')
  const pieces = text.slice(dot + 1).split('|')
  const type = dot < 0 ? headerlessType(pieces.length) : numberedType(text.slice(0, dot))
  if (pieces.length !== PIECES[type]) throw new EncStringError('pieces')
  const [first, second, third] = pieces.map(decodePiece)
  return assemble(type, first, second, third)
}

function headerlessType(pieces: number): number {
  if (pieces === 2) return 0
  throw new EncStringError('type')
}

function numberedType(header: string): number {
  if (!/^[02-7]$/.test(header)) throw new EncStringError('type')
  return Number(header)
}

function decodePiece(piece: string): Bytes {
  const bytes = fromBase64(piece)
  if (bytes === null) throw new EncStringError('base64')
  return bytes
}

const NONE = new Uint8Array(0)

function assemble(type: number, first: Bytes = NONE, second: Bytes = NONE, third: Bytes = NONE): EncString {
  switch (type) {
    case 0:
      return { type, iv: ofLength(first, BLOCK), data: ofBlocks(second) }
    case 2:
      return { type, iv: ofLength(first, BLOCK), data: ofBlocks(second), mac: ofLength(third, MAC_LENGTH) }
    case 3:
    case 4:
      return { type, data: filled(first) }
    case 5:
    case 6:
      return { type, data: filled(first), mac: second }
    case 7:
      return { type, data: filled(first) }
    default:
      throw new EncStringError('type')
  }
}

function ofLength(bytes: Bytes, length: number): Bytes {
  if (bytes.length !== length) throw new EncStringError('length')
  return bytes
}

function ofBlocks(bytes: Bytes): Bytes {
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) throw new EncStringError('length')
  return bytes
}

function filled(bytes: Bytes): Bytes {
  if (bytes.length === 0) throw new EncStringError('length')
  return bytes
}

/** Writes an EncString as text, always with its header. The inverse of `parseEncString`. */
export function formatEncString(value: EncString): string {
  switch (value.type) {
    case 0:
      return `0.${toBase64(value.iv)}|${toBase64(value.data)}`
    case 2:
      return `2.${toBase64(value.iv)}|${toBase64(value.data)}|${toBase64(value.mac)}`
    case 5:
    case 6:
      return `${value.type}.${toBase64(value.data)}|${toBase64(value.mac)}`
    case 3:
    case 4:
    case 7:
      return `${value.type}.${toBase64(value.data)}`
  }
}

/** Characters of the type 2 text of so many bytes of plaintext. The server's limits are in these characters. */
export function encStringLength(plaintextBytes: number): number {
  const ciphertext = (Math.floor(plaintextBytes / BLOCK) + 1) * BLOCK
  return TYPE_2_FRAME + Math.ceil(ciphertext / 3) * 4
}

/**
 * The most bytes of plaintext whose type 2 text has at most `encStringLimit` characters; 200 characters hold
 * 95 bytes. -1 if not even the empty text fits.
 */
export function maxPlaintextBytes(encStringLimit: number): number {
  const ciphertext = Math.floor((encStringLimit - TYPE_2_FRAME) / 4) * 3
  const blocks = Math.floor(ciphertext / BLOCK)
  return blocks < 1 ? -1 : blocks * BLOCK - 1
}
