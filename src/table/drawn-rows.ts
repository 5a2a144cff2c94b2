/** A little below what engines can make: 33,554,428 px in Chromium and WebKit, 17,895,697 in Firefox. */
const MOST_PX = /Firefox\//.test(globalThis.navigator?.userAgent ?? '') ? 17_800_000 : 33_000_000

/** How many rows of a height a list can hold, and what is to be told of those behind; null where all are drawn. */
export function drawnRows(whole: number, rowHeight: number): { rowCount: number; undrawn: string | null } {
  const rowCount = Math.min(whole, Math.floor(MOST_PX / rowHeight))
  if (rowCount === whole) return { rowCount, undrawn: null }
  const [some, all] = [rowCount, whole].map((count) => count.toLocaleString('en-GB'))
  return {
    rowCount,
    undrawn: `The first ${some} of ${all} rows are drawn: browsers draw no longer list. Narrow it to see the others.`,
  }
}
