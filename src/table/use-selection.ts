import { useCallback, useMemo, useState } from 'react'
import { begun, extended, noSelection, remaining, shareOf, toggled, withAll } from './selection'
import type { RowIdentity } from './use-cursor'

/** `range`: from where the last one began, or the row toggled last. */
export type SelectHow = 'toggle' | 'begin' | 'range'

/** What the grid draws and asks of a selection. */
export interface GridSelection {
  /** Null for a row that cannot be selected: it has no id. */
  isSelected: (row: number) => boolean | null
  /** Of the rows that are shown. */
  share: 'none' | 'some' | 'all'
  /** All selected, shown or not. */
  count: number
  /** The same from render to render, as long as the rows are. */
  onSelect: (row: number, how: SelectHow) => void
  onAll: () => void
  onNone: () => void
}

export interface RowSelection extends GridSelection {
  ids: ReadonlySet<string>
  /** Selected rows that are not shown now. */
  hidden: number
}

/**
 * The selection of a list. `exists` tells of an id whether its object is still there, shown or not: what was deleted
 * meanwhile is not selected any more.
 */
export function useSelection(rows: RowIdentity, exists: (id: string) => boolean): RowSelection {
  const [chosen, setChosen] = useState(noSelection)
  const selection = useMemo(() => remaining(chosen, exists), [chosen, exists])
  const { share, hidden } = useMemo(() => shareOf(selection, rows), [selection, rows])
  const onSelect = useCallback(
    (row: number, how: SelectHow) =>
      setChosen((old) => {
        if (how === 'range') return extended(old, rows, row)
        return (how === 'begin' ? begun : toggled)(old, rows.idOf(row))
      }),
    [rows],
  )
  return {
    ids: selection.ids,
    hidden,
    share,
    isSelected: (row) => (rows.idOf(row) === '' ? null : selection.ids.has(rows.idOf(row))),
    count: selection.ids.size,
    onSelect,
    onAll: useCallback(() => setChosen((old) => withAll(old, rows)), [rows]),
    onNone: useCallback(() => setChosen(noSelection), []),
  }
}
