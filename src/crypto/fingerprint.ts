import { fromBase64 } from '#/lib/bytes'
import { hkdfExpand, sha256 } from './hash'

const WORDS = 5

/**
 * Five words that two people compare to be sure of a public key (base64 of SPKI DER). `userId` is the lower-case
 * GUID of its holder. Throws `TypeError` if the key is not base64. Source: identity-and-crypto.md §5.6.
 */
export async function fingerprintPhrase(userId: string, spkiBase64: string): Promise<string> {
  const spki = fromBase64(spkiBase64)
  if (spki === null) throw new TypeError('The public key is not base64')
  const { effLongWordList } = await import('./eff-long-word-list')
  const hash = await hkdfExpand(await sha256(spki), userId.toLowerCase(), 32)
  let number = hash.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const count = BigInt(effLongWordList.length)
  const words: string[] = []
  for (let i = 0; i < WORDS; i++) {
    words.push(effLongWordList[Number(number % count)] ?? '')
    number /= count
  }
  return words.join('-')
}
