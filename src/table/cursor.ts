/** Where a key moves the cursor; null for keys that do not move it. `page` is the number of rows in view. */
export function movedCursor(key: string, cursor: number, rowCount: number, page: number): number | null {
  if (rowCount === 0) return null
  const to = target(key, cursor, rowCount, Math.max(1, page - 1))
  return to === null ? null : Math.min(rowCount - 1, Math.max(0, to))
}

function target(key: string, cursor: number, rowCount: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return cursor + 1
    case 'ArrowUp':
    case 'k':
      return cursor - 1
    case 'Home':
      return 0
    case 'End':
      return rowCount - 1
    case 'PageDown':
      return cursor + page
    case 'PageUp':
      return cursor - page
    default:
      return null
  }
}
