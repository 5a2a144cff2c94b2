/**
 * Which names stand in joined columns (row i is `names.slice(offsets[i], offsets[i + 1])`), without rows for which
 * `isLeftOut` is 1. Names are compared exactly, by UTF-16 units. A set of 100,000 cut strings holds a page up for
 * longer than a frame; here they stay joined, and only those of the same hash are cut out.
 */
export function indexNames(
  names: string,
  offsets: Uint32Array,
  isLeftOut: Uint8Array,
): (name: string) => boolean {
  const count = isLeftOut.length
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, count)))
  // Row + 1 of the newest of a slot and, for each row, of the one before it; 0 ends.
  const newest = new Uint32Array(slots)
  const before = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) {
    if (isLeftOut[row] === 1) continue
    const slot = hash(names, offsets[row] ?? 0, offsets[row + 1] ?? 0) & (slots - 1)
    before[row] = newest[slot] ?? 0
    newest[slot] = row + 1
  }
  return (name) => {
    let next = newest[hash(name, 0, name.length) & (slots - 1)] ?? 0
    while (next !== 0) {
      const row = next - 1
      const start = offsets[row] ?? 0
      if ((offsets[row + 1] ?? 0) - start === name.length && names.startsWith(name, start)) return true
      next = before[row] ?? 0
    }
    return false
  }
}

/** FNV-1a over UTF-16 units, its high bits folded in. */
function hash(text: string, from: number, to: number): number {
  let sum = 0x811c9dc5
  for (let at = from; at < to; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum ^ (sum >>> 15)
}
