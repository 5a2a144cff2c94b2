import { useNavigate, useSearch } from '@tanstack/react-router'
import { firstDirection, type Direction, type SecretFilter, type SortColumn } from './list-view'

export interface ListSearch {
  sort: SortColumn
  direction: Direction
  filter: SecretFilter
}

const names: readonly SortColumn[] = ['name', 'project', 'changed']
const isSortColumn = (id: string): id is SortColumn => (names as readonly string[]).includes(id)

/**
 * Order and filters of a list, in the URL (operators and ids only, defaults left out). A change replaces the entry of
 * the history: Back leads to the page before, not through every order that was tried.
 */
export function useListSearch(
  from: '/open/orgs/$orgId/secrets' | '/open/orgs/$orgId/projects/$projectId',
): ListSearch & {
  setSort: (id: string, direction: Direction) => void
  setFilter: (change: Partial<SecretFilter>) => void
} {
  const search = useSearch({ from })
  const navigate = useNavigate()
  const sort = search.sort ?? 'changed'
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true })
  return {
    sort,
    direction: search.dir ?? firstDirection[sort],
    filter: {
      project: search.project ?? null,
      access: search.access ?? null,
      is: search.is ?? null,
      age: search.age ?? null,
      changed: search.changed ?? null,
    },
    setSort: (id, direction) => {
      if (!isSortColumn(id)) return
      change({
        sort: id === 'changed' ? undefined : id,
        dir: direction === firstDirection[id] ? undefined : direction,
      })
    },
    setFilter: (wanted) => {
      const next: Record<string, string | undefined> = {}
      for (const [key, value] of Object.entries(wanted)) next[key] = value ?? undefined
      change(next)
    },
  }
}
