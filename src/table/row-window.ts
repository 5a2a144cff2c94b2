/** Rows beside what is in view: few in a long list at rest, where each letter of a search draws every row anew. */
const BESIDE = { usual: 8, long: 2 }
const LONG = 1_000

interface Place {
  rowCount: number
  /** Px of a row, and of what rows are seen in. */
  rowHeight: number
  room: number
  /** The first in view, perhaps in part. */
  topRow: number
  /** Whether this list has been scrolled since it changed. */
  isMoving: boolean
}

/** First and last of the rows to be drawn; the last is before the first where there are none. */
export function windowOf({ rowCount, rowHeight, room, topRow, isMoving }: Place): {
  first: number
  last: number
} {
  const inView = Math.ceil(Math.max(0, room) / rowHeight) + 1
  // The element says later that it has become shorter.
  const from = Math.max(0, Math.min(topRow, rowCount - inView + 1))
  const beside = rowCount > LONG && !isMoving ? BESIDE.long : BESIDE.usual
  return {
    first: Math.max(0, from - beside),
    last: Math.min(rowCount, from + inView + beside) - 1,
  }
}
