import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { firstRowsQuery, nameOrderQuery, secretListQuery } from '#/data/secrets'
import type { Term } from '#/domain/search'
import type { SecretColumns } from '#/session/secret-columns'
import type { RowFacts } from './row-test'
import { orderedRows, shownRows, type Direction, type SecretFilter, type SortColumn } from './list-view'

export interface ListWish {
  sort: SortColumn
  direction: Direction
  filter: SecretFilter
  terms: readonly Term[]
  facts: RowFacts
}

export interface SecretListView {
  /** Null until the first names are there. */
  columns: SecretColumns | null
  /** Rows of `columns`, filtered and in order. */
  rows: Uint32Array
  terms: readonly Term[]
  /** The first rows stand in the server's order while the rest is still coming. */
  isPartial: boolean
  opened: number
  of: number | null
  isSorting: boolean
  error: Error | null
  isFetching: boolean
  loadedAt: number
  retry: () => void
}

const nothing = new Uint32Array(0)

/** The list of an organization as it is wished for. A project's list is the same list, filtered: no other request. */
export function useSecretList(organizationId: string, wish: ListWish): SecretListView {
  const list = useQuery(secretListQuery(organizationId))
  const first = useQuery(firstRowsQuery(organizationId)).data
  const whole = list.data ?? null
  const columns = whole ?? first?.columns ?? null
  const isPartial = whole === null
  const { sort, direction, filter, terms, facts } = wish
  const byName = useQuery({
    ...nameOrderQuery(organizationId, whole, list.dataUpdatedAt),
    enabled: sort === 'name' && !isPartial,
  })
  const order = byName.data ?? null

  const ordered = useMemo(() => {
    if (!columns) return nothing
    if (isPartial) return Uint32Array.from({ length: columns.count }, (_, row) => row)
    return orderedRows(columns, sort, direction, order)
  }, [columns, isPartial, sort, direction, order])
  const rows = useMemo(
    () => (columns ? shownRows(columns, ordered, filter, terms, facts) : nothing),
    [columns, ordered, filter, terms, facts],
  )

  return {
    columns,
    rows,
    terms,
    isPartial,
    opened: first?.opened ?? 0,
    of: first?.of ?? null,
    isSorting: sort === 'name' && !isPartial && byName.isFetching,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void list.refetch(),
  }
}
