import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { CollectionRights } from '#/session/organization-types'
import { session } from '#/session/session'

export function collectionListQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['collections', organizationId, 'list'],
    queryFn: ({ signal }) => session.call('listCollections', { organizationId }, { signal }),
  })
}

async function refresh(client: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    ['collections', 'groups', 'members'].map((noun) =>
      client.invalidateQueries({ queryKey: [noun, organizationId] }),
    ),
  )
}

export function createCollection(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (collection: CollectionRights & { name: string }) =>
      session.call('createCollection', { organizationId, collection }),
    onSuccess: () => refresh(client, organizationId),
  })
}

export function renameCollection(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (change: { id: string; name: string }) =>
      session.call('renameCollection', { organizationId, ...change }),
    onSuccess: () => refresh(client, organizationId),
  })
}

export function saveCollectionRights(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (change: { id: string; base: CollectionRights; wanted: CollectionRights }) =>
      session.call('saveCollectionRights', { organizationId, ...change }),
    onSuccess: () => refresh(client, organizationId),
  })
}

export function deleteCollection(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (id: string) => session.call('deleteCollection', { organizationId, id }),
    // Not awaited: the sheet of the collection has to be left before the list says that it is gone.
    onSuccess: () => void refresh(client, organizationId),
  })
}
