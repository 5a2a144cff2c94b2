export interface CursorMove {
  keys: readonly string[]
  /** As drawn on caps. */
  caps: readonly string[]
  label: string
  to: (cursor: number, last: number, page: number) => number
}

/** Every key that moves the cursor: the grid binds them by this table, the sheet of keys lists it. */
export const cursorMoves: readonly CursorMove[] = [
  { keys: ['j', 'ArrowDown'], caps: ['j', '↓'], label: 'Next row', to: (cursor) => cursor + 1 },
  { keys: ['k', 'ArrowUp'], caps: ['k', '↑'], label: 'Row before', to: (cursor) => cursor - 1 },
  { keys: ['Home'], caps: ['Home'], label: 'First row', to: () => 0 },
  { keys: ['End'], caps: ['End'], label: 'Last row', to: (_, last) => last },
  { keys: ['PageDown'], caps: ['Page down'], label: 'A page down', to: (cursor, _, page) => cursor + page },
  { keys: ['PageUp'], caps: ['Page up'], label: 'A page up', to: (cursor, _, page) => cursor - page },
]

/** Where a key moves the cursor; null for keys that do not move it. `page` is the number of rows in view. */
export function movedCursor(key: string, cursor: number, rowCount: number, page: number): number | null {
  const move = cursorMoves.find((m) => m.keys.includes(key))
  if (!move || rowCount === 0) return null
  const last = rowCount - 1
  return Math.min(last, Math.max(0, move.to(cursor, last, Math.max(1, page - 1))))
}
