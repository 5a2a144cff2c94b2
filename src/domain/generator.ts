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
  | { kind: 'characters'; length: number; sets: readonly CharacterSet[]; noLookAlikes: boolean }
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
 * bias, and nothing is thrown away afterwards for missing a kind of character. `words` is the list for passphrases;
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
      const text = Array.from({ length }, () => pool[below(pool.length, random)] ?? '').join('')
      return { text, bits: length * Math.log2(pool.length) }
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
