import { foldName, searchNames, type SearchIndex, type Term } from './search'
import { similarNames } from './fuzzy'

export interface Ranked {
  /** Rows, best first. */
  rows: number[]
  /** How many there are in all. */
  count: number
  /** Found only by allowing a wrong letter or two. */
  isLoose: boolean
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127

/** Lower is better, by where (`at`) the word is found: at the beginning, then at the beginning of a word, then anywhere; the shorter name first. */
function scoreOf(text: string, from: number, to: number, at: number): number {
  const length = Math.min(to - from, 999)
  if (at < from || at >= to) return 3_000 + length
  if (at === from) return length
  return (isLetter(text.charCodeAt(at - 1)) ? 2_000 : 1_000) + length
}

/** The best of all rows of a list whose names hold the terms, or nearly hold them where too few do. Spoiled names are left out. */
export function rankNames(
  index: SearchIndex,
  terms: readonly Term[],
  spoiled: Uint8Array,
  limit: number,
): Ranked {
  const exact = searchNames(index, terms)
  const best = bestOf(index, exact, spoiled, terms, limit)
  if (best.count > 0) return { ...best, isLoose: false }
  const loose = similarNames(index.text, index.offsets, terms)
  return { ...bestOf(index, loose, spoiled, terms, limit), isLoose: true }
}

function bestOf(
  { text, offsets }: SearchIndex,
  hits: Uint8Array,
  spoiled: Uint8Array,
  terms: readonly Term[],
  limit: number,
): Pick<Ranked, 'rows' | 'count'> {
  const wanted = terms.find((term) => !term.isExcluded)?.text ?? ''
  const rows: number[] = []
  const scores: number[] = []
  let count = 0
  // The next place of the word: asked for anew only when passed, since each search may run to the end of all names.
  let at = text.indexOf(wanted)
  for (let row = 0; row < hits.length; row += 1) {
    if (hits[row] !== 1 || spoiled[row] === 1) continue
    count += 1
    const from = offsets[row] ?? 0
    if (at !== -1 && at < from) at = text.indexOf(wanted, from)
    const score = scoreOf(text, from, (offsets[row + 1] ?? 1) - 1, at)
    if (rows.length === limit && score >= (scores.at(-1) ?? 0)) continue
    let place = rows.length
    while (place > 0 && (scores[place - 1] ?? 0) > score) place -= 1
    rows.splice(place, 0, row)
    scores.splice(place, 0, score)
    if (rows.length > limit) {
      rows.pop()
      scores.pop()
    }
  }
  return { rows, count }
}

/** The same for a few objects that are at hand: all that hold each word, best first. */
export function rankFew<T>(items: readonly T[], wordsOf: (item: T) => string, terms: readonly Term[]): T[] {
  const wanted = terms.find((term) => !term.isExcluded)?.text ?? ''
  return items
    .map((item) => ({ item, text: foldName(wordsOf(item)) }))
    .filter(({ text }) => terms.every((term) => text.includes(term.text) !== term.isExcluded))
    .map(({ item, text }) => ({ item, score: scoreOf(text, 0, text.length, text.indexOf(wanted)) }))
    .toSorted((a, b) => a.score - b.score)
    .map(({ item }) => item)
}
