import type { PolicyState, Saved } from '#/session/organization-types'
import type { Context } from './vault'

/** Types that were saved once, and one that the server makes up. */
export async function listOrganizationPolicies(
  context: Context,
  orgId: string,
  signal: AbortSignal,
): Promise<PolicyState[]> {
  const { data } = await context.client.call('policyList', { params: { orgId } }, { signal })
  return data.map(({ type, enabled, data: settings }) => ({ type, enabled, data: settings }))
}

/** By content: the server keeps keys in the order in which they were sent. */
function isSame(a: PolicyState, b: PolicyState): boolean {
  const text = ({ enabled, data }: PolicyState) =>
    JSON.stringify([enabled, Object.entries(data ?? {}).toSorted(([x], [y]) => (x < y ? -1 : 1))])
  return text(a) === text(b)
}

/** Reads the policy again and writes only over what the person has seen: it has no revision. */
export async function saveOrganizationPolicy(
  context: Context,
  orgId: string,
  base: PolicyState,
  wanted: PolicyState,
): Promise<Saved<PolicyState>> {
  const params = { orgId, type: String(wanted.type) }
  const { enabled, data } = await context.client.call('policyGet', { params })
  const now = { type: wanted.type, enabled, data }
  if (isSame(now, wanted)) return { outcome: 'unchanged' }
  if (!isSame(now, base)) return { outcome: 'conflict', now }
  const policy = { enabled: wanted.enabled, data: wanted.data }
  await context.client.call('policyPut', { params, body: { policy, metadata: null } })
  return { outcome: 'saved', others: 0 }
}
