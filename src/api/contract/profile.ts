import { z } from '#/lib/zod'
import { date, encString, id, sent, tag } from './common'

const flag = sent(z.boolean())
const text = sent(z.nullable(z.string()))
const whole = sent(z.nullable(z.int()))

/** Null parts: an account of the first generation (V1) has no signing keys. */
export const accountKeys = z.object({
  signatureKeyPair: z.nullable(
    z.object({ wrappedSigningKey: encString, verifyingKey: z.string(), object: tag('signatureKeyPair') }),
  ),
  publicKeyEncryptionKeyPair: z.object({
    wrappedPrivateKey: encString,
    publicKey: z.string(),
    signedPublicKey: z.nullable(z.string()),
    object: tag('publicKeyEncryptionKeyPair'),
  }),
  securityState: z.nullable(z.object({ securityState: z.string(), securityVersion: z.int() })),
  object: tag('privateKeys'),
})

/** Thirteen switches of the custom role (type 4); without meaning for the others. */
const permissions = z.object({
  accessEventLogs: z.boolean(),
  accessImportExport: z.boolean(),
  accessReports: z.boolean(),
  createNewCollections: z.boolean(),
  editAnyCollection: z.boolean(),
  deleteAnyCollection: z.boolean(),
  manageGroups: z.boolean(),
  managePolicies: z.boolean(),
  manageSso: z.boolean(),
  manageUsers: z.boolean(),
  manageResetPassword: z.boolean(),
  manageScim: z.boolean(),
  manageAccessRules: flag,
})

/**
 * One membership. What the console decides by must be there; the many switches of other products may be missing
 * on older servers.
 */
export const profileOrganization = z.object({
  id,
  name: z.string(),
  userId: sent(z.nullable(id)),
  organizationUserId: id,
  enabled: z.boolean(),
  /** -1 revoked, 0 invited, 1 accepted, 2 confirmed, 3 staged. */
  status: z.int(),
  /** 0 owner, 1 admin, 2 user, 4 custom. */
  type: z.int(),
  permissions,
  /** Organization key wrapped for this person (EncString type 4); null until confirmed. */
  key: z.nullable(encString),
  useSecretsManager: z.boolean(),
  /** The member's own switch; the access token combines it with the organization's. */
  accessSecretsManager: z.boolean(),
  useEvents: z.boolean(),
  useGroups: z.boolean(),
  usePolicies: z.boolean(),
  useApi: z.boolean(),
  identifier: text,
  /** 0 free, 1 families, 2 teams, 3 enterprise, 4 teams starter. */
  productTierType: sent(z.int()),
  usePasswordManager: flag,
  useSso: flag,
  useScim: flag,
  useDirectory: flag,
  use2fa: flag,
  useTotp: flag,
  useResetPassword: flag,
  useKeyConnector: flag,
  useCustomPermissions: flag,
  useActivateAutofillPolicy: flag,
  useRiskInsights: flag,
  useOrganizationDomains: flag,
  useAdminSponsoredFamilies: flag,
  useAutomaticUserConfirmation: flag,
  useDisableSMAdsForUsers: flag,
  usePhishingBlocker: flag,
  useMyItems: flag,
  useInviteLinks: flag,
  usePam: flag,
  usersGetPremium: flag,
  selfHost: flag,
  seats: whole,
  maxCollections: whole,
  maxStorageGb: whole,
  hasPublicAndPrivateKeys: flag,
  ssoBound: flag,
  resetPasswordEnrolled: flag,
  ssoEnabled: flag,
  keyConnectorEnabled: flag,
  keyConnectorUrl: text,
  ssoMemberDecryptionType: whole,
  userIsClaimedByOrganization: flag,
  isAdminInitiated: flag,
  accessPam: flag,
  limitCollectionCreation: flag,
  limitCollectionDeletion: flag,
  limitItemDeletion: flag,
  allowAdminAccessToAllCollectionItems: flag,
  providerId: sent(z.nullable(id)),
  providerName: text,
  providerType: whole,
  familySponsorshipFriendlyName: text,
  familySponsorshipAvailable: flag,
  familySponsorshipLastSyncDate: sent(z.nullable(date)),
  familySponsorshipValidUntil: sent(z.nullable(date)),
  familySponsorshipToDelete: sent(z.nullable(z.boolean())),
  object: tag('profileOrganization'),
})

/** `key`: the provider's key wrapped for this person (EncString type 4). */
const profileProvider = z.looseObject({ id, key: z.nullable(encString), object: tag('profileProvider') })

/** An organization reached through a provider; `key` is wrapped by the provider's key (EncString type 2). */
const profileProviderOrganization = z.looseObject({
  id,
  providerId: z.nullable(id),
  key: z.nullable(encString),
  object: tag('profileProviderOrganization'),
})

export const profile = z.object({
  id,
  name: z.nullable(z.string()),
  email: z.string(),
  emailVerified: flag,
  premium: flag,
  premiumFromOrganization: flag,
  culture: sent(z.string()),
  twoFactorEnabled: z.boolean(),
  /** User key wrapped by the stretched master key. */
  key: z.nullable(encString),
  /** Wrapped by the user key, despite the name. */
  privateKey: z.nullable(encString),
  accountKeys: sent(z.nullable(accountKeys)),
  securityStamp: z.string(),
  forcePasswordReset: flag,
  usesKeyConnector: flag,
  avatarColor: text,
  creationDate: sent(date),
  verifyDevices: flag,
  /** Confirmed memberships only. */
  organizations: z.array(profileOrganization),
  /** Confirmed and accepted ones. */
  organizationsNew: sent(z.array(profileOrganization)),
  providers: z.array(profileProvider),
  providerOrganizations: z.array(profileProviderOrganization),
  object: tag('profile'),
})

export type AccountKeys = z.output<typeof accountKeys>
export type Permissions = z.output<typeof permissions>
export type ProfileOrganization = z.output<typeof profileOrganization>
export type Profile = z.output<typeof profile>
