import type { Profile } from '#/api/contract'
import { generatorRule } from '#/domain/generator-rule'
import { timeoutAction, timeoutMinutes } from '#/domain/session-policy'
import type { OrganizationView, Role, TimeoutPolicy } from '#/session/protocol'
import type { Context, Vault } from './vault'

const ROLES: Record<number, Role> = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' }
const CONFIRMED = 2
const TIMEOUT_POLICY = 9
const GENERATOR_POLICY = 2

export async function loadProfile(context: Context): Promise<Profile> {
  const profile = await context.client.call('accountsProfile', {})
  context.vault.profile = profile
  return profile
}

/** The organizations of the profile, as facts that rights are judged by. */
export function organizationViews({
  profile,
  generatorRules,
}: {
  profile: Profile
  generatorRules: Vault['generatorRules']
}): OrganizationView[] {
  return profile.organizations.map((o) => {
    const role = ROLES[o.type] ?? 'user'
    const rule = generatorRules.get(o.id)
    const mayReadLog =
      role === 'owner' || role === 'admin' || (role === 'custom' && o.permissions.accessEventLogs)
    return {
      id: o.id,
      name: o.name,
      role,
      enabled: o.enabled,
      confirmed: o.status === CONFIRMED,
      useSecretsManager: o.useSecretsManager,
      accessSecretsManager: o.accessSecretsManager,
      useEvents: o.useEvents,
      hasEventRight: mayReadLog,
      canReadEvents: o.useEvents && mayReadLog,
      useApi: o.useApi,
      useGroups: o.useGroups,
      usePolicies: o.usePolicies,
      permissions:
        role === 'custom'
          ? Object.entries(o.permissions).flatMap(([name, isOn]) => (isOn ? [name] : []))
          : [],
      adminsHaveAllCollections: o.allowAdminAccessToAllCollectionItems ?? false,
      limitsCollectionCreation: o.limitCollectionCreation ?? false,
      limitsCollectionDeletion: o.limitCollectionDeletion ?? false,
      memberId: o.organizationUserId,
      ...(rule && { generatorRule: rule }),
    }
  })
}

/**
 * Policies on timeouts and generated passwords reach ordinary members only through sync, which brings the whole vault;
 * it is asked once, after the first page, and only where an organization uses policies.
 */
export async function loadTimeouts(context: Context): Promise<void> {
  const { profile } = context.vault
  if (context.vault.hasTimeouts || !profile?.organizations.some((o) => o.usePolicies)) return
  const sync = await context.client.call('accountsSync', { query: { excludeDomains: true } })
  context.vault.hasTimeouts = true
  context.vault.timeouts = (sync.policies ?? []).flatMap((policy) => {
    const isOn = policy.enabled && policy.type === TIMEOUT_POLICY
    const minutes = isOn ? timeoutMinutes(policy.data ?? null) : null
    if (minutes === null) return []
    const organization =
      profile.organizations.find((o) => o.id === policy.organizationId)?.name ?? policy.organizationId
    return [{ organization, minutes, action: timeoutAction(policy.data ?? null) }]
  })
  for (const { enabled, type, organizationId, data } of sync.policies ?? []) {
    const rule = enabled && type === GENERATOR_POLICY ? generatorRule(data ?? null) : null
    if (rule) context.vault.generatorRules.set(organizationId, rule)
  }
  context.publish()
}

/** The person's own choice, never later than the shortest policy; a policy may ask to be signed out then. */
export function effectiveLock(vault: Vault): {
  minutes: number
  atMost: TimeoutPolicy | null
  signOut: TimeoutPolicy | null
} {
  const byTime = vault.timeouts.toSorted((a, b) => a.minutes - b.minutes)
  const atMost = byTime[0] ?? null
  return {
    minutes: Math.min(vault.lockAfterMinutes, atMost?.minutes ?? Infinity),
    atMost,
    signOut: byTime.find(({ action }) => action === 'sign-out') ?? null,
  }
}
