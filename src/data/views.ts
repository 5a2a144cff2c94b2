import {
  mutationOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { SavedView, ViewPage } from '#/session/saved-view'
import { session } from '#/session/session'

const viewsKey = (organizationId: string) => ['views', organizationId] as const

/** Saved views of all lists: opened in the worker, from this browser. No request. */
function viewsQuery(organizationId: string) {
  return queryOptions({
    queryKey: viewsKey(organizationId),
    queryFn: () => session.call('listViews', { organizationId }),
    // Another tab may have changed them.
    staleTime: 0,
    retry: false,
  })
}

/** Changes what is kept now, not what this page last saw. */
function changeViews(client: QueryClient, organizationId: string) {
  return mutationOptions({
    gcTime: 0,
    mutationFn: async (change: (views: SavedView[]) => SavedView[]) => {
      const views = await session.call('listViews', { organizationId })
      await session.call('saveViews', { organizationId, views: change(views) })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: viewsKey(organizationId) }),
  })
}

const pageOf = ({ page = 'secrets' }: SavedView): ViewPage => page

/** Views of one list, and what can be done with them. */
export function useSavedViews(organizationId: string, page: ViewPage) {
  const all = useQuery(viewsQuery(organizationId))
  const change = useMutation(changeViews(useQueryClient(), organizationId))
  return {
    views: all.data?.filter((view) => pageOf(view) === page) ?? null,
    error: change.error ?? all.error,
    isSaving: change.isPending,
    add: (view: Pick<SavedView, 'name' | 'text' | 'search'>) =>
      change.mutateAsync((old) => [...old, { ...view, id: crypto.randomUUID(), page }]),
    rename: (id: string, name: string) =>
      change.mutate((old) => old.map((each) => (each.id === id ? { ...each, name } : each))),
    remove: (id: string) => change.mutate((old) => old.filter((each) => each.id !== id)),
  }
}
