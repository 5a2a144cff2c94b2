import type { RowIdentity } from './use-cursor'

/** Which rows are selected, by id, so that it stands through sorting, filtering and reading anew. */
export interface Selection {
  ids: ReadonlySet<string>
  /** Where a range begins: the row that was toggled last. */
  anchor: string | null
  /** What was selected when the anchor was set: a range that is drawn anew gives back the rest. */
  base: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

export const noSelection: Selection = { ids: none, anchor: null, base: none }

/** One row more, or less. */
export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: id, base: ids }
}

/** One row more, from which a range is drawn. */
export function begun(selection: Selection, id: string): Selection {
  return { ids: new Set([...selection.ids, id]), anchor: id, base: selection.ids }
}

/** All rows from the anchor to `row`, besides what was selected before; from `row` alone where there is no anchor. */
export function extended(selection: Selection, rows: RowIdentity, row: number): Selection {
  const found = selection.anchor === null ? -1 : rows.rowOf(selection.anchor)
  const from = found === -1 ? row : found
  const base = found === -1 ? selection.ids : selection.base
  const ids = new Set(base)
  for (let i = Math.min(from, row); i <= Math.max(from, row); i += 1) ids.add(rows.idOf(i))
  return { ids, anchor: rows.idOf(from), base }
}

/** All that match, besides what is selected and not shown. */
export function withAll(selection: Selection, rows: RowIdentity): Selection {
  const ids = new Set(selection.ids)
  for (let row = 0; row < rows.rowCount; row += 1) ids.add(rows.idOf(row))
  return { ids, anchor: null, base: ids }
}

/** What is left when objects are gone; the same selection where none of it is. */
export function remaining(selection: Selection, exists: (id: string) => boolean): Selection {
  const ids = [...selection.ids].filter(exists)
  if (ids.length === selection.ids.size) return selection
  const left = new Set(ids)
  return { ids: left, anchor: null, base: left }
}

/**
 * How the rows that are shown stand to the selection; a row without an id is none to select. `hidden`: selected rows
 * that are not among them.
 */
export function shareOf(
  { ids }: Selection,
  rows: RowIdentity,
): { share: 'none' | 'some' | 'all'; hidden: number } {
  let shown = 0
  let others = 0
  // By rows, not by ids: finding the row of an id is a search through all of them.
  for (let row = 0; ids.size > 0 && row < rows.rowCount; row += 1) {
    const id = rows.idOf(row)
    if (ids.has(id)) shown += 1
    else if (id !== '') others += 1
  }
  const share = shown === 0 ? 'none' : others === 0 ? 'all' : 'some'
  return { share, hidden: ids.size - shown }
}
