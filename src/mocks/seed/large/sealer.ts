import { concatBytes, fromBase64, toBase64, utf8Encode } from '#/lib/bytes'
import type { Sealer } from '#/mocks/store/db'
import { organizationKeys } from '#/mocks/seed/keys'
import { bytesFor, diceFor } from '#/mocks/seed/random'
import type { SecretRow } from '#/mocks/store/tables'
import { largeIndex } from './ids'
import { secretName } from './names'

const BLOCK = 256
const AES_BLOCK = 16

type Field = 'name' | 'value' | 'note'

const texts: Record<Field, (index: number) => string> = {
  name: secretName,
  value: (index) => `demo_${diceFor(`large/${index}`).letters(32)}`,
  note: () => '',
}

/** Padded plaintexts of a block, one behind the other, and where each ends. */
function padded(field: Field, first: number): { bytes: Uint8Array; ends: number[] } {
  const parts = Array.from({ length: BLOCK }, (_, offset) => {
    const text = utf8Encode(texts[field](first + offset))
    const padding = AES_BLOCK - (text.length % AES_BLOCK)
    return concatBytes(text, new Uint8Array(padding).fill(padding))
  })
  let end = 0
  return { bytes: concatBytes(...parts), ends: parts.map(({ length }) => (end += length)) }
}

/**
 * Seals the texts of `large` when they are asked for. 100,000 names would be 200,000 calls of Web Crypto, so
 * 256 neighbours are encrypted in one pass: the last block of one ciphertext is the IV of the next, which no
 * reader can tell. Blocks begin at fixed numbers, so that a row gives the same ciphertext each time.
 */
export async function largeSealer(): Promise<Sealer> {
  const [{ cbc }, { createHMAC, createSHA256 }] = await Promise.all([
    import('@noble/ciphers/aes.js'),
    import('hash-wasm'),
  ])
  const key = fromBase64(organizationKeys('large').key)
  if (!key) throw new Error('The key of large is not base64.')
  const encryptionKey = key.slice(0, 32)
  const hmac = await createHMAC(createSHA256(), key.slice(32))
  const blocks = new Map<string, string[]>()

  const sealBlock = (field: Field, block: number): string[] => {
    const { bytes, ends } = padded(field, block * BLOCK)
    const iv = bytesFor(`large/${field}/${block}`)(AES_BLOCK)
    const sealed = concatBytes(iv, cbc(encryptionKey, iv, { disablePadding: true }).encrypt(bytes))
    return ends.map((end, index) => {
      const start = ends[index - 1] ?? 0
      const data = sealed.subarray(start, end + AES_BLOCK)
      const mac = hmac.init().update(data).digest('binary')
      return `2.${toBase64(data.subarray(0, AES_BLOCK))}|${toBase64(data.subarray(AES_BLOCK))}|${toBase64(mac)}`
    })
  }

  const sealed = (field: Field, index: number): string => {
    const block = Math.floor(index / BLOCK)
    const label = `${field}/${block}`
    const made = blocks.get(label) ?? sealBlock(field, block)
    blocks.set(label, made)
    return made[index % BLOCK] ?? ''
  }

  const sealRow = (row: SecretRow, want: 'name' | 'all'): SecretRow => {
    const index = largeIndex('secret', row.id)
    if (index === null) return row
    const key = row.key || sealed('name', index)
    if (want === 'name') return { ...row, key }
    return {
      ...row,
      key,
      value: row.value || sealed('value', index),
      note: row.note || sealed('note', index),
    }
  }

  return (rows, want) => Promise.resolve(rows.map((row) => sealRow(row, want)))
}
