import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trashQuery } from '#/data/trash'
import { foldName, parseTerms, type Term } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import { trashDaysLeft } from '#/domain/trash'
import { useOpenSession } from '#/session/use-session'
import { useNow } from '#/ui/use-now'

export interface Trashed {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
  /** Where it goes back to; null: to none. */
  project: { id: string; name: string | null } | null
  deleted: number
  daysLeft: number
}

/** Days in which something goes soon. */
export const SOON = 7

export type TrashSort = 'name' | 'project' | 'left'

export interface TrashOrder {
  id: TrashSort
  direction: 'asc' | 'desc'
}

/** The trash as it is wished for; days by the server's clock, as far as it is known. */
export function useTrash(
  orgId: string,
  isOpen: boolean,
  text: string,
  { order, isSoon }: { order: TrashOrder; isSoon: boolean },
) {
  const list = useQuery({ ...trashQuery(orgId), enabled: isOpen })
  const skew = useOpenSession()?.server.clockSkew ?? 0
  const now = useNow() - skew
  const day = Math.floor(now / 60_000)
  const all = useMemo(
    () =>
      list.data?.map((row): Trashed => ({
        id: row.id,
        name: row.name.ok ? row.name.text : null,
        project: row.project && {
          id: row.project.id,
          name: row.project.name.ok ? row.project.name.text : null,
        },
        deleted: row.deleted,
        daysLeft: trashDaysLeft(row.deleted, day * 60_000),
      })) ?? null,
    [list.data, day],
  )
  const { id, direction } = order
  const terms = useMemo(() => parseTerms(text), [text])
  const rows = useMemo(
    () =>
      (all ?? [])
        .filter((row) => matches(row, terms) && (!isSoon || row.daysLeft <= SOON))
        .toSorted(comparing({ id, direction })),
    [all, terms, id, direction, isSoon],
  )
  return {
    all,
    rows,
    terms,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void list.refetch(),
  }
}

export type TrashList = ReturnType<typeof useTrash>

/** A name that cannot be tested stays in every result. */
function matches({ id, name }: Trashed, terms: readonly Term[]): boolean {
  if (name === null) return true
  const folded = foldName(name)
  return terms.every(({ text, isExcluded }) => (folded.includes(text) || id.startsWith(text)) !== isExcluded)
}

function comparing({ id, direction }: TrashOrder) {
  const sign = direction === 'asc' ? 1 : -1
  return (a: Trashed, b: Trashed): number => {
    if (id === 'left') return sign * (a.deleted - b.deleted) || nulls(a.name, b.name, 1)
    if (id === 'project') return nulls(a.project?.name, b.project?.name, sign) || nulls(a.name, b.name, 1)
    return nulls(a.name, b.name, sign)
  }
}

/** What is not known stands last, in either direction. */
function nulls(a: string | null | undefined, b: string | null | undefined, sign: number): number {
  const [first, second] = [a ?? null, b ?? null]
  if (first === null || second === null) return Number(first === null) - Number(second === null)
  return sign * compareNames(first, second)
}
