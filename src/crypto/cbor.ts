import { utf8Decode } from '#/lib/bytes'

/**
 * The part of CBOR (RFC 8949) that COSE keys and messages use. Strict: definite lengths, shortest numbers, no
 * tags, floats or simple values, no duplicate keys, nothing after the end.
 */
export type CborValue = number | string | Uint8Array | CborValue[] | CborMap
export type CborMap = Map<number | string, CborValue>

/** What is inside is untrusted only until its MAC was checked, but a depth is cheap to bound. */
const MAX_DEPTH = 8

export class CborError extends Error {
  override readonly name = 'CborError'
}

/** Reads exactly one value from the whole of `bytes`; byte strings are views of it. Throws `CborError`. */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const reader = new CborReader(bytes)
  const value = reader.value(0)
  if (!reader.isAtEnd()) throw new CborError('bytes after the end')
  return value
}

class CborReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  isAtEnd(): boolean {
    return this.#offset === this.#bytes.length
  }

  value(depth: number): CborValue {
    if (depth > MAX_DEPTH) throw new CborError('nested too deep')
    const initial = this.#take(1)[0] as number
    const argument = this.#argument(initial & 31)
    switch (initial >> 5) {
      case 0:
        return argument
      case 1:
        return -1 - argument
      case 2:
        return this.#take(argument)
      case 3:
        return this.#text(argument)
      case 4:
        return this.#array(argument, depth)
      case 5:
        return this.#map(argument, depth)
      default:
        throw new CborError('a kind of value that COSE here does not use')
    }
  }

  #argument(info: number): number {
    if (info < 24) return info
    const width = { 24: 1, 25: 2, 26: 4 }[info]
    if (width === undefined) throw new CborError('an indefinite or huge length')
    const value = this.#take(width).reduce((sum, byte) => sum * 256 + byte, 0)
    const smallest = width === 1 ? 24 : 2 ** (4 * width)
    if (value < smallest) throw new CborError('a number not in its shortest form')
    return value
  }

  #text(length: number): string {
    try {
      return utf8Decode(this.#take(length))
    } catch (error) {
      if (error instanceof CborError) throw error
      throw new CborError('text that is not UTF-8')
    }
  }

  #array(length: number, depth: number): CborValue[] {
    const values: CborValue[] = []
    for (let i = 0; i < length; i++) values.push(this.value(depth + 1))
    return values
  }

  #map(length: number, depth: number): CborMap {
    const map = new Map<number | string, CborValue>()
    for (let i = 0; i < length; i++) {
      const key = this.value(depth + 1)
      if (typeof key !== 'number' && typeof key !== 'string')
        throw new CborError('a key that is no number or text')
      if (map.has(key)) throw new CborError('a duplicate key')
      map.set(key, this.value(depth + 1))
    }
    return map
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#offset) throw new CborError('an early end')
    this.#offset += length
    return this.#bytes.subarray(this.#offset - length, this.#offset)
  }
}
