import { useRef, type KeyboardEvent } from 'react'
import { useActiveKeys } from '#/ui/active-keys'
import { isKey, type KeyId } from '#/ui/keys'
import { cursorMoves, movedCursor } from './cursor'
import type { GridSelection } from './use-selection'

/** A single key on the row under the cursor. */
export interface RowKey {
  id: KeyId
  run: (row: number) => void
}

interface Keyboard {
  cursor: number
  onCursor: (row: number) => void
  onOpen: (row: number) => void
  rowKeys?: readonly RowKey[]
  hasSingleKeys: boolean
  selection?: GridSelection
}

const moveKeys: readonly KeyId[] = [...cursorMoves.map(({ id }) => id), 'openRow']
const selectionKeys: readonly KeyId[] = ['selectRow', 'selectRange', 'selectAll', 'selectNone']

/** The grid's keys, taken only while the grid itself has the focus. `page` is the number of rows in view. */
export function useGridKeyboard(
  grid: Keyboard,
  rowCount: number,
  page: number,
): (event: KeyboardEvent) => void {
  const { selection, cursor } = grid
  // A range goes on only from one Shift key to the next; else it begins anew at the cursor.
  const isRange = useRef(false)
  useActiveKeys([
    ...moveKeys,
    ...(selection ? selectionKeys : []),
    ...(grid.rowKeys ?? []).map(({ id }) => id),
  ])

  function takes(event: KeyboardEvent): boolean {
    if (!event.shiftKey) isRange.current = false
    if (event.ctrlKey || event.metaKey) return isKey('selectAll', event) && act(selection?.onAll)
    if (event.key.length === 1 && event.key !== ' ' && !grid.hasSingleKeys) return false
    if (isKey('selectNone', event)) return Boolean(selection?.count) && act(selection?.onNone)
    if (rowCount === 0) return false
    return moves(event) || actsOnRow(event)
  }

  function moves({ key, shiftKey }: KeyboardEvent): boolean {
    const to = movedCursor(key, cursor, rowCount, page)
    if (to === null) return false
    if (shiftKey && selection) {
      if (!isRange.current) selection.onSelect(cursor, 'begin')
      isRange.current = true
      selection.onSelect(to, 'range')
    }
    grid.onCursor(to)
    return true
  }

  function actsOnRow(event: KeyboardEvent): boolean {
    if (isKey('openRow', event)) return act(() => grid.onOpen(cursor))
    if (isKey('selectRow', event)) return act(selection && (() => selection.onSelect(cursor, 'toggle')))
    const own = grid.rowKeys?.find(({ id }) => isKey(id, event))
    return act(own && (() => own.run(cursor)))
  }

  return (event) => {
    if (event.target !== event.currentTarget || event.altKey || !takes(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Does it where there is something to do, and tells whether there was. */
function act(run: (() => void) | undefined): boolean {
  run?.()
  return run !== undefined
}
