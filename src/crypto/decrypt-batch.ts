import type { Bytes } from '#/lib/bytes'
import { at, BLOCK, close, type Failures, keep, layOut, type Lot, MAC_LENGTH } from './batch-lot'
import { decodeLot, stripPadding } from './batch-text'
import type { DecryptReason, SymmetricKey } from './symmetric-key'

// A call into Web Crypto costs far more than the cipher it runs. CBC opens block by block, P = D(C) xor the block
// before, so IV1|CT1|IV2|CT2|…|sentinel is one valid ciphertext: check every MAC, leave out what fails, decrypt
// once, skip the junk block in each IV's place and strip each item's own padding. The sentinel is made by
// ourselves and keeps the last padding valid, so that one spoiled item fails alone.

/** Many opened texts in a form that is cheap to post to another thread. Read it with `batchItem`. */
export interface TextBatch {
  /** All texts, one after another, without separator; what failed takes no room. */
  text: string
  /** Where each text begins, in UTF-16 units of `text`; one more entry than there are items. */
  offsets: Uint32Array<ArrayBuffer>
  /** What did not open, by index. */
  failures: Failures
}

export type BatchItem = { ok: true; text: string } | { ok: false; reason: DecryptReason }

/** One item of a batch. Throws `RangeError` for an index outside it. */
export function batchItem(batch: TextBatch, index: number): BatchItem {
  const start = batch.offsets[index]
  const end = batch.offsets[index + 1]
  if (start === undefined || end === undefined) throw new RangeError('No such item in the batch')
  const reason = batch.failures.get(index)
  return reason === undefined ? { ok: true, text: batch.text.slice(start, end) } : { ok: false, reason }
}

const SENTINEL_LENGTH = 2 * BLOCK
const SLICE_ITEMS = 10_000
const CHECKS_IN_FLIGHT = 500
const SLICE_CHARACTERS = 8 * 1024 * 1024

/**
 * Opens many type 2 EncStrings at once, with the result that `decryptText` gives for each alone: an item that
 * fails is an entry of `failures` and spoils no other. Works in slices of at most 10,000 items and about 8 MiB.
 * Throws only if the platform fails. Source: identity-and-crypto.md §5.2.
 */
export async function decryptTextBatch(key: SymmetricKey, encStrings: readonly string[]): Promise<TextBatch> {
  const texts: string[] = []
  const offsets = new Uint32Array(encStrings.length + 1)
  const failures = new Map<number, DecryptReason>()
  let length = 0
  let from = 0
  while (from < encStrings.length) {
    const to = sliceEnd(encStrings, from)
    const lot = layOut(encStrings, from, to, SENTINEL_LENGTH, failures)
    await leaveOutForged(key, lot, failures)
    const plain = await decryptLot(key, lot)
    stripPadding(lot, plain, failures)
    const text = decodeLot(lot, plain, failures)
    writeOffsets(lot, offsets.subarray(from, to), from, length)
    texts.push(text)
    length += text.length
    from = to
  }
  offsets[encStrings.length] = length
  return { text: texts.join(''), offsets, failures }
}

/** An item that failed gets the place of the next that did not. */
function writeOffsets(lot: Lot, offsets: Uint32Array, from: number, base: number): void {
  let item = 0
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = base + at(lot.starts, item)
    if (item < lot.count && at(lot.indexes, item) === from + i) item++
  }
}

function sliceEnd(encStrings: readonly string[], from: number): number {
  const most = Math.min(encStrings.length, from + SLICE_ITEMS)
  let to = from
  for (let characters = 0; to < most && characters < SLICE_CHARACTERS; to++) {
    characters += encStrings[to]?.length ?? 0
  }
  return to
}

async function leaveOutForged(key: SymmetricKey, lot: Lot, failures: Failures): Promise<void> {
  const verdicts: boolean[] = []
  while (verdicts.length < lot.count) verdicts.push(...(await checkMacs(key, lot, verdicts.length)))
  if (verdicts.every(Boolean)) return
  let kept = 0
  let end = 0
  for (let i = 0; i < verdicts.length; i++) {
    const start = at(lot.starts, i)
    const next = at(lot.starts, i + 1)
    if (verdicts[i] !== true) {
      failures.set(at(lot.indexes, i), 'mac')
      continue
    }
    lot.sealed.copyWithin(end, start, next)
    keep(lot, kept++, i, end)
    end += next - start
  }
  close(lot, kept, end)
}

// Some hundreds of checks in flight keep the platform's threads busy; thousands only feed the garbage collector.
function checkMacs(key: SymmetricKey, lot: Lot, from: number): Promise<boolean[]> {
  const checks: Promise<boolean>[] = []
  const to = Math.min(lot.count, from + CHECKS_IN_FLIGHT)
  for (let i = from; i < to; i++) {
    const mac = lot.macs.subarray(i * MAC_LENGTH, (i + 1) * MAC_LENGTH)
    const signed = lot.sealed.subarray(at(lot.starts, i), at(lot.starts, i + 1))
    checks.push(crypto.subtle.verify('HMAC', key.mac, mac, signed))
  }
  return Promise.all(checks)
}

/** The plaintexts with their padding: that of an item begins where its IV began in `sealed`. */
async function decryptLot(key: SymmetricKey, lot: Lot): Promise<Bytes> {
  if (lot.count === 0) return new Uint8Array(0)
  const end = at(lot.starts, lot.count)
  lot.sealed.set(key.sentinel, end)
  const parameters = { name: 'AES-CBC', iv: lot.sealed.subarray(0, BLOCK) }
  const data = lot.sealed.subarray(BLOCK, end + SENTINEL_LENGTH)
  return new Uint8Array(await crypto.subtle.decrypt(parameters, key.enc, data))
}
