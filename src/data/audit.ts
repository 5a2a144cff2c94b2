import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

// What the Public API tells to the key of an organization.

export const auditMembersQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['audit', organizationId, 'members'],
    queryFn: ({ signal }) => session.call('listAuditMembers', null, { signal }),
  })

export const auditGroupsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['audit', organizationId, 'groups'],
    queryFn: ({ signal }) => session.call('listAuditGroups', null, { signal }),
  })

/** Membership ids of one group: the list of groups does not have them. */
export const auditGroupMembersQuery = (organizationId: string, groupId: string) =>
  queryOptions({
    queryKey: ['audit', organizationId, 'groups', groupId],
    queryFn: ({ signal }) => session.call('listAuditGroupMembers', { groupId }, { signal }),
  })

export const auditCollectionsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['audit', organizationId, 'collections'],
    queryFn: ({ signal }) => session.call('listAuditCollections', null, { signal }),
  })

export const auditPoliciesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['audit', organizationId, 'policies'],
    queryFn: ({ signal }) => session.call('listAuditPolicies', null, { signal }),
  })

const DAY = 24 * 60 * 60_000

/** The last days of the log, a page of 50 at a time. */
export const auditEventsQuery = (organizationId: string, now: number, days: number) =>
  infiniteQueryOptions({
    queryKey: ['audit', organizationId, 'events', days],
    queryFn: ({ pageParam, signal }) =>
      session.call(
        'listAuditEvents',
        {
          start: new Date(now - days * DAY).toISOString(),
          end: new Date(now + DAY).toISOString(),
          continuationToken: pageParam,
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
