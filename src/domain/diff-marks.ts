/** What an edit takes out of one list and puts into the other: 1 where an item is on its own side only. */
export interface DiffMarks {
  removed: Uint8Array
  added: Uint8Array
}

/**
 * In how many rounds the shortest edit of one stretch is looked for before a good one is taken (a round is two
 * changes). Long lists get fewer: unlike texts of 25,000 words still cost milliseconds, not minutes.
 */
const mostRounds = (items: number) => Math.min(1_000, Math.max(24, Math.round(1_500_000 / items)))

/** Farther than any list reaches; has to fit an Int32Array. */
const BEYOND = 0x7f_ff_ff_ff

/**
 * The edit from `before` to `after` by Myers' method in linear space (1986, section 4b), with GNU diff's way out for
 * lists that have little in common. What is not marked is the same in both, in the same order.
 */
export function diffMarks(before: Int32Array, after: Int32Array): DiffMarks {
  const removed = new Uint8Array(before.length)
  const added = new Uint8Array(after.length)
  const searcher = new SplitSearch(before, after)
  // A stack instead of recursion: a thousand levels are possible.
  const open: Box[] = [{ a: 0, aEnd: before.length, b: 0, bEnd: after.length }]
  for (let box = open.pop(); box; box = open.pop()) {
    let { a, aEnd, b, bEnd } = box
    while (a < aEnd && b < bEnd && before[a] === after[b]) {
      a += 1
      b += 1
    }
    while (a < aEnd && b < bEnd && before[aEnd - 1] === after[bEnd - 1]) {
      aEnd -= 1
      bEnd -= 1
    }
    if (a === aEnd) added.fill(1, b, bEnd)
    else if (b === bEnd) removed.fill(1, a, aEnd)
    else {
      const at = searcher.split({ a, aEnd, b, bEnd })
      open.push({ a, aEnd: at.a, b, bEnd: at.b }, { a: at.a, aEnd, b: at.b, bEnd })
    }
  }
  return { removed, added }
}

interface Box {
  a: number
  aEnd: number
  b: number
  bEnd: number
}

/** Finds a point that a shortest edit goes through. Diagonal d holds the points with a − b = d. */
class SplitSearch {
  private readonly before: Int32Array
  private readonly after: Int32Array
  /** How far the search from the start, and the one from the end, has come on each diagonal. */
  private readonly forward: Int32Array
  private readonly backward: Int32Array
  private readonly shift: number
  private readonly rounds: number

  constructor(before: Int32Array, after: Int32Array) {
    this.before = before
    this.after = after
    this.shift = after.length + 1
    this.rounds = mostRounds(before.length + after.length)
    this.forward = new Int32Array(before.length + after.length + 3)
    this.backward = new Int32Array(before.length + after.length + 3)
  }

  /** Both sides of the box are not empty, and it begins and ends with a difference. */
  split(box: Box): { a: number; b: number } {
    const { forward, backward, shift } = this
    const [first, last] = [box.a - box.b, box.aEnd - box.bEnd]
    const [lowest, highest] = [box.a - box.bEnd, box.aEnd - box.b]
    const isOdd = ((first - last) & 1) !== 0
    let [fLow, fHigh, bLow, bHigh] = [first, first, last, last]
    forward[shift + first] = box.a
    backward[shift + last] = box.aEnd
    for (let round = 1; ; round += 1) {
      if (fLow > lowest) forward[shift + (fLow -= 1) - 1] = -1
      else fLow += 1
      if (fHigh < highest) forward[shift + (fHigh += 1) + 1] = -1
      else fHigh -= 1
      for (let d = fHigh; d >= fLow; d -= 2) {
        const a = this.stepForward(d, box)
        if (isOdd && bLow <= d && d <= bHigh && (backward[shift + d] ?? 0) <= a) return { a, b: a - d }
      }
      if (bLow > lowest) backward[shift + (bLow -= 1) - 1] = BEYOND
      else bLow += 1
      if (bHigh < highest) backward[shift + (bHigh += 1) + 1] = BEYOND
      else bHigh -= 1
      for (let d = bHigh; d >= bLow; d -= 2) {
        const a = this.stepBackward(d, box)
        if (!isOdd && fLow <= d && d <= fHigh && a <= (forward[shift + d] ?? 0)) return { a, b: a - d }
      }
      if (round >= this.rounds) return this.farthest(box, fLow, fHigh)
    }
  }

  private stepForward(d: number, { aEnd, bEnd }: Box): number {
    const { before, after, forward, shift } = this
    const below = forward[shift + d - 1] ?? -1
    const above = forward[shift + d + 1] ?? -1
    let a = below < above ? above : below + 1
    while (a < aEnd && a - d < bEnd && before[a] === after[a - d]) a += 1
    forward[shift + d] = a
    return a
  }

  private stepBackward(d: number, box: Box): number {
    const { before, after, backward, shift } = this
    const below = backward[shift + d - 1] ?? 0
    const above = backward[shift + d + 1] ?? 0
    let a = below < above ? below : above - 1
    while (a > box.a && a - d > box.b && before[a - 1] === after[a - d - 1]) a -= 1
    backward[shift + d] = a
    return a
  }

  /** The point that the search from the start has come to with the most behind it. */
  private farthest(box: Box, low: number, high: number): { a: number; b: number } {
    let best = { a: box.a, b: box.b }
    for (let d = high; d >= low; d -= 2) {
      const a = Math.min(this.forward[this.shift + d] ?? 0, box.aEnd)
      const b = a - d
      const isInside = a >= box.a && b >= box.b && b <= box.bEnd
      if (isInside && a + b > best.a + best.b) best = { a, b }
    }
    return best
  }
}
