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
  /** One page of 50, newest first. */
  listAuditEvents: async (
    c: Context,
    a: { start: string; end: string; continuationToken: string | null },
    { signal }: Call,
  ) => {
    const { start, end, continuationToken } = a
    const query = { start, end, ...(continuationToken && { continuationToken }) }
    const { data, continuationToken: next } = await c.client.call('publicEventList', { query }, { signal })
    return { rows: data, next }
  },
}
