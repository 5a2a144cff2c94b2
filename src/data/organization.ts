import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { CollectionRules } from '#/session/organization-types'
import { session } from '#/session/session'

/** What only owners are told; null for others. */
export function organizationFactsQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['organization', organizationId, 'facts'],
    queryFn: ({ signal }) => session.call('loadOrganizationFacts', { organizationId }, { signal }),
  })
}

/** The rules stand in the profile too, by which rights are judged. */
const refresh = (client: QueryClient, organizationId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['organization', organizationId] }),
    client.invalidateQueries({ queryKey: ['collections', organizationId] }),
    session.call('reloadProfile', null),
  ])

export function changeCollectionRules(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (rules: CollectionRules) => session.call('changeCollectionRules', { organizationId, rules }),
    onSuccess: () => refresh(client, organizationId),
  })
}
