import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { PolicyState } from '#/session/organization-types'
import { session } from '#/session/session'

export function policyListQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['policies', organizationId, 'list'],
    queryFn: ({ signal }) => session.call('listOrganizationPolicies', { organizationId }, { signal }),
  })
}

/** Turning one on may revoke members. */
export function savePolicy(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (change: { base: PolicyState; wanted: PolicyState }) =>
      session.call('saveOrganizationPolicy', { organizationId, ...change }),
    onSuccess: () =>
      Promise.all(
        ['policies', 'members', 'access'].map((noun) =>
          client.invalidateQueries({ queryKey: [noun, organizationId] }),
        ),
      ),
  })
}
