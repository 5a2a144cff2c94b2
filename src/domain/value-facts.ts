import { utf8Encode } from '#/lib/bytes'
import { lineEndsOf } from './line-ends'
import type { LineEnds } from './line-ends'
import { expiryInside, isBrokenCertificate } from './value-expiry'
import { kindOf } from './value-kind'
import { strengthOf } from './value-strength'
import type { Strength } from './value-strength'

/** What may be said of a value without showing it. Nothing here quotes a part of it, names of JSON keys included. */
export interface ValueFacts {
  characters: number
  bytes: number
  lines: number
  /** "JSON object, 6 keys", "PEM certificate", "JWT", …; null for text of no known form. */
  kind: string | null
  lineEnds: LineEnds
  /** Line feeds and spaces after the last visible character, in words; null for none. */
  atTheEnd: string | null
  atTheStart: string | null
  /** Zero-width marks, no-break spaces, control characters: how many. */
  invisible: number
  /** Moment after which the value itself says that it is over (JWT `exp`, certificate `notAfter`), epoch ms. */
  expiresAt: number | null
  /** It begins like a certificate and cannot be read as one. */
  isBrokenCertificate: boolean
  /** "a–z, 0–9, signs": the classes of characters in it, in words; empty for an empty value. */
  classes: string
  /** Null where an estimate would say nothing. */
  strength: Strength | null
}

// Format characters (zero-width marks, soft hyphen, bidi controls), controls but tab and line ends, and every
// space that is not the ordinary one. A joiner between two pictures is part of one emoji.
const INVISIBLE =
  /(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D\p{Extended_Pictographic})\p{Cf}|(?![\t\r\n])\p{Cc}|(?! )\p{Zs}|[\u2028\u2029]/gu

/** Looks at a value as text; costs one pass over it. */
export function valueFacts(text: string): ValueFacts {
  return {
    characters: Array.from(text).length,
    bytes: utf8Encode(text).byteLength,
    lines: text === '' ? 0 : text.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(text) ? 1 : 0),
    kind: kindOf(text),
    lineEnds: lineEndsOf(text),
    // `trim` is one look at each end; a pattern before `$` would try at every blank in between.
    atTheEnd: edgeWords(text.slice(text.trimEnd().length)),
    atTheStart: edgeWords(text.slice(0, text.length - text.trimStart().length)),
    invisible: text.match(INVISIBLE)?.length ?? 0,
    expiresAt: expiryInside(text),
    isBrokenCertificate: isBrokenCertificate(text),
    classes: classWords(text),
    strength: strengthOf(text),
  }
}

const CLASSES: [RegExp, string][] = [
  [/[A-Z]/, 'A–Z'],
  [/[a-z]/, 'a–z'],
  [/[0-9]/, '0–9'],
  [/[!-/:-@[-`{-~]/, 'signs'],
  [/\s/, 'white space'],
  [/[^\s!-~]/, 'beyond ASCII'],
]

const classWords = (text: string): string =>
  CLASSES.filter(([pattern]) => pattern.test(text))
    .map(([, word]) => word)
    .join(', ')

/** "1 line feed", "2 spaces and 1 tab": every character at an edge counted by kind. */
function edgeWords(edge: string): string | null {
  if (edge === '') return null
  const rest = edge.replaceAll('\r\n', '')
  const counts: [number, string][] = [
    [(edge.length - rest.length) / 2, 'CRLF line end'],
    [count(rest, '\n'), 'line feed'],
    [count(rest, '\r'), 'carriage return'],
    [count(rest, '\t'), 'tab'],
    [count(rest, ' '), 'space'],
  ]
  const named = counts.reduce((sum, [n]) => sum + n, 0) - (counts[0]?.[0] ?? 0)
  counts.push([rest.length - named, 'other invisible character'])
  return counts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}${n === 1 ? '' : 's'}`)
    .join(' and ')
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
