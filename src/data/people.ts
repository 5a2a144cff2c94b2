import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

/** Names of members, for authors; null where this account may not list them. */
export function peopleQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['people', organizationId],
    queryFn: ({ signal }) => session.call('listPeople', { organizationId }, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** Names of the machine accounts that this account can read. */
export function machineNamesQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['machines', organizationId],
    queryFn: ({ signal }) => session.call('listMachines', { organizationId }, { signal }),
    staleTime: 5 * 60_000,
  })
}
