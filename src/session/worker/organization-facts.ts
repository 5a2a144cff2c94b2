import type { Organization } from '#/api/contract'
import { ApiError } from '#/api/error'
import type { CollectionRules, OrganizationFacts } from '#/session/organization-types'
import type { Context } from './vault'

/** The switches of the plan that concern this console, in plain words. */
const switches: [keyof Organization, string][] = [
  ['useSecretsManager', 'Secrets Manager'],
  ['usePasswordManager', 'Password Manager'],
  ['useGroups', 'Groups'],
  ['usePolicies', 'Policies'],
  ['useEvents', 'Event log'],
  ['useApi', 'Public API'],
  ['useCustomPermissions', 'Custom roles'],
  ['useSso', 'Single sign-on'],
  ['useScim', 'SCIM'],
  ['useDirectory', 'Directory connector'],
  ['useResetPassword', 'Account recovery'],
  ['useOrganizationDomains', 'Claimed domains'],
]

const factsOf = (o: Organization): OrganizationFacts => ({
  name: o.name,
  email: o.billingEmail ?? null,
  plan: o.plan.name,
  seats: o.seats ?? null,
  secretsSeats: o.smSeats ?? null,
  machineSeats: o.smServiceAccounts ?? null,
  maxCollections: o.maxCollections ?? null,
  storageGb: o.maxStorageGb ?? null,
  isSelfHosted: o.selfHost ?? false,
  has: switches.map(([key, part]) => ({ part, isOn: o[key] === true })),
  rules: {
    limitCollectionCreation: o.limitCollectionCreation,
    limitCollectionDeletion: o.limitCollectionDeletion,
    limitItemDeletion: o.limitItemDeletion,
    allowAdminAccessToAllCollectionItems: o.allowAdminAccessToAllCollectionItems,
  },
})

/** Null for everybody but owners, whom the server tells alone. */
export async function loadOrganizationFacts(
  context: Context,
  id: string,
  signal: AbortSignal,
): Promise<OrganizationFacts | null> {
  try {
    return factsOf(await context.client.call('organizationGet', { params: { id } }, { signal }))
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

export async function changeCollectionRules(
  context: Context,
  id: string,
  rules: CollectionRules,
): Promise<void> {
  await context.client.call('organizationCollectionManagement', { params: { id }, body: rules })
}
