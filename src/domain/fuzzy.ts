import { markRowsWith, type Term } from './search'

/** Shorter words hold too little to be told from others by one wrong letter. */
const SHORTEST = 4
/** A word is searched as the bits of one number. */
const LONGEST = 30

const mistakesIn = (word: string) => (word.length < 6 ? 1 : 2)

/**
 * Marks rows whose name holds each wanted term with one or two letters wrong, missing, added or (as two) swapped, from
 * four letters on, and exactly if shorter; excluded terms count as ever. Bits run along the joined text (Wu and Manber), so that no index is needed.
 * `text` and `offsets` as in `SearchIndex`.
 */
export function similarNames(text: string, offsets: Uint32Array, terms: readonly Term[]): Uint8Array {
  const count = offsets.length - 1
  const rows = new Uint8Array(count)
  if (!terms.some((term) => !term.isExcluded && isLoose(term.text))) return rows
  rows.fill(1)
  for (const term of terms) {
    const isLooseTerm = !term.isExcluded && isLoose(term.text)
    for (let row = 0; row < count; row += 1) {
      if (rows[row] === 0) continue
      const from = offsets[row] ?? 0
      const to = (offsets[row + 1] ?? 1) - 1
      const holds = isLooseTerm ? false : text.slice(from, to).includes(term.text)
      if (!isLooseTerm && holds === term.isExcluded) rows[row] = 0
    }
    if (!isLooseTerm) continue
    const hopeful = rowsWithPiece(text, offsets, term.text)
    for (let row = 0; row < count; row += 1) if (hopeful[row] === 0) rows[row] = 0
    keepLoose(text, offsets, term.text, rows)
  }
  return rows
}

const isLoose = (word: string) => word.length >= SHORTEST && word.length <= LONGEST

/** Of three parts of a word, two mistakes leave one as it is: rows that hold none of them need no closer look. */
function rowsWithPiece(text: string, offsets: Uint32Array, word: string): Uint8Array {
  const pieces = mistakesIn(word) + 1
  const rows = new Uint8Array(offsets.length - 1)
  for (let i = 0; i < pieces; i += 1) {
    const piece = word.slice(
      Math.floor((i * word.length) / pieces),
      Math.floor(((i + 1) * word.length) / pieces),
    )
    markRowsWith(text, offsets, piece, rows)
  }
  return rows
}

function keepLoose(text: string, offsets: Uint32Array, word: string, rows: Uint8Array): void {
  const places = new Uint32Array(0x1_00_00)
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    places[code] = (places[code] ?? 0) | (1 << i)
  }
  const found = 1 << (word.length - 1)
  const hasTwo = mistakesIn(word) === 2
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] === 0) continue
    const to = (offsets[row + 1] ?? 1) - 1
    // Bit i of each: the first i + 1 letters are matched with none, at most one, at most two mistakes.
    let none = 0
    let one = 1
    let two = 3
    let isFound = false
    for (let at = offsets[row] ?? 0; at < to; at += 1) {
      const here = places[text.charCodeAt(at)] ?? 0
      const oldNone = none
      const oldOne = one
      none = ((none << 1) | 1) & here
      one = (((one << 1) | 1) & here) | oldNone | ((oldNone | none) << 1) | 1
      if (hasTwo) two = (((two << 1) | 1) & here) | oldOne | ((oldOne | one) << 1) | 3
      if (((hasTwo ? two : one) & found) !== 0) {
        isFound = true
        break
      }
    }
    if (!isFound) rows[row] = 0
  }
}
