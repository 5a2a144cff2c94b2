import { useNavigate, useSearch } from '@tanstack/react-router'
import type { MachineNarrowing, MachineSort } from './machine-order'

const firstDirection = { expiry: 'asc', name: 'asc', secrets: 'desc', seen: 'desc' } as const

/** Order and narrowing of the list, in the URL; by the next end, without any, is left out. */
export function useMachineView() {
  const search = useSearch({ from: '/open/orgs/$orgId/machine-accounts' })
  const navigate = useNavigate({ from: '/orgs/$orgId/machine-accounts' })
  const sort = search.sort ?? 'expiry'
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true })
  return {
    sort,
    direction: search.dir ?? firstDirection[sort],
    is: search.is,
    project: search.project,
    setSort: (id: string, direction: 'asc' | 'desc') => {
      const wanted = (Object.keys(firstDirection) as MachineSort[]).find((name) => name === id)
      if (!wanted) return
      change({
        sort: wanted === 'expiry' ? undefined : wanted,
        dir: direction === firstDirection[wanted] ? undefined : direction,
      })
    },
    setIs: (is: MachineNarrowing | undefined) => change({ is }),
    setProject: (project: string | undefined) => change({ project }),
    clear: () => change({ is: undefined, project: undefined }),
  }
}

export type MachineListView = ReturnType<typeof useMachineView>
