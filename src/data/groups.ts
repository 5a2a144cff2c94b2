import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { GroupState } from '#/session/organization-types'
import { session } from '#/session/session'

/** Names of all members; groups and second factors where this account may know them. */
export function rosterQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['members', organizationId, 'roster'],
    queryFn: ({ signal }) => session.call('listRoster', { organizationId }, { signal }),
  })
}

export function groupListQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['groups', organizationId, 'list'],
    queryFn: ({ signal }) => session.call('listGroups', { organizationId }, { signal }),
  })
}

/** Who is in a group changes what people reach, and what collections show. */
async function refreshGroups(client: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    ['groups', 'members', 'collections', 'access'].map((noun) =>
      client.invalidateQueries({ queryKey: [noun, organizationId] }),
    ),
  )
}

export function createGroup(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (group: GroupState) => session.call('createGroup', { organizationId, group }),
    onSuccess: () => refreshGroups(client, organizationId),
  })
}

export function saveGroup(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (change: { id: string; base: GroupState; wanted: GroupState }) =>
      session.call('saveGroup', { organizationId, ...change }),
    onSuccess: () => refreshGroups(client, organizationId),
  })
}

export function deleteGroup(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (id: string) => session.call('deleteGroup', { organizationId, id }),
    // Not awaited: the sheet of the group has to be left before the list says that it is gone.
    onSuccess: () => void refreshGroups(client, organizationId),
  })
}
