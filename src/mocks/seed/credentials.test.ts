import { beforeAll, describe, expect, it } from 'vitest'
import { deriveAccessTokenKey, parseAccessToken } from '#/crypto/access-token'
import { sha256 } from '#/crypto/hash'
import { decryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64, toBase64, utf8Encode } from '#/lib/bytes'
import { credentialsOf } from './credentials'
import type { Credentials } from './credentials'
import { Db } from '#/mocks/store/db'
import { tokenKeys } from './keys'
import { tokenSpecs } from './machine-tokens'
import { seeds } from './seeds'
import type { SeedName } from './seeds'

const now = new Date('2026-08-27T14:32:00Z')
let db: Db
let file: Credentials

const make = async (seed: SeedName) =>
  new Db(await seeds[seed]({ now, secrets: 300, members: 40, events: 10 }), { clock: () => now.getTime() })

beforeAll(async () => {
  db = await make('demo')
  file = JSON.parse(JSON.stringify(await credentialsOf(db))) as Credentials
})

/** The organization key out of a token, as the SDK gets at it; fails where the server would refuse the token. */
async function openToken(text: string | undefined) {
  const { id, clientSecret, seed } = parseAccessToken(text ?? '')
  const row = db.accessTokens.get(id)
  if (!row) return 'revoked'
  expect(row.clientSecretHash).toBe(toBase64(await sha256(utf8Encode(clientSecret))))
  if (row.expireAt !== null && Date.parse(row.expireAt) <= now.getTime()) return 'expired'
  const payload = await decryptText(await deriveAccessTokenKey(seed), row.encryptedPayload)
  const { encryptionKey } = JSON.parse(payload) as { encryptionKey: string }
  const bytes = fromBase64(encryptionKey)
  if (!bytes) throw new Error('The payload holds no key.')
  return { key: await importSymmetricKey(bytes), machine: row.serviceAccountId }
}

const rightsOf = (granteeId: string) =>
  db.accessPolicies.where('granteeId', granteeId).map(({ targetId, write }) => ({ targetId, write }))

describe('the credentials file of the demo', () => {
  it('has exactly the parts that other programs know', () => {
    expect(Object.keys(file)).toEqual([
      'organization',
      'owner',
      'argon',
      'twoFactor',
      'memberToConfirm',
      'invitedMemberId',
      'organizationApi',
      'machineAccount',
    ])
    expect(Object.keys(file.owner ?? {})).toEqual(['email', 'masterPassword', 'memberId', 'apiKey', 'kdf'])
    expect(file.owner?.kdf).toEqual({ type: 'pbkdf2', iterations: 600_000 })
    expect(file.argon?.kdf).toEqual({ type: 'argon2id', iterations: 3, memory: 32, parallelism: 4 })
    expect(Object.keys(file.machineAccount ?? {})).toEqual([
      'accessToken',
      'readOnlyAccessToken',
      'expiredAccessToken',
      'revokedAccessToken',
      'readOnlyProjectId',
      'readOnlyProjectName',
    ])
  })

  it('names collections in the clear, one of them not in ASCII', () => {
    expect(file.organization.collections.map(({ name }) => name)).toContain('Büro Malmö · 保管庫')
    expect(file.organization.collections.length).toBe(6)
  })

  it('says of each person what is so', () => {
    const [owner] = db.users.where('email', file.owner?.email)
    const ownerMember = db.members.get(file.owner?.memberId)
    expect(ownerMember).toMatchObject({ userId: owner?.id, type: 0, status: 2, accessSecretsManager: true })
    const hasCollection = (memberId: string | undefined) =>
      db.collections.all().some(({ users }) => users.some(({ id }) => id === memberId))
    expect(hasCollection(ownerMember?.id)).toBe(true)
    expect(file.owner?.apiKey).toEqual({ clientId: `user.${owner?.id}`, clientSecret: owner?.apiKey })

    const [argon] = db.users.where('email', file.argon?.email)
    const [argonMember] = db.members.where('userId', argon?.id)
    expect(argonMember).toMatchObject({ type: 1, status: 2 })
    expect(
      db.collections
        .where('organizationId', file.organization.id)
        .every(({ users }) => users.some(({ id }) => id === argonMember?.id)),
    ).toBe(true)

    const [twoFactor] = db.users.where('email', file.twoFactor?.email)
    expect(db.members.where('userId', twoFactor?.id)[0]).toMatchObject({ type: 2, status: 2 })
    expect(file.twoFactor?.totpSecret).toMatch(/^[A-Z2-7]{32}$/)

    expect(db.members.get(file.memberToConfirm?.memberId)).toMatchObject({ status: 1, key: null })
    expect(hasCollection(file.memberToConfirm?.memberId)).toBe(true)
    expect(db.members.get(file.invitedMemberId)).toMatchObject({ status: 0, userId: null })
  })

  it('has tokens that do what their names say', async () => {
    const machine = file.machineAccount
    const writer = await openToken(machine?.accessToken)
    const reader = await openToken(machine?.readOnlyAccessToken)
    if (typeof writer === 'string' || typeof reader === 'string') throw new Error('A live token is refused.')
    const project = { targetId: machine?.readOnlyProjectId }
    expect(rightsOf(writer.machine)).toContainEqual({ ...project, write: true })
    expect(rightsOf(reader.machine)).toEqual([{ ...project, write: false }])
    expect(await openToken(machine?.expiredAccessToken)).toBe('expired')
    expect(await openToken(machine?.revokedAccessToken)).toBe('revoked')
    const name = db.projects.get(machine?.readOnlyProjectId)?.name ?? ''
    expect(await decryptText(reader.key, name)).toBe(machine?.readOnlyProjectName)
  })

  it('stands beside other tokens that all open, but the expired and the revoked', async () => {
    const specs = tokenSpecs.filter(({ organization }) => organization !== 'large')
    const opened = await Promise.all(specs.map(({ slug }) => openToken(tokenKeys(slug).token)))
    expect(opened.filter((result) => result === 'expired').length).toBe(2)
    expect(opened.filter((result) => result === 'revoked').length).toBe(1)
    expect(db.accessTokens.size).toBe(specs.length - 1)
  })
})

describe('the credentials file of the other seeds', () => {
  it.each(['empty', 'recorded', 'large'] as const)('has of %s what there is', async (seed) => {
    const other = await make(seed)
    const written = await credentialsOf(other)
    expect(written.owner?.masterPassword).toBeTruthy()
    expect(written.organizationApi?.clientId).toBe(`organization.${written.organization.id}`)
    expect(other.members.get(written.owner?.memberId)).toMatchObject({ type: 0, status: 2 })
  })

  it('gives a machine account and people to confirm for large', async () => {
    const large = await credentialsOf(await make('large'))
    expect(large.machineAccount?.readOnlyProjectName).toBe('payments-1')
    expect(large.memberToConfirm?.masterPassword).toBe('many hands vault')
  })
})
