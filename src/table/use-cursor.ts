import { useCallback, useState } from 'react'
import { entryMemory, rememberEntry } from './entry-memory'

export interface RowIdentity {
  rowCount: number
  idOf: (row: number) => string
  /** -1 where it is not among the rows. */
  rowOf: (id: string) => number
}

/**
 * The row under the cursor. It is remembered by what stands in it, so that it stays there when the list is read or
 * sorted anew, and is there again after Back. `rows` is to be the same as long as the rows are.
 */
export function useCursor(entryKey: string, rows: RowIdentity): [number, (row: number) => void] {
  const [at, setAt] = useState({ row: 0, id: entryMemory(entryKey).cursor })
  const set = useCallback(
    (row: number) => {
      const id = row < rows.rowCount ? rows.idOf(row) : null
      rememberEntry(entryKey, { cursor: id })
      setAt({ row, id })
    },
    [rows, entryKey],
  )
  return [placeOf(rows, at), set]
}

function placeOf(rows: RowIdentity, at: { row: number; id: string | null }): number {
  const nearest = Math.min(at.row, Math.max(0, rows.rowCount - 1))
  if (at.id === null || rows.rowCount === 0 || rows.idOf(nearest) === at.id) return nearest
  const found = rows.rowOf(at.id)
  return found === -1 ? nearest : found
}
