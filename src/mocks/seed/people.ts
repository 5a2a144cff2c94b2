import type { MemberRow, UserRow } from '#/mocks/store/tables'
import type { OrganizationSlug, SeedAccount } from './accounts'
import { accountKeys } from './keys'
import { stampAt } from './moments'
import { organizationId } from './organizations'
import { idFor } from './random'

export const userId = (slug: string): string => idFor(`user/${slug}`)

export const memberId = (organization: OrganizationSlug, slug: string): string =>
  idFor(`member/${organization}/${slug}`)

export type AccountFacts = Pick<SeedAccount, 'kdf' | 'salt'> & {
  /** Names the row, and the keys too unless `keysOf` says otherwise. */
  slug: string
  keysOf?: string
  name: string | null
  email: string
  /** Moment in milliseconds. */
  created: number
  authenticator?: boolean
  emailCode?: boolean
  otherTwoFactor?: number[]
  avatarColor?: string | null
}

export function userRow(facts: AccountFacts): UserRow {
  const keys = accountKeys(facts.keysOf ?? facts.slug)
  const created = stampAt(facts.created)
  const { kdf } = facts
  return {
    id: userId(facts.slug),
    name: facts.name,
    email: facts.email,
    emailVerified: true,
    masterPasswordHash: keys.masterPasswordHash,
    masterPasswordSalt: facts.salt,
    kdf: kdf.type === 'pbkdf2' ? 0 : 1,
    kdfIterations: kdf.iterations,
    kdfMemory: kdf.type === 'argon2id' ? kdf.memory : null,
    kdfParallelism: kdf.type === 'argon2id' ? kdf.parallelism : null,
    key: keys.key,
    publicKey: keys.publicKey,
    privateKey: keys.privateKey,
    apiKey: keys.apiKey,
    securityStamp: idFor(`securityStamp/${facts.slug}`),
    premium: false,
    culture: 'en-US',
    avatarColor: facts.avatarColor ?? null,
    forcePasswordReset: false,
    usesKeyConnector: false,
    verifyDevices: true,
    totpSecret: facts.authenticator ? keys.totpSecret : null,
    emailTwoFactor: facts.emailCode ?? false,
    otherTwoFactor: facts.otherTwoFactor ?? [],
    userKeyId: null,
    accountKeysV2: keys.v2 ?? null,
    creationDate: created,
    revisionDate: created,
    accountRevisionDate: created,
  }
}

export type MemberFacts = Partial<
  Pick<
    MemberRow,
    | 'status'
    | 'statusBeforeRevoke'
    | 'permissions'
    | 'externalId'
    | 'revocationReason'
    | 'ssoExternalId'
    | 'isClaimed'
  >
> & {
  organization: OrganizationSlug
  slug: string
  keysOf?: string
  /** Set for invited people, who have no account. */
  invited?: string
  type: MemberRow['type']
  secretsManager: boolean
  recovery?: boolean
  created: number
  changed?: number
}

export function memberRow(facts: MemberFacts): MemberRow {
  const status = facts.status ?? 2
  const keys = facts.invited ? null : accountKeys(facts.keysOf ?? facts.slug)
  return {
    id: memberId(facts.organization, facts.slug),
    organizationId: organizationId(facts.organization),
    userId: facts.invited ? null : userId(facts.slug),
    email: facts.invited ?? null,
    status,
    statusBeforeRevoke: facts.statusBeforeRevoke ?? null,
    type: facts.type,
    permissions: facts.permissions ?? null,
    accessSecretsManager: facts.secretsManager,
    key: status === 2 || status === -1 ? (keys?.organizationKeys[facts.organization] ?? null) : null,
    resetPasswordKey: facts.recovery ? (keys?.recoveryKeys[facts.organization] ?? null) : null,
    externalId: facts.externalId ?? null,
    ssoExternalId: facts.ssoExternalId ?? null,
    isClaimed: facts.isClaimed ?? false,
    revocationReason: facts.revocationReason ?? null,
    creationDate: stampAt(facts.created),
    revisionDate: stampAt(facts.changed ?? facts.created),
  }
}
