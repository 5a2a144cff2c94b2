import { base64ByteLength, type Bytes, decodeBase64 } from '#/lib/bytes'
import { parseEncString } from './enc-string'
import type { DecryptReason } from './symmetric-key'

export const BLOCK = 16
export const MAC_LENGTH = 32

/** What did not open, by index in the whole batch. */
export type Failures = Map<number, DecryptReason>

/** The items of a slice that still stand, packed one behind another. `starts` has one entry more than `count`. */
export interface Lot {
  count: number
  /** Index of each item in the whole batch. */
  indexes: Uint32Array
  /** Where each begins: first in `sealed`, after `stripPadding` in the plaintext, after `decodeLot` in the text. */
  starts: Uint32Array
  /** IV and ciphertext of each, with room for the sentinel. */
  sealed: Bytes
  macs: Bytes
}

/** Decodes `encStrings[from, to)` into one buffer with `spare` bytes behind; what is no type 2 is a failure. */
export function layOut(
  encStrings: readonly string[],
  from: number,
  to: number,
  spare: number,
  failures: Failures,
): Lot {
  let capacity = spare
  for (let i = from; i < to; i++) capacity += BLOCK + Math.max(0, ciphertextLength(textAt(encStrings, i)))
  const lot: Lot = {
    count: 0,
    indexes: new Uint32Array(to - from),
    starts: new Uint32Array(to - from + 1),
    sealed: new Uint8Array(capacity),
    macs: new Uint8Array((to - from) * MAC_LENGTH),
  }
  for (let i = from; i < to; i++) {
    const text = textAt(encStrings, i)
    const length = ciphertextLength(text)
    if (length < 0 || !decodeItem(text, lot)) {
      failures.set(i, whyNot(text))
      continue
    }
    lot.indexes[lot.count] = i
    lot.starts[lot.count + 1] = at(lot.starts, lot.count) + BLOCK + length
    lot.count++
  }
  return lot
}

// A type 2 text has one canonical form, in which only the ciphertext varies in length: every piece has its place.
const IV_START = 2
const IV_END = IV_START + 24
const MAC_CHARACTERS = 44
const DOT = 0x2e
const TWO = 0x32
const BAR = 0x7c

/** Bytes of ciphertext in what may be a type 2 text, judged by its frame alone; -1 if it is none. */
function ciphertextLength(text: string): number {
  const barAt = text.length - MAC_CHARACTERS - 1
  if (text.charCodeAt(0) !== TWO || text.charCodeAt(1) !== DOT) return -1
  if (barAt <= IV_END || text.charCodeAt(IV_END) !== BAR || text.charCodeAt(barAt) !== BAR) return -1
  if (base64ByteLength(text, IV_START, IV_END) !== BLOCK) return -1
  if (base64ByteLength(text, barAt + 1, text.length) !== MAC_LENGTH) return -1
  const length = base64ByteLength(text, IV_END + 1, barAt)
  return length > 0 && length % BLOCK === 0 ? length : -1
}

function decodeItem(text: string, lot: Lot): boolean {
  const start = at(lot.starts, lot.count)
  const barAt = text.length - MAC_CHARACTERS - 1
  return (
    decodeBase64(text, IV_START, IV_END, lot.sealed, start) &&
    decodeBase64(text, IV_END + 1, barAt, lot.sealed, start + BLOCK) &&
    decodeBase64(text, barAt + 1, text.length, lot.macs, lot.count * MAC_LENGTH)
  )
}

function whyNot(text: string): DecryptReason {
  try {
    return parseEncString(text).type === 2 ? 'form' : 'type'
  } catch {
    return 'form'
  }
}

/** Keeps `item` at `place`. Items only ever move to the front, so what is overwritten here was read before. */
export function keep(lot: Lot, place: number, item: number, start: number): void {
  lot.indexes[place] = at(lot.indexes, item)
  lot.starts[place] = start
}

/** Ends the lot after `count` items at offset `end`. */
export function close(lot: Lot, count: number, end: number): void {
  lot.count = count
  lot.starts[count] = end
}

/** An entry that is known to exist. */
export function at(array: Uint8Array | Uint32Array, index: number): number {
  return array[index] as number
}

function textAt(texts: readonly string[], index: number): string {
  return texts[index] as string
}
