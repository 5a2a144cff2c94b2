import { decryptTextBatch } from '#/crypto/decrypt-batch'
import { decryptText, encryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { secretName } from '#/mocks/seed/large/names'
import type { Line } from './lines.mjs'
import { compare, timed } from './rounds'

const ROUNDS = 7
const IN_FLIGHT = 500

/** Without the bound the calls' own garbage would be measured: the batch would look better still. */
async function oneByOne(key: SymmetricKey, names: string[]): Promise<string[]> {
  const opened: string[] = []
  for (let from = 0; from < names.length; from += IN_FLIGHT) {
    const some = names.slice(from, from + IN_FLIGHT)
    opened.push(...(await Promise.all(some.map((name) => decryptText(key, name)))))
  }
  return opened
}

/** Line 1: opening names in batches against calls of Web Crypto for each name. */
export default async function decryption(): Promise<Line[]> {
  const key = await importSymmetricKey(crypto.getRandomValues(new Uint8Array(64)))
  const names: string[] = []
  for (let i = 0; i < 50_000; i += 1) names.push(await encryptText(key, secretName(i)))

  const lines: Line[] = []
  for (const count of [10_000, 50_000]) {
    const some = names.slice(0, count)
    const { ms } = await compare(
      ROUNDS,
      () => timed(() => decryptTextBatch(key, some)),
      () => timed(() => oneByOne(key, some)),
    )
    const { ratio, ours, theirs } = ms
    lines.push({
      line: 1,
      what: `${count.toLocaleString('en')} names in a batch (${ours.toFixed(0)} ms) against one by one (${theirs.toFixed(0)} ms)`,
      value: ratio,
      unit: '×',
      goal: '≥ 3 ×',
      holds: ratio >= 3,
    })
  }
  const exportable = [key.enc, key.mac].filter((each) => each.extractable).length
  lines.push({
    line: 1,
    what: 'keys that can be read out',
    value: exportable,
    unit: '',
    goal: '0',
    holds: exportable === 0,
  })
  return lines
}
