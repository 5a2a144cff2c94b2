import type { RandomSource } from './random'

// For tests only: the same rules once more on Node's own crypto, so that an error in one is caught by the other.
// A test hands in `node:crypto`; this file, like all that is no test, may not import it.

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: string): RandomSource {
  let state =
    Array.from(seed, (character) => character.charCodeAt(0)).reduce((sum, code) => sum * 31 + code, 7) | 0
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) | 0
      const mixed = Math.imul(state ^ (state >>> 15), state | 1)
      return ((mixed ^ (mixed >>> 14)) >>> 8) & 255
    })
}

interface Hmac {
  update(data: Uint8Array): Hmac
  digest(): Buffer
}

interface Cipher {
  setAutoPadding(isOn: boolean): Cipher
  update(data: Uint8Array): Buffer
  final(): Buffer
}

interface NodeCrypto {
  createHmac(algorithm: string, key: Uint8Array): Hmac
  createCipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array): Cipher
  createDecipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array): Cipher
}

export function nodeReference(node: NodeCrypto) {
  const macOf = (key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array) =>
    node.createHmac('sha256', key.subarray(32)).update(iv).update(ciphertext).digest()
  return {
    /** A type 2 text; `isPadded` bytes carry their padding already, right or wrong. */
    seal(key: Uint8Array, iv: Uint8Array, data: Uint8Array, isPadded = false): string {
      const cipher = node.createCipheriv('aes-256-cbc', key.subarray(0, 32), iv).setAutoPadding(!isPadded)
      const ciphertext = Buffer.concat([cipher.update(data), cipher.final()])
      return joinPieces([Buffer.from(iv), ciphertext, macOf(key, iv, ciphertext)])
    },
    open(key: Uint8Array, text: string): Buffer {
      const [iv, ciphertext, mac] = splitPieces(text)
      if (iv === undefined || ciphertext === undefined || mac === undefined) throw new Error('pieces')
      if (!macOf(key, iv, ciphertext).equals(mac)) throw new Error('mac')
      const decipher = node.createDecipheriv('aes-256-cbc', key.subarray(0, 32), iv)
      return Buffer.concat([decipher.update(ciphertext), decipher.final()])
    },
  }
}

/** A type 2 text with one bit of one byte flipped, for each byte of IV, ciphertext and MAC in turn. */
export function spoiledInEachByte(text: string): string[] {
  const pieces = splitPieces(text)
  return pieces.flatMap((piece, which) =>
    Array.from(piece, (_, byte) => {
      const spoiled = pieces.map((each) => Buffer.from(each))
      spoiled[which]?.writeUInt8(piece.readUInt8(byte) ^ (1 << (byte % 8)), byte)
      return joinPieces(spoiled)
    }),
  )
}

function splitPieces(text: string): Buffer[] {
  return text
    .slice(2)
    .split('|')
    .map((piece) => Buffer.from(piece, 'base64'))
}

function joinPieces(pieces: Buffer[]): string {
  return `2.${pieces.map((piece) => piece.toString('base64')).join('|')}`
}
