import type { Profile } from '#/api/contract'
import { pause } from '#/api/pace'
import { generatorRule } from '#/domain/generator-rule'
import { timeoutAction, timeoutMinutes } from '#/domain/session-policy'
import type { OrganizationView, Role, TimeoutPolicy } from '#/session/protocol'
import type { Context, Vault } from './vault'

const ROLES: Record<number, Role> = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' }
const CONFIRMED = 2
const TIMEOUT_POLICY = 9
const GENERATOR_POLICY = 2

export async function loadProfile(context: Context): Promise<Profile> {
  const { vault } = context
  const { account } = vault
  const profile = await context.client.call('accountsProfile', {})
  // Signed out meanwhile, or somebody else is: it is nobody's here.
  if (vault.account === account) vault.profile = profile
  return profile
}

/** An unlock waits no longer for it. */
const MAY_TAKE = 800

/**
 * Reads role and rights anew, which may have changed while it was locked. Where the server is away or slow, what was
 * known counts until it answers.
 */
export async function renewProfile(context: Context): Promise<void> {
  const { vault, epoch } = context
  const { account } = vault
  let isLate = false
  const reading = context.client
    .call('accountsProfile', {})
    .then((profile) => {
      if (vault.account !== account || context.epoch !== epoch) return
      vault.profile = profile
      if (isLate) context.publish()
    })
    .catch(() => undefined)
  await Promise.race([reading, pause(MAY_TAKE)])
  isLate = true
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
 * it is asked once for each sign-in and each unlock, after the first page, and only where an organization uses policies.
 */
export function loadTimeouts(context: Context): Promise<void> {
  const { vault } = context
  if (!vault.profile?.organizations.some((o) => o.usePolicies)) return Promise.resolve()
  if (!vault.timeoutsRead) {
    const reading = readTimeouts(context, vault.profile).catch((error: unknown) => {
      if (vault.timeoutsRead === reading) vault.timeoutsRead = null
      throw error
    })
    vault.timeoutsRead = reading
  }
  return vault.timeoutsRead
}

async function readTimeouts(context: Context, { organizations }: Profile): Promise<void> {
  const { vault, epoch } = context
  const { policies } = await context.client.call('accountsSync', { query: { excludeDomains: true } })
  // Locked or signed out meanwhile: the next unlock asks anew, and another person's session has its own.
  if (context.epoch !== epoch) return
  const on = (policies ?? []).filter(({ enabled }) => enabled)
  vault.timeouts = on.flatMap(({ type, organizationId, data }) => {
    const minutes = type === TIMEOUT_POLICY ? timeoutMinutes(data ?? null) : null
    if (minutes === null) return []
    const organization = organizations.find((o) => o.id === organizationId)?.name ?? organizationId
    return [{ organization, minutes, action: timeoutAction(data ?? null) }]
  })
  vault.generatorRules = new Map(
    on.flatMap(({ type, organizationId, data }) => {
      const rule = type === GENERATOR_POLICY ? generatorRule(data ?? null) : null
      return rule ? [[organizationId, rule]] : []
    }),
  )
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
