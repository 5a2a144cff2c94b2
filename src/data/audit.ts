import { queryOptions } from '@tanstack/react-query'
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
