import { productTier } from '#/mocks/identity/profile'
import type { Context } from '#/mocks/handler'
import { writeEvent } from '#/mocks/secrets-manager/events'
import type { OrganizationRow } from '#/mocks/store/tables'

const UPDATED = 1600

/** Events of the four switches: on, off. */
const switches: Record<string, readonly [number, number]> = {
  limitCollectionCreation: [1610, 1611],
  limitCollectionDeletion: [1612, 1613],
  limitItemDeletion: [1614, 1615],
  allowAdminAccessToAllCollectionItems: [1616, 1617],
}

/** A self-hosted server takes name and address from its licence, and records the save all the same. */
export function updateOrganization(
  c: Context,
  row: OrganizationRow,
  { name, billingEmail }: { name: string | null; billingEmail: string | null },
): OrganizationRow {
  const change = c.db.meta.selfHosted
    ? {}
    : { name: name ?? row.name, billingEmail: billingEmail ?? row.billingEmail }
  const changed = c.db.organizations.put({ ...row, ...change, revisionDate: c.now() })
  writeEvent(c, row.id, UPDATED, {})
  return changed
}

/** One row for each switch that changes. */
export function setCollectionRules(
  c: Context,
  row: OrganizationRow,
  wanted: Record<string, boolean>,
): OrganizationRow {
  const flags = { ...row.flags }
  for (const [name, [on, off]] of Object.entries(switches)) {
    const isOn = wanted[name] ?? false
    if ((flags[name] ?? false) === isOn) continue
    flags[name] = isOn
    writeEvent(c, row.id, isOn ? on : off, {})
  }
  return c.db.organizations.put({ ...row, flags, revisionDate: c.now() })
}

/** A self-hosted server knows of its plan only type, tier and name. */
const planAnswer = (row: OrganizationRow) => ({
  type: row.planType,
  productTier: productTier(row),
  name: row.plan,
  isAnnual: false,
  nameLocalizationKey: null,
  descriptionLocalizationKey: null,
  canBeUsedByBusiness: false,
  trialPeriodDays: null,
  hasSelfHost: false,
  hasPolicies: false,
  hasGroups: false,
  hasDirectory: false,
  hasEvents: false,
  hasTotp: false,
  has2fa: false,
  hasApi: false,
  hasSso: false,
  hasOrganizationDomains: false,
  hasResetPassword: false,
  usersGetPremium: false,
  hasMyItems: false,
  hasInviteLinks: false,
  upgradeSortOrder: 0,
  displaySortOrder: 0,
  legacyYear: null,
  disabled: false,
  secretsManager: null,
  passwordManager: null,
  object: 'plan',
})

const flagNames = [
  'usePolicies',
  'useSso',
  'useKeyConnector',
  'useScim',
  'useGroups',
  'useDirectory',
  'useEvents',
  'useTotp',
  'use2fa',
  'useApi',
  'useSecretsManager',
  'useResetPassword',
  'usersGetPremium',
  'useCustomPermissions',
  'selfHost',
  'usePasswordManager',
  'limitCollectionCreation',
  'limitCollectionDeletion',
  'limitItemDeletion',
  'allowAdminAccessToAllCollectionItems',
  'useRiskInsights',
  'useOrganizationDomains',
  'useAdminSponsoredFamilies',
  'useAutomaticUserConfirmation',
  'useDisableSmAdsForUsers',
  'usePhishingBlocker',
  'useMyItems',
  'useInviteLinks',
  'usePam',
]

const numbers = (row: OrganizationRow) => ({
  seats: row.seats,
  maxAutoscaleSeats: row.maxAutoscaleSeats,
  maxCollections: row.maxCollections,
  maxStorageGb: row.maxStorageGb,
  smSeats: row.smSeats,
  smServiceAccounts: row.smServiceAccounts,
  maxAutoscaleSmSeats: row.maxAutoscaleSmSeats,
  maxAutoscaleSmServiceAccounts: row.maxAutoscaleSmServiceAccounts,
})

export const organizationAnswer = (row: OrganizationRow) => ({
  id: row.id,
  name: row.name,
  businessName: row.businessName,
  businessAddress1: null,
  businessAddress2: null,
  businessAddress3: null,
  businessCountry: null,
  businessTaxNumber: null,
  billingEmail: row.billingEmail,
  plan: planAnswer(row),
  secretsManagerPlan: null,
  planType: row.planType,
  ...numbers(row),
  ...Object.fromEntries(flagNames.map((name) => [name, row.flags[name] ?? false])),
  hasPublicAndPrivateKeys: row.publicKey !== null && row.privateKey !== null,
  object: 'organization',
})
