/**
 * The rows of the imitation server, as its database holds them. Enumerations are the server's numbers.
 * Every date is a `Stamp`: UTC with exactly seven fraction digits, so that text order is time order;
 * answers drop the trailing zeros (`toWireDate`).
 */
export type Stamp = string
export type Id = string

export interface OrganizationRow {
  id: Id
  name: string
  identifier: string | null
  businessName: string | null
  billingEmail: string
  plan: string
  planType: number
  status: number
  seats: number | null
  maxAutoscaleSeats: number | null
  maxCollections: number | null
  maxStorageGb: number | null
  smSeats: number | null
  smServiceAccounts: number | null
  maxAutoscaleSmSeats: number | null
  maxAutoscaleSmServiceAccounts: number | null
  publicKey: string | null
  privateKey: string | null
  enabled: boolean
  /** The `use…`, `limit…` and similar switches, by their wire names. */
  flags: Record<string, boolean>
  expirationDate: Stamp | null
  creationDate: Stamp
  revisionDate: Stamp
  apiKeys: OrganizationApiKey[]
}

export interface OrganizationApiKey {
  id: Id
  /** 0 public API, 1 billing sync, 2 SCIM. */
  type: number
  apiKey: string
  revisionDate: Stamp
}

export interface UserRow {
  id: Id
  name: string | null
  email: string
  emailVerified: boolean
  /** Base64 of the hash that clients send (`serverHash`); the server never sees the password. */
  masterPasswordHash: string | null
  masterPasswordSalt: string | null
  kdf: 0 | 1
  kdfIterations: number
  kdfMemory: number | null
  kdfParallelism: number | null
  /** User key wrapped by the stretched master key. */
  key: string | null
  publicKey: string | null
  privateKey: string | null
  apiKey: string
  securityStamp: string
  premium: boolean
  culture: string
  avatarColor: string | null
  forcePasswordReset: boolean
  usesKeyConnector: boolean
  verifyDevices: boolean
  /** Base32 secret of the authenticator, where it is on. */
  totpSecret: string | null
  /** Codes by e-mail as a second factor. */
  emailTwoFactor: boolean
  /** Other providers that are on (2 Duo, 3 YubiKey, 7 WebAuthn): named to clients, never accepted here. */
  otherTwoFactor: number[]
  /** Set by `key-management/user-key-id`, echoed by sync. */
  userKeyId: string | null
  /** Signing keys of a V2 account, in the shape of `accountKeys`. */
  accountKeysV2: {
    wrappedSigningKey: string
    verifyingKey: string
    signedPublicKey: string
    securityState: string
    securityVersion: number
  } | null
  creationDate: Stamp
  revisionDate: Stamp
  accountRevisionDate: Stamp
}

/** Thirteen switches, meaningful for type 4 only. */
export type Permissions = Record<string, boolean>

export interface MemberRow {
  id: Id
  organizationId: Id
  userId: Id | null
  /** Address of the invitation, while there is no user. */
  email: string | null
  /** -1 revoked, 0 invited, 1 accepted, 2 confirmed. */
  status: -1 | 0 | 1 | 2
  /** What a revoked member returns to. */
  statusBeforeRevoke: 0 | 1 | 2 | null
  /** 0 owner, 1 admin, 2 user, 4 custom. */
  type: 0 | 1 | 2 | 4
  permissions: Permissions | null
  accessSecretsManager: boolean
  /** Organization key wrapped for this person (EncString type 4). */
  key: string | null
  resetPasswordKey: string | null
  externalId: string | null
  /** Set for who signs in through single sign-on. Absent in rows of an older version of the mock. */
  ssoExternalId?: string | null
  /** The organization claims the account through a domain. */
  isClaimed?: boolean
  revocationReason: number | null
  creationDate: Stamp
  revisionDate: Stamp
}

export interface GroupRow {
  id: Id
  organizationId: Id
  name: string
  externalId: string | null
  memberIds: Id[]
  creationDate: Stamp
  revisionDate: Stamp
}

