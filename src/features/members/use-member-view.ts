import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MemberFilter, MemberSort } from './member-order'

const firstDirection = { name: 'asc', role: 'asc', since: 'desc' } as const

/** Status, filters and order, in the URL; what is searched for stays in memory. */
export function useMemberView() {
  const search = useSearch({ from: '/open/orgs/$orgId/members' })
  const navigate = useNavigate({ from: '/orgs/$orgId/members' })
  // The same from render to render: what is typed shall not draw tabs and filters anew.
  return useMemo(() => {
    const sort = search.sort ?? 'name'
    const change = (next: Partial<typeof search>) =>
      void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true })
    const filter: MemberFilter = {
      status: search.status,
      role: search.role,
      group: search.group,
      sm: search.sm,
      is: search.is,
    }
    return {
      ...filter,
      sort,
      direction: search.dir ?? firstDirection[sort],
      isNarrowed: Boolean(search.role ?? search.group ?? search.sm ?? search.is),
      search,
      change,
      setSort: (id: string, direction: 'asc' | 'desc') => {
        const wanted = (Object.keys(firstDirection) as MemberSort[]).find((name) => name === id)
        if (!wanted) return
        change({
          sort: wanted === 'name' ? undefined : wanted,
          dir: direction === firstDirection[wanted] ? undefined : direction,
        })
      },
      clear: () => change({ role: undefined, group: undefined, sm: undefined, is: undefined }),
    }
  }, [search, navigate])
}

export type MemberListView = ReturnType<typeof useMemberView>
