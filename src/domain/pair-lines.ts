type Pair = [before: string | null, after: string | null]

/** A block with more pairs than this is matched by place: nobody reads it line against line. */
const MOST_CELLS = 40_000
/** Of two lines that became each other, at least this share of words is common. */
const ALIKE = 0.3

/**
 * Within a block of lines that went and lines that came, sets against each other those that are alike, in order; the
 * rest stands alone. One line against one line is always a pair.
 */
export function pairLines(gone: readonly string[], come: readonly string[]): Pair[] {
  if (gone.length === 1 && come.length === 1) return [[gone[0] ?? '', come[0] ?? '']]
  if (gone.length === 0 || come.length === 0) return alone(gone, come)
  if (gone.length * come.length > MOST_CELLS) {
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => [
      gone[i] ?? null,
      come[i] ?? null,
    ])
  }
  return inOrder(gone, come)
}

const alone = (gone: readonly string[], come: readonly string[]): Pair[] => [
  ...gone.map((line): Pair => [line, null]),
  ...come.map((line): Pair => [null, line]),
]

function inOrder(gone: readonly string[], come: readonly string[]): Pair[] {
  const width = come.length + 1
  const best = new Float64Array((gone.length + 1) * width)
  const [wordsGone, wordsCome] = [gone.map(wordBag), come.map(wordBag)]
  const alike = (i: number, j: number) => {
    const [x, y] = [wordsGone[i], wordsCome[j]]
    // A line often begins with its name: the same name with all else changed is still that line.
    const share = sharedWords(x, y) + (x?.[0] !== undefined && x[0] === y?.[0] ? ALIKE : 0)
    return share >= ALIKE ? share : 0
  }
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + alike(i, j))
    }
  }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  // Between two pairs all that went stands before all that came.
  let waiting: string[] = []
  const flush = () => {
    pairs.push(...alone([], waiting))
    waiting = []
  }
  while (i < gone.length && j < come.length) {
    const share = alike(i, j)
    if (share > 0 && at(i, j) === at(i + 1, j + 1) + share) {
      flush()
      pairs.push([gone[i++] ?? '', come[j++] ?? ''])
    } else if (at(i, j) === at(i + 1, j)) pairs.push([gone[i++] ?? '', null])
    else waiting.push(come[j++] ?? '')
  }
  pairs.push(...alone(gone.slice(i), []))
  flush()
  pairs.push(...alone([], come.slice(j)))
  return pairs
}

const wordBag = (line: string): string[] => line.match(/[\p{L}\p{N}]+/gu) ?? []

/** Words in both, counted as often as both have them, by Dice: 0 for none, 1 for all. */
function sharedWords(a: readonly string[] = [], b: readonly string[] = []): number {
  if (a.length + b.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length)
}
