import { KEYS, type KeyId } from '#/ui/keys'

interface CursorMove {
  id: KeyId
  to: (cursor: number, last: number, page: number) => number
}

/** What each key that moves the cursor does. */
export const cursorMoves: readonly CursorMove[] = [
  { id: 'nextRow', to: (cursor) => cursor + 1 },
  { id: 'rowBefore', to: (cursor) => cursor - 1 },
  { id: 'firstRow', to: () => 0 },
  { id: 'lastRow', to: (_, last) => last },
  { id: 'pageDown', to: (cursor, _, page) => cursor + page },
  { id: 'pageUp', to: (cursor, _, page) => cursor - page },
]

/** Where a key moves the cursor; null for keys that do not move it. `page` is the number of rows in view. */
export function movedCursor(key: string, cursor: number, rowCount: number, page: number): number | null {
  const move = cursorMoves.find((m) => KEYS[m.id].keys.includes(key))
  if (!move || rowCount === 0) return null
  const last = rowCount - 1
  return Math.min(last, Math.max(0, move.to(cursor, last, Math.max(1, page - 1))))
}
