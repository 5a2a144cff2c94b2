import { type Bytes, utf8Decode } from '#/lib/bytes'
import { at, BLOCK, close, type Failures, keep, type Lot } from './batch-lot'

/** Packs the plaintexts to the front of `plain`, each without its padding and without the junk block behind it. */
export function stripPadding(lot: Lot, plain: Bytes, failures: Failures): void {
  let kept = 0
  let end = 0
  for (let i = 0; i < lot.count; i++) {
    const start = at(lot.starts, i)
    const paddedEnd = at(lot.starts, i + 1) - BLOCK
    const length = unpaddedLength(plain, start, paddedEnd)
    if (length < 0) {
      failures.set(at(lot.indexes, i), 'padding')
      continue
    }
    plain.copyWithin(end, start, start + length)
    keep(lot, kept++, i, end)
    end += length
  }
  close(lot, kept, end)
}

function unpaddedLength(plain: Bytes, start: number, end: number): number {
  const count = at(plain, end - 1)
  if (count === 0 || count > BLOCK) return -1
  for (let i = end - count; i < end; i++) if (at(plain, i) !== count) return -1
  return end - start - count
}

/** The texts of all items, joined; `starts` are then offsets into it. */
export function decodeLot(lot: Lot, plain: Bytes, failures: Failures): string {
  const bytes = plain.subarray(0, at(lot.starts, lot.count))
  const text = decodeAtOnce(lot, bytes)
  if (text === null) return decodeOneByOne(lot, bytes, failures)
  // As many UTF-16 units as bytes: all ASCII, where byte offsets are text offsets.
  if (text.length !== bytes.length) measureTexts(lot, bytes)
  return text
}

/**
 * Half a character at the end of one item could be completed by the next. No item that is text by itself begins
 * with a continuation byte, and where none does, the whole is UTF-8 exactly if each item is.
 */
function decodeAtOnce(lot: Lot, bytes: Bytes): string | null {
  for (let i = 0; i < lot.count; i++) {
    const start = at(lot.starts, i)
    if (start < at(lot.starts, i + 1) && isContinuation(at(bytes, start))) return null
  }
  try {
    return utf8Decode(bytes)
  } catch {
    return null
  }
}

function decodeOneByOne(lot: Lot, bytes: Bytes, failures: Failures): string {
  const texts: string[] = []
  let kept = 0
  let end = 0
  for (let i = 0; i < lot.count; i++) {
    try {
      const text = utf8Decode(bytes.subarray(at(lot.starts, i), at(lot.starts, i + 1)))
      texts.push(text)
      keep(lot, kept++, i, end)
      end += text.length
    } catch {
      failures.set(at(lot.indexes, i), 'utf8')
    }
  }
  close(lot, kept, end)
  return texts.join('')
}

/** Turns byte offsets of valid UTF-8 into UTF-16 offsets: one unit a character, two for those of four bytes. */
function measureTexts(lot: Lot, bytes: Bytes): void {
  let position = 0
  let units = 0
  for (let i = 0; i <= lot.count; i++) {
    const start = at(lot.starts, i)
    for (; position < start; position++) {
      const byte = at(bytes, position)
      if (!isContinuation(byte)) units += byte >= 0xf0 ? 2 : 1
    }
    lot.starts[i] = units
  }
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}
