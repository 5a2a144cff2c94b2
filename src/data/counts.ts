import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

/** Counts in the rail: what this account can read. */
export function organizationCountsQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['counts', organizationId],
    queryFn: ({ signal }) => session.call('countOrganization', { organizationId }, { signal }),
  })
}
