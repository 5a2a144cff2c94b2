import * as nodeCrypto from 'node:crypto'
import { batchItem, decryptTextBatch } from '#/crypto/decrypt-batch'
import { importSymmetricKey } from '#/crypto/symmetric-key'
import { nodeReference, seededRandom, spoiledInEachByte } from '#/crypto/test-reference'
import type { Line } from './lines.mjs'

const ITEMS = 60_000
const LIST = 40

const random = seededRandom('differences')
const reference = nodeReference(nodeCrypto)

/** A number below `end`, from the same sequence in every run. */
function dice(end: number): number {
  const [high = 0, low = 0] = random(2)
  return (high * 256 + low) % end
}

const alphabets = ['ab_9', 'äöüß', '密钥', '🔑🗝', 'a\u0000\uFEFF\n']

function someText(): string {
  const letters = Array.from(alphabets[dice(alphabets.length)] ?? '')
  return Array.from({ length: dice(dice(8) === 0 ? 300 : 40) }, () => letters[dice(letters.length)]).join('')
}

/** One item of a list: whole, or spoiled in one of the ways that a database, a proxy or a foe might spoil it. */
function someItem(key: Uint8Array): string {
  const whole = reference.seal(key, random(16), Buffer.from(someText()))
  switch (dice(8)) {
    case 0: {
      const spoiled = spoiledInEachByte(whole)
      return spoiled[dice(spoiled.length)] ?? ''
    }
    case 1:
      return reference.seal(key, random(16), random(16 * (1 + dice(3))), true)
    case 2:
      return reference.seal(key, random(16), random(dice(20)))
    case 3:
      return [whole.slice(0, dice(whole.length)), '', `0.${whole.slice(2)}`, whole.slice(2)][dice(4)] ?? ''
    default:
      return whole
  }
}

/** Node reads any base64; a piece of an EncString has one form only. */
function isCanonical(item: string): boolean {
  const pieces = item.slice(2).split('|')
  return pieces.length === 3 && pieces.every((p) => Buffer.from(p, 'base64').toString('base64') === p)
}

/** What Node's own crypto makes of one item: its text, or null. */
function expected(key: Uint8Array, item: string): string | null {
  if (!item.startsWith('2.') || !isCanonical(item)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reference.open(key, item))
  } catch {
    return null
  }
}

/** Line 10: the batch path against Node's crypto, item by item. */
export default async function differences(): Promise<Line[]> {
  const bytes = random(64)
  const key = await importSymmetricKey(bytes)
  let different = 0
  let failed = 0
  for (let from = 0; from < ITEMS; from += LIST) {
    const items = Array.from({ length: LIST }, () => someItem(bytes))
    const batch = await decryptTextBatch(key, items)
    items.forEach((item, i) => {
      const ours = batchItem(batch, i)
      const theirs = expected(bytes, item)
      if (theirs === null) failed += 1
      if ((ours.ok ? ours.text : null) !== theirs) different += 1
    })
  }
  return [
    {
      line: 10,
      what: `differences to Node's crypto in ${ITEMS.toLocaleString('en')} items, ${failed.toLocaleString('en')} of them spoiled`,
      value: different,
      unit: '',
      goal: '0',
      holds: different === 0 && failed > ITEMS / 4,
    },
  ]
}
