import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { memberGroupsQuery, memberListQuery, membershipQuery } from '#/data/members'
import { compareNames } from '#/domain/sort'
import { countMembers } from './member-order'
import { memberRows } from './member-row'

/** All members with the names of their groups, and the viewer's own membership. */
export function useMembers(orgId: string) {
  const list = useQuery(memberListQuery(orgId))
  const groups = useQuery(memberGroupsQuery(orgId))
  const own = useQuery(membershipQuery(orgId))
  const names = useMemo(
    () => (groups.data ? new Map(groups.data.map(({ id, name }) => [id, name])) : null),
    [groups.data],
  )
  const rows = useMemo(() => (list.data ? memberRows(list.data, names) : null), [list.data, names])
  const counts = useMemo(() => (rows ? countMembers(rows) : null), [rows])
  const groupOptions = useMemo(
    () => (groups.data ?? []).toSorted((a, b) => compareNames(a.name, b.name)),
    [groups.data],
  )
  return {
    rows,
    counts,
    groups: groupOptions,
    own: own.data ?? null,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void list.refetch(),
  }
}

export type MemberList = ReturnType<typeof useMembers>
