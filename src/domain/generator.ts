import { systemRandom, type RandomSource } from '#/crypto/random'
import { toHex } from '#/lib/bytes'

export const CHARACTER_SETS = {
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  digits: '0123456789',
  signs: '!#%+:=?@_-',
} as const
export type CharacterSet = keyof typeof CHARACTER_SETS
const LOOK_ALIKES = /[O0Il1|S5B8]/g

/** What to make. Lengths are characters, words or bytes; out of their bounds they are moved to the nearest. */
export type Recipe =
  | {
      kind: 'characters'
      length: number
      sets: readonly CharacterSet[]
      noLookAlikes: boolean
      /** What a rule asks for; drawn anew until it is so, which leaves the rest equally likely. */
      atLeast?: { digits: number; signs: number }
    }
  | {
      kind: 'words'
      count: number
      separator: '-' | '.' | '_' | ' '
      isCapitalized: boolean
      hasDigit: boolean
    }
  | { kind: 'hex' | 'base64url'; bytes: number }
  | { kind: 'uuid' }

export const BOUNDS = { characters: [8, 256], words: [3, 20], bytes: [8, 256] } as const

export interface Generated {
  text: string
  /** Exact: the logarithm of the number of equally likely results. */
  bits: number
}

/** Raised where nothing can be drawn from. */
export const NO_CHARACTERS = 'Choose at least one set of characters.'

/**
 * Draws a value. Every result of a recipe is equally likely: indexes are drawn by rejection, without a remainder's
 * bias, and nothing is thrown away afterwards for missing a kind of character, unless a rule asks for it (`atLeast`). `words` is the list for passphrases;
 * `random` gives bytes and is passed by tests alone.
 */
export function generate(
  recipe: Recipe,
  words: readonly string[],
  random: RandomSource = systemRandom,
): Generated {
  switch (recipe.kind) {
    case 'characters': {
      const pool = Array.from(poolOf(recipe))
      const length = clamp(recipe.length, BOUNDS.characters)
      if (pool.length === 0) throw new RangeError(NO_CHARACTERS)
      const draw = () => Array.from({ length }, () => pool[below(pool.length, random)] ?? '').join('')
      let text = draw()
      if (!recipe.atLeast) return { text, bits: length * Math.log2(pool.length) }
      while (!holds(text, recipe.atLeast)) text = draw()
      return { text, bits: length * Math.log2(pool.length) + Math.log2(share(pool, length, recipe.atLeast)) }
    }
    case 'words':
      return passphrase(recipe, words, random)
    case 'hex': {
      const bytes = random(clamp(recipe.bytes, BOUNDS.bytes))
      return { text: toHex(bytes), bits: bytes.byteLength * 8 }
    }
    case 'base64url': {
      const bytes = random(clamp(recipe.bytes, BOUNDS.bytes))
      return { text: base64url(bytes), bits: bytes.byteLength * 8 }
    }
    case 'uuid':
      return { text: uuid(random(16)), bits: 122 }
  }
}

type AtLeast = { digits: number; signs: number }

const countIn = (text: Iterable<string>, set: CharacterSet) =>
  Array.from(text).filter((character) => CHARACTER_SETS[set].includes(character)).length

const holds = (text: string, { digits, signs }: AtLeast) =>
  countIn(text, 'digits') >= digits && countIn(text, 'signs') >= signs

/** Of all texts of this length the part that holds what is asked for: by how many digits and signs there are so far. */
function share(pool: readonly string[], length: number, { digits, signs }: AtLeast): number {
  const digit = countIn(pool, 'digits') / pool.length
  const sign = countIn(pool, 'signs') / pool.length
  const wide = signs + 1
  // At `d * wide + s`: the share of texts with so many, the last of each standing for "enough".
  let shares = new Float64Array((digits + 1) * wide)
  shares[0] = 1
  for (let i = 0; i < length; i += 1) {
    const next = new Float64Array(shares.length)
    shares.forEach((part, at) => {
      const [d, s] = [Math.floor(at / wide), at % wide]
      const add = (toD: number, toS: number, weight: number) => {
        const to = Math.min(toD, digits) * wide + Math.min(toS, signs)
        next[to] = (next[to] ?? 0) + part * weight
      }
      add(d + 1, s, digit)
      add(d, s + 1, sign)
      add(d, s, 1 - digit - sign)
    })
    shares = next
  }
  return shares.at(-1) ?? 0
}

/** The characters that a recipe draws from, each once. */
export function poolOf({
  sets,
  noLookAlikes,
}: Pick<Extract<Recipe, { kind: 'characters' }>, 'sets' | 'noLookAlikes'>) {
  const all = (Object.keys(CHARACTER_SETS) as CharacterSet[])
    .filter((set) => sets.includes(set))
    .map((set) => CHARACTER_SETS[set])
    .join('')
  return noLookAlikes ? all.replaceAll(LOOK_ALIKES, '') : all
}

/** A whole number from 0 to `end` − 1, each equally likely. `end` from 1 to 2³². */
export function below(end: number, random: RandomSource): number {
  const limit = 2 ** 32 - (2 ** 32 % end)
  for (;;) {
    const drawn = new DataView(random(4).buffer).getUint32(0)
    if (drawn < limit) return drawn % end
  }
}

function passphrase(
  recipe: Extract<Recipe, { kind: 'words' }>,
  words: readonly string[],
  random: RandomSource,
): Generated {
  const count = clamp(recipe.count, BOUNDS.words)
  const drawn = Array.from({ length: count }, () => words[below(words.length, random)] ?? '')
  const parts = recipe.isCapitalized
    ? drawn.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    : drawn
  let bits = count * Math.log2(words.length)
  if (recipe.hasDigit) {
    const at = below(count, random)
    parts[at] = `${parts[at] ?? ''}${below(10, random)}`
    bits += Math.log2(10 * count)
  }
  return { text: parts.join(recipe.separator), bits }
}

const clamp = (n: number, [least, most]: readonly [number, number]) =>
  Math.min(most, Math.max(least, Number.isFinite(n) ? Math.round(n) : least))

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Version 4 (RFC 9562, 5.4): 122 random bits. */
function uuid(bytes: Uint8Array): string {
  const own = Uint8Array.from(bytes, (byte, i) =>
    i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte,
  )
  return toHex(own).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** "44 from A–Z, a–z, 0–9": a recipe in words, which names it in a list. */
export function recipeWords(recipe: Recipe): string {
  switch (recipe.kind) {
    case 'characters': {
      const names = { upper: 'A–Z', lower: 'a–z', digits: '0–9', signs: 'signs' }
      const sets = (Object.keys(names) as CharacterSet[]).filter((set) => recipe.sets.includes(set))
      return `${recipe.length} of ${sets.map((set) => names[set]).join(', ')}${recipe.noLookAlikes ? ', no look-alikes' : ''}`
    }
    case 'words':
      return `${recipe.count} words${recipe.isCapitalized ? ', capitals' : ''}${recipe.hasDigit ? ', a digit' : ''}`
    case 'hex':
      return `Hex of ${recipe.bytes} bytes`
    case 'base64url':
      return `Base64url of ${recipe.bytes} bytes`
    case 'uuid':
      return 'UUID'
  }
}
