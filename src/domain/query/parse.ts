/** A place in the typed text: from `start` up to, not including, `end`. */
interface Place {
  start: number
  end: number
}

export interface Word extends Place {
  kind: 'word'
  text: string
  isExcluded: boolean
}

export interface Field<K extends string = string> extends Place {
  kind: 'field'
  key: K
  value: string
  isExcluded: boolean
  /** Where the value begins, its quote included. */
  valueStart: number
}

export type Part<K extends string = string> = Word | Field<K>

const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character)

/**
 * Cuts a typed query into its parts: words, `"words in quotes"`, `key:value` for the given keys, each with `-` before
 * it for not. Any text is a query: what is no known key is a word, an open quote runs to the end, and a minus there
 * has not said yet what it excludes. Inside quotes `\"` and `\\` stand for the sign alone. Linear in the length.
 */
export function parseQuery<K extends string>(text: string, keys: readonly K[]): Part<K>[] {
  const parts: Part<K>[] = []
  let at = 0
  while (at < text.length) {
    if (isSpace(text[at])) {
      at += 1
      continue
    }
    if (text.slice(at) === '-') break
    const part = partAt(text, at, keys)
    if (part.kind === 'field' || part.text !== '') parts.push(part)
    at = part.end
  }
  return parts
}

function partAt<K extends string>(text: string, start: number, keys: readonly K[]): Part<K> {
  const next = text[start + 1]
  const isExcluded = text[start] === '-' && next !== undefined && !isSpace(next)
  const from = isExcluded ? start + 1 : start
  const key = keys.find((each) => text.startsWith(`${each}:`, from))
  if (key === undefined) {
    const { value, end } = valueAt(text, from)
    return { kind: 'word', text: value, isExcluded, start, end }
  }
  const valueStart = from + key.length + 1
  const { value, end } = valueAt(text, valueStart)
  return { kind: 'field', key, value, isExcluded, start, end, valueStart }
}

function valueAt(text: string, from: number): { value: string; end: number } {
  if (text[from] === '"') return quotedAt(text, from + 1)
  let end = from
  while (end < text.length && !isSpace(text[end])) end += 1
  return { value: text.slice(from, end), end }
}

function quotedAt(text: string, from: number): { value: string; end: number } {
  const pieces: string[] = []
  let piece = from
  let at = from
  while (at < text.length && text[at] !== '"') {
    const isEscape = text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')
    if (isEscape) {
      pieces.push(text.slice(piece, at))
      piece = at + 1
      at += 1
    }
    at += 1
  }
  pieces.push(text.slice(piece, at))
  return { value: pieces.join(''), end: Math.min(text.length, at + 1) }
}

/** Writes parts so that they are read as the same parts again, by the same keys. */
export function printQuery(
  parts: readonly (Pick<Word, 'kind' | 'text' | 'isExcluded'> | FieldText)[],
  keys: readonly string[],
): string {
  return parts
    .map((part) => {
      const minus = part.isExcluded ? '-' : ''
      if (part.kind === 'field') return `${minus}${part.key}:${part.value === '' ? '' : quoted(part.value)}`
      return minus + (looksLikeMore(part.text, keys) ? inQuotes(part.text) : quoted(part.text))
    })
    .join(' ')
}

type FieldText = Pick<Field, 'kind' | 'key' | 'value' | 'isExcluded'>

const quoted = (value: string) => (/\s/.test(value) || value.startsWith('"') ? inQuotes(value) : value)

const inQuotes = (value: string) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`

/** A word that would be read as "not", or as a field. */
const looksLikeMore = (word: string, keys: readonly string[]) =>
  word.startsWith('-') || keys.some((key) => word.startsWith(`${key}:`))