export interface CollectionGrant {
  id: Id
  readOnly: boolean
  hidePasswords: boolean
  manage: boolean
}

export interface CollectionRow {
  id: Id
  organizationId: Id
  name: string
  externalId: string | null
  /** 0 shared, 1 a member's own. */
  type: number
  /** Grants of members, by membership id. */
  users: CollectionGrant[]
  groups: CollectionGrant[]
  creationDate: Stamp
  revisionDate: Stamp
}

export interface PolicyRow {
  id: Id
  organizationId: Id
  type: number
  data: Record<string, unknown> | null
  enabled: boolean
  creationDate: Stamp
  revisionDate: Stamp
}

export interface ProjectRow {
  id: Id
  organizationId: Id
  name: string
  creationDate: Stamp
  revisionDate: Stamp
}

export interface SecretRow {
  id: Id
  organizationId: Id
  projectId: Id | null
  key: string
  value: string
  note: string
  creationDate: Stamp
  revisionDate: Stamp
  /** Set while in the trash. */
  deletedDate: Stamp | null
}

export interface SecretVersionRow {
  id: Id
  secretId: Id
  value: string
  versionDate: Stamp
  editorServiceAccountId: Id | null
  editorOrganizationUserId: Id | null
}

export interface ServiceAccountRow {
  id: Id
  organizationId: Id
  name: string
  creationDate: Stamp
  revisionDate: Stamp
}

export interface AccessTokenRow {
  id: Id
  serviceAccountId: Id
  name: string
  /** Base64 of SHA-256 of the client secret. */
  clientSecretHash: string
  encryptedPayload: string
  key: string
  expireAt: Stamp | null
  creationDate: Stamp
  revisionDate: Stamp
}

export interface AccessPolicyRow {
  id: Id
  granteeKind: 'member' | 'group' | 'serviceAccount'
  granteeId: Id
  targetKind: 'project' | 'secret' | 'serviceAccount'
  targetId: Id
  read: boolean
  write: boolean
  creationDate: Stamp
  revisionDate: Stamp
}

/** One line of the event log; absent fields are null on the wire. */
export interface EventRow {
  /** Order of writing; the continuation token of SQL servers counts by date alone. */
  id: Id
  date: Stamp
  type: number
  organizationId: Id | null
  userId?: Id
  actingUserId?: Id
  organizationUserId?: Id
  providerId?: Id
  cipherId?: Id
  collectionId?: Id
  groupId?: Id
  policyId?: Id
  secretId?: Id
  projectId?: Id
  serviceAccountId?: Id
  grantedServiceAccountId?: Id
  deviceType?: number
  ipAddress?: string
  systemUser?: number
  domainName?: string
}

export interface DeviceRow {
  id: Id
  userId: Id
  identifier: string
  name: string
  type: number
  creationDate: Stamp
}

export interface RefreshTokenRow {
  /** The opaque token itself. */
  id: string
  userId: Id
  clientId: string
  deviceIdentifier: string
  deviceType: number
  securityStamp: string
  expiresAt: Stamp
}

/** Mailed codes and messages; the demo panel shows them. */
export interface MailRow {
  id: Id
  to: string
  subject: string
  body: string
  /** The code in it, where there is one. */
  code: string | null
  purpose: string
  date: Stamp
  expiresAt: Stamp | null
  used: boolean
}

export interface TableRows {
  organizations: OrganizationRow
  users: UserRow
  members: MemberRow
  groups: GroupRow
  collections: CollectionRow
  policies: PolicyRow
  projects: ProjectRow
  secrets: SecretRow
  secretVersions: SecretVersionRow
  serviceAccounts: ServiceAccountRow
  accessTokens: AccessTokenRow
  accessPolicies: AccessPolicyRow
  events: EventRow
  devices: DeviceRow
  refreshTokens: RefreshTokenRow
  mails: MailRow
}

export type TableName = keyof TableRows
