import { parseAccessToken } from '#/crypto/access-token'
import type { Kdf } from '#/crypto/kdf'
import { decryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import type { Db } from '#/mocks/store/db'
import { accounts, organizationSlugs } from './accounts'
import { accountKeys, organizationKeys, tokenKeys } from './keys'
import recorded from './recorded.json'
import type { MemberRow, OrganizationRow, UserRow } from '#/mocks/store/tables'

interface Person {
  email: string
  masterPassword: string
}

/** What another program needs to sign in. Parts that a seed does not have are left out. */
export interface Credentials {
  organization: { id: string; name: string; collections: { id: string; name: string | null }[] }
  owner?: Person & { memberId: string; apiKey: { clientId: string; clientSecret: string }; kdf: Kdf }
  argon?: Person & { kdf: Kdf }
  twoFactor?: Person & { totpSecret: string }
  memberToConfirm?: Person & { memberId: string }
  invitedMemberId?: string
  organizationApi?: { clientId: string; clientSecret: string }
  machineAccount?: {
    accessToken: string
    readOnlyAccessToken?: string
    expiredAccessToken?: string
    revokedAccessToken?: string
    readOnlyProjectId: string
    readOnlyProjectName: string | null
  }
}

/** The tokens of the file, and the project that the first two stand for. */
const tokensOfSeeds: Record<string, { write: string; read?: string; expired?: string; revoked?: string }> = {
  harbourline: {
    write: 'mobile-release/store upload',
    read: 'loadtest/load generator',
    expired: 'loadtest/spring campaign',
    revoked: 'loadtest/leaked in a log',
  },
  tidewater: { write: 'tidewater-sync/sync' },
  large: { write: 'bulk-reader/bench' },
}

/** The password that goes with the stored hash; undefined if it was changed since the seed. */
function passwordOf(user: UserRow): string | undefined {
  const known = accounts.find(({ slug }) => accountKeys(slug).masterPasswordHash === user.masterPasswordHash)
  return known?.password ?? recorded.users.find(({ id }) => id === user.id)?.masterPassword
}

export const kdfOf = (user: UserRow): Kdf =>
  user.kdf === 0
    ? { type: 'pbkdf2', iterations: user.kdfIterations }
    : {
        type: 'argon2id',
        iterations: user.kdfIterations,
        memory: user.kdfMemory ?? 0,
        parallelism: user.kdfParallelism ?? 0,
      }

type Seat = { member: MemberRow; user: UserRow; person: Person }

function seatsOf(db: Db, organization: OrganizationRow): Seat[] {
  return db.members.where('organizationId', organization.id).flatMap((member) => {
    const user = db.users.get(member.userId)
    const masterPassword = user && passwordOf(user)
    return user && masterPassword !== undefined
      ? [{ member, user, person: { email: user.email, masterPassword } }]
      : []
  })
}

const slugOf = ({ publicKey }: OrganizationRow) =>
  organizationSlugs.find((slug) => organizationKeys(slug).publicKey === publicKey)

async function keyOf(organization: OrganizationRow): Promise<SymmetricKey | null> {
  const slug = slugOf(organization)
  const bytes = slug && fromBase64(organizationKeys(slug).key)
  return bytes ? importSymmetricKey(bytes) : null
}

/** null where the key is not known: the recorded state has none that opens anything. */
const nameIn = (key: SymmetricKey | null, sealed: string): Promise<string | null> =>
  key ? decryptText(key, sealed).catch(() => null) : Promise.resolve(null)

function peopleOf(db: Db, organization: OrganizationRow): Partial<Credentials> {
  const seats = seatsOf(db, organization)
  const confirmed = seats.filter(({ member }) => member.status === 2)
  const owner = confirmed.find(({ member, user }) => member.type === 0 && user.totpSecret === null)
  const argon = confirmed.find(({ member, user }) => member.type === 1 && user.kdf === 1)
  const twoFactor = confirmed.find(({ user }) => user.totpSecret !== null)
  const waiting = seats.find(({ member }) => member.status === 1)
  const invited = db.members.where('organizationId', organization.id).find(({ status }) => status === 0)
  const apiKey = organization.apiKeys.find(({ type }) => type === 0)
  return {
    ...(owner && {
      owner: {
        ...owner.person,
        memberId: owner.member.id,
        apiKey: { clientId: `user.${owner.user.id}`, clientSecret: owner.user.apiKey },
        kdf: kdfOf(owner.user),
      },
    }),
    ...(argon && { argon: { ...argon.person, kdf: kdfOf(argon.user) } }),
    ...(twoFactor?.user.totpSecret && {
      twoFactor: { ...twoFactor.person, totpSecret: twoFactor.user.totpSecret },
    }),
    ...(waiting && { memberToConfirm: { ...waiting.person, memberId: waiting.member.id } }),
    ...(invited && { invitedMemberId: invited.id }),
    ...(apiKey && {
      organizationApi: { clientId: `organization.${organization.id}`, clientSecret: apiKey.apiKey },
    }),
  }
}

async function machineOf(db: Db, organization: OrganizationRow): Promise<Credentials['machineAccount']> {
  const slugs = tokensOfSeeds[slugOf(organization) ?? '']
  const token = slugs && db.accessTokens.get(parseAccessToken(tokenKeys(slugs.write).token).id)
  if (!slugs || !token) return undefined
  const reader = slugs.read && db.accessTokens.get(parseAccessToken(tokenKeys(slugs.read).token).id)
  const mayWrite = db.accessPolicies
    .where('granteeId', token.serviceAccountId)
    .filter(({ targetKind, write }) => targetKind === 'project' && write)
  const shared = mayWrite.find(
    ({ targetId }) =>
      !reader ||
      db.accessPolicies
        .where('granteeId', reader.serviceAccountId)
        .some((policy) => policy.targetId === targetId && !policy.write),
  )
  const project = db.projects.get(shared?.targetId)
  if (!project) return undefined
  return {
    accessToken: tokenKeys(slugs.write).token,
    ...(slugs.read && { readOnlyAccessToken: tokenKeys(slugs.read).token }),
    ...(slugs.expired && { expiredAccessToken: tokenKeys(slugs.expired).token }),
    ...(slugs.revoked && { revokedAccessToken: tokenKeys(slugs.revoked).token }),
    readOnlyProjectId: project.id,
    readOnlyProjectName: await nameIn(await keyOf(organization), project.name),
  }
}

/**
 * What `--credentials FILE` writes: the first organization of the seed, read from the database as it stands, so
 * that it is true for kept data too.
 */
export async function credentialsOf(db: Db): Promise<Credentials> {
  const [organization] = db.organizations.all()
  if (!organization) throw new Error('This database has no organization.')
  const key = await keyOf(organization)
  const collections = await Promise.all(
    db.collections
      .where('organizationId', organization.id)
      .map(async ({ id, name }) => ({ id, name: await nameIn(key, name) })),
  )
  const machineAccount = await machineOf(db, organization)
  return {
    organization: { id: organization.id, name: organization.name, collections },
    ...peopleOf(db, organization),
    ...(machineAccount && { machineAccount }),
  }
}
