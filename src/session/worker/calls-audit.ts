import type { Call } from './call'
import type { Context } from './vault'

/** What the Public API tells to the key of an organization. Reading leaves no event. */
export const auditCalls = {
  listAuditMembers: async (c: Context, _: null, { signal }: Call) =>
    (await c.client.call('publicMemberList', {}, { signal })).data,
  listAuditGroups: async (c: Context, _: null, { signal }: Call) =>
    (await c.client.call('publicGroupList', {}, { signal })).data,
  /** Membership ids. */
  listAuditGroupMembers: (c: Context, a: { groupId: string }, { signal }: Call) =>
    c.client.call('publicGroupMemberList', { params: { id: a.groupId } }, { signal }),
  listAuditCollections: async (c: Context, _: null, { signal }: Call) =>
    (await c.client.call('publicCollectionList', {}, { signal })).data,
  listAuditPolicies: async (c: Context, _: null, { signal }: Call) =>
    (await c.client.call('publicPolicyList', {}, { signal })).data,
}
