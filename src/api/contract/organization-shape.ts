import { z } from '#/lib/zod'
import { id, sent, tag } from './common'

const flag = sent(z.boolean())
const text = sent(z.nullable(z.string()))
const whole = sent(z.nullable(z.int()))

/** Filled in by cloud servers; a self-hosted one knows type, tier and name. */
const plan = z.looseObject({
  type: z.int(),
  productTier: z.int(),
  name: z.nullable(z.string()),
  object: tag('plan'),
})

/** What an owner is told of the organization. */
export const organization = z.object({
  id,
  name: z.string(),
  businessName: text,
  businessAddress1: text,
  businessAddress2: text,
  businessAddress3: text,
  businessCountry: text,
  businessTaxNumber: text,
  billingEmail: text,
  plan,
  secretsManagerPlan: sent(z.unknown()),
  planType: z.int(),
  seats: whole,
  maxAutoscaleSeats: whole,
  maxCollections: whole,
  maxStorageGb: whole,
  usePolicies: z.boolean(),
  useSso: flag,
  useKeyConnector: flag,
  useScim: flag,
  useGroups: z.boolean(),
  useDirectory: flag,
  useEvents: z.boolean(),
  useTotp: flag,
  use2fa: flag,
  useApi: flag,
  useSecretsManager: z.boolean(),
  useResetPassword: flag,
  usersGetPremium: flag,
  useCustomPermissions: flag,
  selfHost: flag,
  hasPublicAndPrivateKeys: flag,
  usePasswordManager: flag,
  smSeats: whole,
  smServiceAccounts: whole,
  maxAutoscaleSmSeats: whole,
  maxAutoscaleSmServiceAccounts: whole,
  limitCollectionCreation: z.boolean(),
  limitCollectionDeletion: z.boolean(),
  limitItemDeletion: z.boolean(),
  allowAdminAccessToAllCollectionItems: z.boolean(),
  useRiskInsights: flag,
  useOrganizationDomains: flag,
  useAdminSponsoredFamilies: flag,
  useAutomaticUserConfirmation: flag,
  useDisableSmAdsForUsers: flag,
  usePhishingBlocker: flag,
  useMyItems: flag,
  useInviteLinks: flag,
  usePam: flag,
  object: tag('organization'),
})

export type Organization = z.output<typeof organization>
