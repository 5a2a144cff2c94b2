import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { PolicyTarget, SavePolicies } from '#/session/access-types'
import { session } from '#/session/session'

const KEPT = 5 * 60_000

const accessKeys = {
  all: (organizationId: string) => ['access', organizationId] as const,
  directory: (organizationId: string) => ['access', organizationId, 'directory'] as const,
  grantable: (organizationId: string) => ['access', organizationId, 'grantable'] as const,
  group: (organizationId: string, id: string) => ['access', organizationId, 'group', id] as const,
  policies: (organizationId: string, { kind, id }: PolicyTarget) =>
    ['access', organizationId, 'policies', kind, id] as const,
}

/** People, groups and machine accounts by name, as the server offers them. */
export function directoryQuery(organizationId: string) {
  return queryOptions({
    queryKey: accessKeys.directory(organizationId),
    queryFn: ({ signal }) => session.call('listDirectory', { organizationId }, { signal }),
    staleTime: KEPT,
  })
}

/** Ids of projects that this account may grant to a machine account. */
export function grantableProjectsQuery(organizationId: string) {
  return queryOptions({
    queryKey: accessKeys.grantable(organizationId),
    queryFn: ({ signal }) => session.call('listGrantableProjects', { organizationId }, { signal }),
    staleTime: KEPT,
  })
}

/** Membership ids; null where this account may not know. */
export function groupMembersQuery(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: accessKeys.group(organizationId, groupId),
    queryFn: ({ signal }) => session.call('listGroupMembers', { organizationId, groupId }, { signal }),
    staleTime: KEPT,
  })
}

/** The grants of one object; reading them is recorded nowhere. */
export function policiesQuery(organizationId: string, target: PolicyTarget) {
  return queryOptions({
    queryKey: accessKeys.policies(organizationId, target),
    queryFn: ({ signal }) => session.call('readPolicies', { organizationId, target }, { signal }),
    staleTime: KEPT,
    gcTime: 2 * KEPT,
  })
}

/** Writes a whole list of grants; one's own rights may go with it, so the lists are asked for anew. */
export function savePolicies(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (request: Omit<SavePolicies, 'organizationId'>) =>
      session.call('savePolicies', { organizationId, ...request }),
    onSuccess: async () => {
      await Promise.all(
        [['access'], ['projects'], ['machines'], ['counts'], ['secrets', organizationId, 'list']].map((key) =>
          client.invalidateQueries({ queryKey: key.length === 1 ? [...key, organizationId] : key }),
        ),
      )
    },
  })
}
