import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { SavedView } from '#/session/saved-view'
import { session } from '#/session/session'

const viewsKey = (organizationId: string) => ['views', organizationId] as const

/** Saved views of the list of secrets: opened in the worker, from this browser. No request. */
export function viewsQuery(organizationId: string) {
  return queryOptions({
    queryKey: viewsKey(organizationId),
    queryFn: () => session.call('listViews', { organizationId }),
    // Another tab may have changed them.
    staleTime: 0,
    retry: false,
  })
}

/** Changes what is kept now, not what this page last saw. */
export function changeViews(client: QueryClient, organizationId: string) {
  return mutationOptions({
    gcTime: 0,
    mutationFn: async (change: (views: SavedView[]) => SavedView[]) => {
      const views = await session.call('listViews', { organizationId })
      await session.call('saveViews', { organizationId, views: change(views) })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: viewsKey(organizationId) }),
  })
}
