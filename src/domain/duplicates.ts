/**
 * Marks rows (1) whose name another row has too, exactly. Names that cannot be read (null) are never duplicates:
 * nothing is known of them.
 */
export function duplicateNames(count: number, nameOf: (row: number) => string | null): Uint8Array {
  const first = new Map<string, number>()
  const marks = new Uint8Array(count)
  for (let row = 0; row < count; row += 1) {
    const name = nameOf(row)
    if (name === null) continue
    const other = first.get(name)
    if (other === undefined) first.set(name, row)
    else {
      marks[other] = 1
      marks[row] = 1
    }
  }
  return marks
}
