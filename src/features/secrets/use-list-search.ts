import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAhead } from '#/table/use-ahead'
import { firstDirection, type Direction, type SecretFilter, type SortColumn } from './list-view'

export interface ListSearch {
  sort: SortColumn
  direction: Direction
  filter: SecretFilter
}

const names: readonly SortColumn[] = ['name', 'project', 'changed']
const isSortColumn = (id: string): id is SortColumn => (names as readonly string[]).includes(id)

/** What is to change, or that reckoned from the filter as it is by then: an earlier change may not be drawn yet. */
export type FilterChange = Partial<SecretFilter> | ((now: SecretFilter) => Partial<SecretFilter>)

interface Order {
  sort?: SortColumn | undefined
  dir?: Direction | undefined
}

type InUrl = { [K in keyof SecretFilter]?: SecretFilter[K] | undefined }

const filterOf = ({ project, access, is, age, changed }: InUrl): SecretFilter => ({
  project: project ?? null,
  access: access ?? null,
  is: is ?? null,
  age: age ?? null,
  changed: changed ?? null,
})

/**
 * Order and filters of a list, in the URL (operators and ids only, defaults left out). A change replaces the entry of
 * the history: Back leads to the page before, not through every order that was tried.
 */
export function useListSearch(
  from: '/open/orgs/$orgId/secrets' | '/open/orgs/$orgId/projects/$projectId',
): ListSearch & {
  setSort: (id: string, direction: Direction) => void
  setFilter: (change: FilterChange) => void
} {
  const [search, foresee] = useAhead<InUrl & Order>(useSearch({ from }))
  const navigate = useNavigate()
  const sort = search.sort ?? 'changed'
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true })
  return {
    sort,
    direction: search.dir ?? firstDirection[sort],
    filter: filterOf(search),
    setSort: (id, direction) => {
      if (!isSortColumn(id)) return
      change({
        sort: id === 'changed' ? undefined : id,
        dir: direction === firstDirection[id] ? undefined : direction,
      })
    },
    setFilter: (wanted) => {
      const changed = <S extends InUrl>(old: S): S => {
        const next: Record<string, string | undefined> = {}
        const changes = typeof wanted === 'function' ? wanted(filterOf(old)) : wanted
        for (const [key, value] of Object.entries(changes)) next[key] = value ?? undefined
        return { ...old, ...next }
      }
      foresee(changed, navigate({ to: '.', search: changed, replace: true }))
    },
  }
}
