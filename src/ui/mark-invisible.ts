/** What a character that cannot be seen is, for the legend and the facts beside a value. */
export type InvisibleKind = 'line feed' | 'carriage return' | 'tab' | 'space' | 'zero-width' | 'control'

export type Piece =
  /** `at`: where it begins, in UTF-16 units. */
  { at: number; text: string } & ({ kind: 'text' } | { kind: InvisibleKind; sign: string })

/*
  Everything that draws nothing, or blank, apart from the plain space: controls, spaces that are none (NBSP and the
  like), line and paragraph separator, halves of surrogate pairs, and what Unicode tells fonts to ignore (zero width,
  direction marks, fillers, variation selectors). A run of plain spaces counts only at the end of a line; the lookbehind keeps long
  runs linear.
*/
const blankLetters = '\u2800'
const invisible = new RegExp(
  `\\r|\\n|\\t|(?<! ) +(?=\\r?\\n|\\r|$)|[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}${blankLetters}]|(?! )\\p{Zs}|\\p{Cf}|\\p{Default_Ignorable_Code_Point}`,
  'gu',
)

const picture = /\p{Extended_Pictographic}$/u
const keyOrDigit = /[#*0-9]$/u
const joinable = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u

const names: Record<string, string> = {
  '\u00A0': 'NBSP',
  '\u00AD': 'SHY',
  '\u061C': 'ALM',
  '\u180E': 'MVS',
  '\u200B': 'ZWSP',
  '\u200C': 'ZWNJ',
  '\u200D': 'ZWJ',
  '\u200E': 'LRM',
  '\u200F': 'RLM',
  '\u2028': 'LS',
  '\u2029': 'PS',
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u202F': 'NNBSP',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\uFEFF': 'BOM',
  '\0': 'NUL',
  '\u001B': 'ESC',
}

/** Cuts a text into what is seen and what is not. All `text` fields together are the input, character by character. */
export function markInvisible(text: string): Piece[] {
  const pieces: Piece[] = []
  let seenTo = 0
  for (const match of text.matchAll(invisible)) {
    const [found] = match
    const end = match.index + found.length
    if (isPartOfEmoji(found, text.slice(Math.max(0, match.index - 3), match.index), text.slice(end, end + 2)))
      continue
    if (match.index > seenTo) pieces.push({ at: seenTo, kind: 'text', text: text.slice(seenTo, match.index) })
    pieces.push({ at: match.index, text: found, ...describe(found) })
    seenTo = end
  }
  if (seenTo < text.length) pieces.push({ at: seenTo, kind: 'text', text: text.slice(seenTo) })
  return pieces
}

/** The pieces up to that many signs, and all after them as one text: each sign is an element, and they cost. */
export function withFewSigns(
  pieces: readonly Piece[],
  most: number,
): { drawn: readonly Piece[]; rest: string } {
  let signs = 0
  const end = pieces.findIndex((piece) => piece.kind !== 'text' && (signs += 1) > most)
  if (end === -1) return { drawn: pieces, rest: '' }
  const rest = pieces.slice(end).map(({ text }) => text)
  return { drawn: pieces.slice(0, end), rest: rest.join('') }
}

/** How many of each kind; a run of spaces at a line's end counts its spaces. */
export function countInvisible(pieces: readonly Piece[]): Partial<Record<InvisibleKind, number>> {
  const counts: Partial<Record<InvisibleKind, number>> = {}
  for (const piece of pieces) {
    if (piece.kind === 'text') continue
    const length = piece.kind === 'space' ? piece.text.length : 1
    counts[piece.kind] = (counts[piece.kind] ?? 0) + length
  }
  return counts
}

function describe(found: string): { kind: InvisibleKind; sign: string } {
  if (found === '\n') return { kind: 'line feed', sign: '↵' }
  if (found === '\r') return { kind: 'carriage return', sign: 'CR' }
  if (found === '\t') return { kind: 'tab', sign: '→' }
  if (found.startsWith(' ')) return { kind: 'space', sign: '·'.repeat(found.length) }
  const code = found.codePointAt(0) ?? 0
  const sign = names[found] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  if (/\p{Zs}/u.test(found) || found === blankLetters) return { kind: 'space', sign }
  return { kind: /[\p{Cc}\p{Cs}]/u.test(found) ? 'control' : 'zero-width', sign }
}

// Inside an emoji the joiner and the selectors are seen: without them it would be another picture.
function isPartOfEmoji(found: string, before: string, after: string): boolean {
  if (found === '\uFE0F' || found === '\uFE0E') {
    return picture.test(before) || (keyOrDigit.test(before) && after.startsWith('\u20E3'))
  }
  return found === '\u200D' && joinable.test(before) && /^\p{Extended_Pictographic}/u.test(after)
}
