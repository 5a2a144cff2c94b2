import type { OrganizationRow } from '#/mocks/store/tables'
import type { OrganizationSlug } from './accounts'
import { organizationKeys } from './keys'
import { stampAt } from './moments'
import { idFor } from './random'

const flags: Record<string, boolean> = {
  usePolicies: true,
  useSso: true,
  useKeyConnector: false,
  useScim: true,
  useGroups: true,
  useDirectory: true,
  useEvents: true,
  useTotp: true,
  use2fa: true,
  useApi: true,
  useResetPassword: true,
  useSecretsManager: true,
  usePasswordManager: true,
  selfHost: true,
  usersGetPremium: true,
  useCustomPermissions: true,
  useRiskInsights: false,
  useOrganizationDomains: true,
  useAdminSponsoredFamilies: false,
  useAutomaticUserConfirmation: false,
  useDisableSmAdsForUsers: false,
  usePhishingBlocker: false,
  useMyItems: false,
  useInviteLinks: false,
  usePam: false,
  limitCollectionCreation: true,
  limitCollectionDeletion: false,
  limitItemDeletion: false,
  allowAdminAccessToAllCollectionItems: true,
  syncSeats: false,
}

export interface OrganizationFacts {
  slug: OrganizationSlug
  name: string
  /** Moments in milliseconds. */
  created: number
  expires: number
  apiKeyChanged: number
  seats: number
  smSeats: number
  flags?: Record<string, boolean>
}

export const organizationId = (slug: OrganizationSlug): string => idFor(`organization/${slug}`)

export function organizationRow(facts: OrganizationFacts): OrganizationRow {
  const keys = organizationKeys(facts.slug)
  const created = stampAt(facts.created)
  return {
    id: organizationId(facts.slug),
    name: facts.name,
    identifier: facts.slug,
    businessName: `${facts.name} Ltd`,
    billingEmail: `billing@${facts.slug}.example`,
    plan: 'Enterprise (Annually)',
    planType: 20,
    status: 1,
    seats: facts.seats,
    maxAutoscaleSeats: null,
    maxCollections: null,
    maxStorageGb: 10,
    smSeats: facts.smSeats,
    smServiceAccounts: null,
    maxAutoscaleSmSeats: null,
    maxAutoscaleSmServiceAccounts: null,
    publicKey: keys.publicKey,
    privateKey: keys.privateKey,
    enabled: true,
    flags: { ...flags, ...facts.flags },
    expirationDate: stampAt(facts.expires),
    creationDate: created,
    revisionDate: created,
    apiKeys: [
      {
        id: idFor(`organizationApiKey/${facts.slug}`),
        type: 0,
        apiKey: keys.apiKey,
        revisionDate: stampAt(facts.apiKeyChanged),
      },
    ],
  }
}
