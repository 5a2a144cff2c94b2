/** How hard a value is to guess; an estimate, and to be called so ("about 118 bits"). */
export interface Strength {
  bits: number
  /** Of what: the whole value, the strongest text in a JSON, the password in a URL. */
  of: 'value' | 'strongest field' | 'password'
}

/** Bits of a character that goes on a word: the rate of written English with some allowance. */
const WORD_BITS = 2.5
/** Bits of a character that repeats or counts on from the one before. */
const RUN_BITS = 1
/** Bits of pointing back to a stretch that stood earlier in the text. */
const COPY_BITS = 8
const SHORTEST_COPY = 4
/** No guess goes on longer than this; estimating a long text to the end would only cost time. */
const MOST_CHARACTERS = 512

const CLASSES: [RegExp, number][] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 100],
]

/**
 * Estimates from the characters alone, without a dictionary: pool of the classes used, less for words, runs and
 * repetitions. Null where an estimate would say nothing: empty values, PEM blocks and JWTs (their strength is that of a
 * key), URLs without a password, JSON without texts.
 */
export function strengthOf(text: string): Strength | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.startsWith('-----BEGIN ') || /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(trimmed))
    return null
  if (/^[[{]/.test(trimmed)) {
    const texts = textsInJson(trimmed)
    if (texts) return strongest(texts)
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) {
    const password = passwordInUrl(trimmed)
    return password === null ? null : { bits: bitsOf(password), of: 'password' }
  }
  return { bits: bitsOf(trimmed), of: 'value' }
}

/** Of five steps, how many are reached; the fourth is what NIST SP 800-131A asks of a key, 112 bits. */
export function strengthSteps(bits: number): 0 | 1 | 2 | 3 | 4 | 5 {
  const steps = [28, 48, 72, 112, 128].filter((least) => bits >= least).length
  return steps as 0 | 1 | 2 | 3 | 4 | 5
}

function strongest(texts: readonly string[]): Strength | null {
  if (texts.length === 0) return null
  return { bits: Math.max(...texts.map(bitsOf)), of: 'strongest field' }
}

/** The texts of a JSON document, keys left out; null where it is none. */
function textsInJson(text: string): string[] | null {
  const texts: string[] = []
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && value !== '') texts.push(value)
      return value
    })
    return texts.slice(0, 1000)
  } catch {
    return null
  }
}

function passwordInUrl(text: string): string | null {
  try {
    return decodeURIComponent(new URL(text).password) || null
  } catch {
    return null
  }
}

function bitsOf(text: string): number {
  const characters = Array.from(text.slice(0, MOST_CHARACTERS))
  const each = Math.log2(poolOf(text))
  const wordly = inWords(characters)
  let bits = 0
  for (let i = 0; i < characters.length;) {
    const copied = copiedFrom(characters, i)
    if (copied >= SHORTEST_COPY) {
      bits += Math.min(COPY_BITS, copied * each)
      i += copied
      continue
    }
    const step = (characters[i]?.codePointAt(0) ?? 0) - (characters[i - 1]?.codePointAt(0) ?? Number.NaN)
    bits += Math.abs(step) <= 1 ? RUN_BITS : wordly[i] ? Math.min(WORD_BITS, each) : each
    i += 1
  }
  return Math.round(bits)
}

function poolOf(text: string): number {
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text) && /[a-f]/i.test(text)) return 16
  return CLASSES.filter(([pattern]) => pattern.test(text)).reduce((sum, [, size]) => sum + size, 0)
}

/** How many characters from `at` on stood together before; a repetition may run into itself. */
function copiedFrom(characters: readonly string[], at: number): number {
  let longest = 0
  for (let from = 0; from < at; from += 1) {
    let length = 0
    while (at + length < characters.length && characters[from + length] === characters[at + length])
      length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

/** Marks letters of stretches that look spoken: three or more of one case, a quarter to two thirds vowels. */
function inWords(characters: readonly string[]): boolean[] {
  const marks = characters.map(() => false)
  for (const match of characters.join('').matchAll(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g)) {
    const share = (match[0].match(/[aeiouy]/gi)?.length ?? 0) / match[0].length
    // The first letter is a choice of its own.
    if (share >= 0.25 && share <= 0.67) marks.fill(true, match.index + 1, match.index + match[0].length)
  }
  return marks
}
