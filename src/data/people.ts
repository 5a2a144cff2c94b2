import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'
import { machineListQuery } from './machine-accounts'

/** Names of members, for authors; null where this account may not list them. */
export function peopleQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['people', organizationId],
    queryFn: ({ signal }) => session.call('listPeople', { organizationId }, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** Names of the machine accounts that this account can read: of the one list, which may be older here. */
export const machineNamesQuery = (organizationId: string) =>
  queryOptions({ ...machineListQuery(organizationId), staleTime: 5 * 60_000 })
