/** A little below what engines can make: 33,554,428 px in Chromium and WebKit, 17,895,697 in Firefox. */
const MOST_PX = /Firefox\//.test(globalThis.navigator?.userAgent ?? '') ? 17_800_000 : 33_000_000

/** How many rows of a height a list can hold. What is behind them is left out, and has to be told. */
export const drawnRows = (rowCount: number, rowHeight: number): number =>
  Math.min(rowCount, Math.floor(MOST_PX / rowHeight))

/** What stands under a list that is longer than can be drawn; null where all of it is. */
export function undrawnWords(rowCount: number, rowHeight: number): string | null {
  const drawn = drawnRows(rowCount, rowHeight)
  if (drawn === rowCount) return null
  const [some, all] = [drawn, rowCount].map((count) => count.toLocaleString('en-GB'))
  return `The first ${some} of ${all} rows are drawn: browsers draw no longer list. Narrow it to see the others.`
}
