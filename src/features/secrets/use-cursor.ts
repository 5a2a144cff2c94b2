import { useCallback, useState } from 'react'
import { entryMemory, rememberEntry } from '#/data/entry-memory'
import { rowOfSecret, secretId } from '#/session/secret-columns'
import type { SecretListView } from './use-secret-list'

/**
 * The row under the cursor. It is remembered by the secret's id, so that it stays on its secret when the list is
 * read or sorted anew, and is there again after Back.
 */
export function useCursor(entryKey: string, view: SecretListView): [number, (row: number) => void] {
  const { columns, rows } = view
  const [at, setAt] = useState({ row: 0, id: entryMemory(entryKey).cursor })
  const set = useCallback(
    (row: number) => {
      const id = columns ? secretId(columns, rows[row] ?? 0) : null
      rememberEntry(entryKey, { cursor: id })
      setAt({ row, id })
    },
    [columns, rows, entryKey],
  )
  return [placeOf(view, at), set]
}

function placeOf({ columns, rows }: SecretListView, at: { row: number; id: string | null }): number {
  const last = Math.max(0, rows.length - 1)
  if (!columns || at.id === null) return Math.min(at.row, last)
  const there = rows[at.row]
  if (there !== undefined && secretId(columns, there) === at.id) return at.row
  const row = rowOfSecret(columns, at.id)
  const found = row === -1 ? -1 : rows.indexOf(row)
  return found === -1 ? Math.min(at.row, last) : found
}
