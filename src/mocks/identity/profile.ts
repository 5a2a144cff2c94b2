import type { Context } from '#/mocks/handler'
import type { Db } from '#/mocks/store/db'
import { providersOf } from './second-factor'
import { permissionNames } from '#/mocks/store/permissions'
import { toWireDate } from '#/mocks/store/stamp'
import type { MemberRow, OrganizationRow, UserRow } from '#/mocks/store/tables'

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
  'useResetPassword',
  'useSecretsManager',
  'usePasswordManager',
  'usersGetPremium',
  'useCustomPermissions',
  'useRiskInsights',
  'useOrganizationDomains',
  'useAdminSponsoredFamilies',
  'useAutomaticUserConfirmation',
  'usePhishingBlocker',
  'useMyItems',
  'useInviteLinks',
  'usePam',
  'selfHost',
  'limitCollectionCreation',
  'limitCollectionDeletion',
  'limitItemDeletion',
  'allowAdminAccessToAllCollectionItems',
]

const ENTERPRISE = 3
const tierOfPlan: Record<number, number> = { 0: 0, 6: ENTERPRISE, 16: 4, 21: 4 }
const families = new Set([1, 7, 22])
const teams = new Set([2, 3, 8, 9, 12, 13, 17, 18])

/** 0 free, 1 families, 2 teams, 3 enterprise, 4 teams starter, from the plan's number. */
export function productTier({ planType }: OrganizationRow): number {
  return tierOfPlan[planType] ?? (families.has(planType) ? 1 : teams.has(planType) ? 2 : ENTERPRISE)
}

const pick = (names: readonly string[], from: Record<string, boolean>) =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? false]))

/** What no organization of the mock has: sponsorships, providers, single sign-on in use. */
const absent = {
  userIsClaimedByOrganization: false,
  familySponsorshipFriendlyName: null,
  familySponsorshipLastSyncDate: null,
  familySponsorshipValidUntil: null,
  familySponsorshipToDelete: null,
  isAdminInitiated: false,
  ssoBound: false,
  providerId: null,
  providerName: null,
  providerType: null,
  ssoEnabled: false,
  keyConnectorEnabled: false,
  keyConnectorUrl: null,
  ssoMemberDecryptionType: null,
  accessPam: false,
}

function profileOrganization(member: MemberRow, organization: OrganizationRow) {
  const tier = productTier(organization)
  return {
    ...absent,
    ...pick(flagNames, organization.flags),
    // The one switch that its table spells differently.
    useDisableSMAdsForUsers: organization.flags.useDisableSmAdsForUsers ?? false,
    organizationUserId: member.id,
    familySponsorshipAvailable: tier === ENTERPRISE,
    id: organization.id,
    name: organization.name,
    enabled: organization.enabled,
    identifier: organization.identifier,
    productTierType: tier,
    useActivateAutofillPolicy: tier === ENTERPRISE,
    seats: organization.seats,
    maxCollections: organization.maxCollections,
    maxStorageGb: organization.maxStorageGb,
    key: member.key,
    hasPublicAndPrivateKeys: organization.publicKey !== null && organization.privateKey !== null,
    resetPasswordEnrolled: member.resetPasswordKey !== null,
    accessSecretsManager: member.accessSecretsManager,
    userId: member.userId,
    status: member.status,
    type: member.type,
    permissions: pick(permissionNames, member.permissions ?? {}),
    object: 'profileOrganization',
  }
}

/** Memberships of the person with one of these states. */
export function membershipsOf(db: Db, user: UserRow, states: readonly MemberRow['status'][]) {
  return db.members.where('userId', user.id).flatMap((member) => {
    const organization = db.organizations.get(member.organizationId)
    return organization && states.includes(member.status) ? [profileOrganization(member, organization)] : []
  })
}

/** camelCase, with nulls: the form of these keys everywhere but at the token endpoint. */
export function accountKeysAnswer({ privateKey, publicKey, accountKeysV2: v2 }: UserRow) {
  if (privateKey === null) return null
  return {
    signatureKeyPair: v2
      ? { wrappedSigningKey: v2.wrappedSigningKey, verifyingKey: v2.verifyingKey, object: 'signatureKeyPair' }
      : null,
    publicKeyEncryptionKeyPair: {
      wrappedPrivateKey: privateKey,
      publicKey,
      signedPublicKey: v2?.signedPublicKey ?? null,
      object: 'publicKeyEncryptionKeyPair',
    },
    securityState: v2 ? { securityState: v2.securityState, securityVersion: v2.securityVersion } : null,
    object: 'privateKeys',
  }
}

function hasPremiumFromOrganization(db: Db, user: UserRow): boolean {
  return db.members.where('userId', user.id).some(({ organizationId }) => {
    const organization = db.organizations.get(organizationId)
    return organization?.enabled && organization.flags.usersGetPremium
  })
}

export function profileAnswer({ db }: Pick<Context, 'db'>, user: UserRow) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    premium: user.premium,
    premiumFromOrganization: hasPremiumFromOrganization(db, user),
    culture: user.culture,
    twoFactorEnabled: providersOf(user).length > 0,
    key: user.key,
    privateKey: user.privateKey,
    accountKeys: accountKeysAnswer(user),
    securityStamp: user.securityStamp,
    forcePasswordReset: user.forcePasswordReset,
    usesKeyConnector: user.usesKeyConnector,
    avatarColor: user.avatarColor,
    creationDate: toWireDate(user.creationDate),
    verifyDevices: user.verifyDevices,
    organizations: membershipsOf(db, user, [2]),
    organizationsNew: membershipsOf(db, user, [2, 1]),
    providers: [],
    providerOrganizations: [],
    object: 'profile',
  }
}
