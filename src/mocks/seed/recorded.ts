import { deriveMasterKey, passwordHash } from '#/crypto/kdf'
import type { SeedTables } from '#/mocks/store/db'
import { stampOfText } from '#/mocks/store/stamp'
import type { MemberRow, OrganizationRow, UserRow } from '#/mocks/store/tables'
import state from './recorded.json'

type Organization = (typeof state.organizations)[number]
type User = (typeof state.users)[number]
type Member = (typeof state.members)[number]

/** Switches of an organization stand among its other columns; they are those that are true or false. */
function flagsOf(organization: Organization): Record<string, boolean> {
  const { enabled: _, ...columns } = organization
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => (typeof value === 'boolean' ? [[name, value]] : [])),
  )
}

const stamp = (date: string) => stampOfText(date) ?? date

const dates = (row: { creationDate: string; revisionDate: string }) => ({
  creationDate: stamp(row.creationDate),
  revisionDate: stamp(row.revisionDate),
})

function organizationRow(row: Organization): OrganizationRow {
  return {
    ...row,
    ...dates(row),
    flags: flagsOf(row),
    expirationDate: stamp(row.expirationDate),
    apiKeys: row.apiKeys.map((key) => ({ ...key, revisionDate: stamp(key.revisionDate) })),
  }
}

async function userRow(row: User): Promise<UserRow> {
  const { masterPassword, masterPasswordHint: _, twoFactorEnabled: __, ...columns } = row
  const kdf = { type: 'pbkdf2', iterations: row.kdfIterations } as const
  const masterKey = await deriveMasterKey(masterPassword, row.masterPasswordSalt, kdf)
  return {
    ...columns,
    ...dates(row),
    kdf: 0,
    masterPasswordHash: await passwordHash(masterKey, masterPassword),
    totpSecret: null,
    emailTwoFactor: false,
    otherTwoFactor: [],
    userKeyId: null,
    accountKeysV2: null,
    accountRevisionDate: stamp(row.accountRevisionDate),
  }
}

function memberRow(row: Member): MemberRow {
  const status = row.status as MemberRow['status']
  return {
    ...row,
    ...dates(row),
    status,
    // Whoever has been revoked here holds a key, so was confirmed.
    statusBeforeRevoke: status === -1 ? 2 : null,
    type: row.type as MemberRow['type'],
    permissions: row.permissions,
    revocationReason: null,
  }
}

let made: Promise<SeedTables> | undefined

async function make(): Promise<SeedTables> {
  const creation = stamp('2026-01-15T09:30:00Z')
  return {
    organizations: state.organizations.map(organizationRow),
    users: await Promise.all(state.users.map(userRow)),
    members: state.members.map(memberRow),
    groups: state.groups.map((group) => ({ ...group, creationDate: creation, revisionDate: creation })),
  }
}

/**
 * The state of the real server before the first recorded exchange, with its ids. Keys and ciphertexts are
 * placeholders that open nothing; passwords are real. Its dates do not follow the given moment.
 */
export function seedRecorded(): Promise<SeedTables> {
  return (made ??= make())
}
