import type { RandomSource } from '#/crypto/random'

/** Four 32-bit words from a text (cyrb128). Not cryptographic, and not meant to be. */
function wordsOf(text: string): [number, number, number, number] {
  let h1 = 1779033703
  let h2 = 3144134277
  let h3 = 1013904242
  let h4 = 2773480762
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ code, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ code, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ code, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ code, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  return [(h1 ^ h2 ^ h3 ^ h4) >>> 0, (h2 ^ h1) >>> 0, (h3 ^ h1) >>> 0, (h4 ^ h1) >>> 0]
}

/** A repeatable stream of 32-bit numbers for a label (sfc32). */
function streamOf(label: string): () => number {
  let [a, b, c, d] = wordsOf(label)
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i += 1) next()
  return next
}

/** Bytes that depend on the label alone: the same label gives the same bytes in every run. */
export function bytesFor(label: string): RandomSource {
  const next = streamOf(label)
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let i = 0; i < length; i += 1) bytes[i] = next() >>> 24
    return bytes
  }
}

/** The id of a seeded row: RFC 4122, version 4, lower case, fixed by its label. */
export function idFor(label: string): string {
  const bytes = bytesFor(`id/${label}`)(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Repeatable choices for a label. */
export interface Dice {
  /** Whole number from 0 to below `limit`. */
  below(limit: number): number
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
  some<T>(list: readonly T[], count: number): T[]
  letters(count: number, alphabet?: string): string
}

export function diceFor(label: string): Dice {
  const next = streamOf(`dice/${label}`)
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
    some: (list, count) => {
      const rest = [...list]
      const taken = []
      while (taken.length < count && rest.length > 0) taken.push(...rest.splice(below(rest.length), 1))
      return taken
    },
    letters: (count, alphabet = ALPHANUMERIC) =>
      Array.from({ length: count }, () => alphabet.charAt(below(alphabet.length))).join(''),
  }
}
