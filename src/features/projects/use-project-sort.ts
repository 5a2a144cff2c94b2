import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ProjectSort } from './project-order'

const firstDirection = { name: 'asc', access: 'asc', secrets: 'desc', changed: 'desc' } as const

/** Order of the list, in the URL; by name it is left out. A change replaces the entry of the history. */
export function useProjectSort() {
  const search = useSearch({ from: '/open/orgs/$orgId/projects' })
  const navigate = useNavigate({ from: '/orgs/$orgId/projects' })
  const sort = search.sort ?? 'name'
  return {
    sort,
    direction: search.dir ?? firstDirection[sort],
    setSort: (id: string, direction: 'asc' | 'desc') => {
      const wanted = (Object.keys(firstDirection) as ProjectSort[]).find((name) => name === id)
      if (!wanted) return
      void navigate({
        to: '.',
        search: {
          sort: wanted === 'name' ? undefined : wanted,
          dir: direction === firstDirection[wanted] ? undefined : direction,
        },
        replace: true,
      })
    },
  }
}
