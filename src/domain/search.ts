/**
 * All names as one lower-case text with offsets: a search is a few `indexOf` over it (1.8 ms for 100,000 names)
 * and needs no index structure. Row i is `text.slice(offsets[i], offsets[i + 1])`, with a separator at its end.
 */
export interface SearchIndex {
  text: string
  offsets: Uint32Array
  /** Ids, lower case, of one length, joined; a word that can be the beginning of an id finds it. */
  ids: string
}

/** Shorter beginnings of ids would be found all over a long list. */
const ID_BEGINNING = /^[0-9a-f][0-9a-f-]{3,35}$/

const SEPARATOR = '\n'

/**
 * Folds one name for comparing: lower case, unless that changes its length (as "İ" does), since match ranges are
 * shown on the name itself. A line feed in a name must not look like the end of it.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase()
  const folded = lower.length === name.length ? lower : Array.from(name, foldCharacter).join('')
  return folded.replaceAll(SEPARATOR, ' ')
}

function foldCharacter(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

/** Folded by letters of one length, and without line feeds: nearly every list of names. */
const PLAIN = /^[^\n\x80-\uffff]*$/

/** Builds the index from joined names (`names.slice(offsets[i], offsets[i + 1])` is name i) and joined ids. */
export function buildSearchIndex(names: string, offsets: Uint32Array, ids = ''): SearchIndex {
  const count = offsets.length - 1
  const isPlain = PLAIN.test(names)
  // Folding a hundred thousand names one by one takes ten times as long as folding them at once.
  const all = isPlain ? names.toLowerCase() : names
  const parts = Array.from({ length: count }, (_, i) => {
    const name = all.slice(offsets[i], offsets[i + 1])
    return isPlain ? name : foldName(name)
  })
  const folded = new Uint32Array(count + 1)
  let at = 0
  for (let i = 0; i < count; i += 1) {
    at += (parts[i]?.length ?? 0) + 1
    folded[i + 1] = at
  }
  return { text: count === 0 ? '' : parts.join(SEPARATOR) + SEPARATOR, offsets: folded, ids }
}

export interface Term {
  text: string
  isExcluded: boolean
  /** The beginning of an id does not count. */
  isNameOnly?: boolean
}

/**
 * Words are all wanted; "two words" in quotes are one; `-word` excludes. An open quote runs to the end, and a minus
 * there has not said yet what it excludes.
 */
export function parseTerms(query: string): Term[] {
  const terms: Term[] = []
  for (const match of query.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const text = foldName(match[2] ?? match[3] ?? '')
    const isUnfinished = match[0] === '-' && match.index + 1 === query.length
    if (text === '' || isUnfinished) continue
    terms.push({ text, isExcluded: match[1] === '-' })
  }
  return terms
}

/**
 * Marks (1) the rows whose name holds all wanted terms and none of the excluded ones; the beginning of an id, from
 * four characters on, counts as held, but excludes nothing. `alwaysIn` marks rows that cannot be tested, such as names that cannot be
 * decrypted: they stay in every result.
 */
export function searchNames(index: SearchIndex, terms: readonly Term[], alwaysIn?: Uint8Array): Uint8Array {
  const count = index.offsets.length - 1
  const [first, ...others] = terms.toSorted((a, b) => Number(a.isExcluded) - Number(b.isExcluded))
  if (!first) return new Uint8Array(count).fill(1)
  const hits = rowsWith(index, first)
  if (first.isExcluded) for (let i = 0; i < count; i += 1) hits[i] = hits[i] === 1 ? 0 : 1
  for (const term of others) {
    const found = rowsWith(index, term)
    const unwanted = term.isExcluded ? 1 : 0
    for (let i = 0; i < count; i += 1) if (found[i] === unwanted) hits[i] = 0
  }
  if (alwaysIn) for (let i = 0; i < count; i += 1) if (alwaysIn[i] === 1) hits[i] = 1
  return hits
}

function rowsWith(
  { text, offsets, ids }: SearchIndex,
  { text: wanted, isExcluded, isNameOnly }: Term,
): Uint8Array {
  const found = new Uint8Array(offsets.length - 1)
  markRowsWith(text, offsets, wanted, found)
  // A word that is not wanted is meant as a part of names: by chance an id begins with it too.
  if (ids !== '' && !isExcluded && !isNameOnly && ID_BEGINNING.test(wanted)) markIds(found, ids, wanted)
  return found
}

/** Marks (1) the rows whose text holds a word. */
export function markRowsWith(text: string, offsets: Uint32Array, wanted: string, found: Uint8Array): void {
  let row = 0
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, offsets[row + 1])) {
    row = rowAt(offsets, at, row)
    found[row] = 1
  }
}

function markIds(found: Uint8Array, ids: string, wanted: string): void {
  const length = ids.length / found.length
  for (let at = ids.indexOf(wanted); at !== -1; at = ids.indexOf(wanted, at + 1))
    if (at % length === 0) found[at / length] = 1
}

/** The row that holds position `at`, from row `from` on: hits are mostly near, so the steps grow. */
function rowAt(offsets: Uint32Array, at: number, from: number): number {
  const last = offsets.length - 2
  let low = from
  let step = 1
  while (low + step <= last && (offsets[low + step] ?? 0) <= at) {
    low += step
    step *= 2
  }
  let high = Math.min(last, low + step)
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((offsets[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the wanted terms stand in a name, as ranges that do not overlap, ascending: for underlining. */
export function matchRanges(name: string, terms: readonly Term[]): [start: number, end: number][] {
  const folded = foldName(name)
  const ranges: [number, number][] = []
  for (const term of terms) {
    if (term.isExcluded) continue
    for (
      let at = folded.indexOf(term.text);
      at !== -1;
      at = folded.indexOf(term.text, at + term.text.length)
    ) {
      ranges.push([at, at + term.text.length])
    }
  }
  ranges.sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else merged.push(range)
  }
  return merged
}
