import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TrashOrder } from './use-trash'

/** Order and filter, in the URL; what goes first stands on top and is left out. A change replaces the entry of the history. */
export function useTrashSearch() {
  const { sort, dir, is } = useSearch({ from: '/open/orgs/$orgId/trash' })
  const navigate = useNavigate({ from: '/orgs/$orgId/trash' })
  const order: TrashOrder = { id: sort ?? 'left', direction: dir ?? 'asc' }
  const change = (next: object) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true })
  return {
    order,
    isSoon: is === 'soon',
    setOrder: ({ id, direction }: { id: string; direction: 'asc' | 'desc' }) =>
      change({
        sort: id === 'name' || id === 'project' ? id : undefined,
        dir: direction === 'desc' ? direction : undefined,
      }),
    setSoon: (isOn: boolean) => change({ is: isOn ? 'soon' : undefined }),
  }
}
