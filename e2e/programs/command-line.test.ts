import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ProfileOrganization } from '#/api/contract'
import { deriveMasterKey, passwordHash } from '#/crypto/kdf'
import type { Kdf } from '#/crypto/kdf'
import { unwrapPrivateKey, unwrapUserKey } from '#/crypto/master-key'
import { decryptRsa, unwrapOrganizationKey, wrapOrganizationKey } from '#/crypto/rsa'
import { decryptText, encryptText } from '#/crypto/symmetric-key'
import { totpCode } from '#/crypto/totp'
import { program, startMock } from './program'
import type { Answer, Json } from './program'

// The command-line client 2026.9.0, request by request as it sends them (clients.md §3).

const headers = {
  'Bitwarden-Client-Name': 'cli',
  'Bitwarden-Client-Version': '2026.9.0',
  'DEVICE-TYPE': '25',
  'User-Agent': 'Bitwarden_CLI/2026.9.0 (LINUX)',
  'X-Nobody-Knows-This': '1',
}
const deviceId = '4f8d3c1e-9b2a-4d6f-8e7c-1a2b3c4d5e6f'
const device = { deviceType: '25', deviceIdentifier: deviceId, deviceName: 'linux' }
const noStore = { 'Cache-Control': 'no-store', Pragma: 'no-cache' }

// Real key derivation, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let mock: Awaited<ReturnType<typeof startMock>>
let bw: ReturnType<typeof program>
beforeEach(async () => {
  mock = await startMock()
  bw = program(mock, headers)
})

interface Person {
  email: string
  masterPassword: string
}

/** What it reads of prelogin: numbers under `kdfSettings`. */
async function masterKeyOf({ email, masterPassword }: Person) {
  const answer = await bw.send(
    'POST',
    '/identity/accounts/prelogin/password',
    { 'Content-Type': 'application/json; charset=utf-8', 'Device-Identifier': deviceId },
    JSON.stringify({ email }),
  )
  const { kdfType, iterations, memory, parallelism } = answer.json.kdfSettings as Record<string, number>
  const kdf: Kdf =
    kdfType === 0
      ? { type: 'pbkdf2', iterations: iterations ?? 0 }
      : { type: 'argon2id', iterations: iterations ?? 0, memory: memory ?? 0, parallelism: parallelism ?? 0 }
  return deriveMasterKey(masterPassword, email, kdf)
}

async function login(person: Person, more: Record<string, string> = {}) {
  const masterKey = await masterKeyOf(person)
  const password = await passwordHash(masterKey, person.masterPassword)
  const grant = { scope: 'api offline_access', client_id: 'cli', grant_type: 'password' }
  const answer = await bw.form({ ...grant, username: person.email, password, ...device, ...more })
  return { answer, masterKey }
}

const bearer = (token: Answer) => ({ Authorization: `Bearer ${token.json.access_token as string}` })
const get = (path: string, token: Answer) => bw.send('GET', path, { ...bearer(token), ...noStore })
const post = (method: string, path: string, token: Answer, body: unknown) =>
  bw.send(
    method,
    path,
    { ...bearer(token), 'Content-Type': 'application/json; charset=utf-8' },
    JSON.stringify(body),
  )

/** Unlocks as it does: user key, private key, then the key of each organization of the sync. */
async function keysOf(token: Answer, masterKey: Uint8Array) {
  const sync = await get('/api/sync?excludeDomains=true', token)
  const profile = sync.json.profile as { organizations: ProfileOrganization[]; organizationsNew: Json[] }
  const userKey = await unwrapUserKey(masterKey, String(token.json.Key))
  const pair = (token.json.AccountKeys as Json).publicKeyEncryptionKeyPair as Record<string, string>
  const privateKey = await unwrapPrivateKey(userKey, pair.wrappedPrivateKey ?? '')
  const [organization] = profile.organizations
  return { sync, profile, privateKey, organization }
}

describe('signs in', () => {
  test.each(['owner', 'argon'] as const)('%s: by password, unlocks, syncs, renews', async (who) => {
    const person = mock.credentials[who] ?? expect.fail()
    expect((await bw.send('GET', '/api/config')).status).toBe(200)
    const { answer, masterKey } = await login(person)
    expect(answer.status).toBe(200)
    expect(answer.type).toContain('application/json')
    for (const name of ['access_token', 'token_type', 'refresh_token', 'Key', 'Kdf', 'KdfIterations'])
      expect(answer.json).toHaveProperty(name)
    expect(answer.json.UserDecryptionOptions).toMatchObject({
      MasterPasswordUnlock: {
        Kdf: { KdfType: who === 'owner' ? 0 : 1, Iterations: expect.any(Number) as number },
        Salt: person.email,
      },
    })
    const claims = JSON.parse(atob(String(answer.json.access_token).split('.')[1] ?? '')) as Json
    expect(claims).toMatchObject({ sub: expect.any(String) as string, exp: expect.any(Number) as number })

    const { sync, profile, privateKey, organization } = await keysOf(answer, masterKey)
    expect(profile.organizationsNew[0]).toMatchObject({ status: 2, enabled: true, usePolicies: true })
    const key = await unwrapOrganizationKey(privateKey, organization?.key ?? '')
    for (const collection of sync.json.collections as Record<string, string>[])
      if (collection.organizationId === organization?.id)
        await expect(decryptText(key, collection.name ?? '')).resolves.not.toBe('')

    for (const times of [1, 2]) {
      const revision = await get('/api/accounts/revision-date', answer)
      expect(revision.text, `${times}`).toMatch(/^\d{13}$/)
    }
    const id = { userKeyId: '00112233445566778899aabbccddeeff' }
    const keyId = '/api/accounts/key-management/user-key-id'
    expect(await post('POST', keyId, answer, id)).toMatchObject({ status: 200, text: '' })
    const renewed = await bw.form({
      grant_type: 'refresh_token',
      client_id: 'cli',
      refresh_token: String(answer.json.refresh_token),
    })
    expect(renewed.status).toBe(200)
    const again = await get('/api/sync?excludeDomains=true', renewed)
    expect(again.json.userDecryption).toMatchObject({
      ...id,
      masterPasswordUnlock: { containedKeyId: id.userKeyId },
    })
    expect((await post('POST', keyId, answer, id)).status).toBe(400)
    expect(mock.problems).toEqual([])
  })

  test('syncs no policy of a type that it does not know: one ends its sign-in', async () => {
    const { answer } = await login(mock.credentials.owner ?? expect.fail())
    const { json } = await get('/api/sync?excludeDomains=true', answer)
    const types = [...(json.policies as Json[]), ...(json.policiesNew as Json[])].map(({ type }) => type)
    expect(types.length).toBeGreaterThan(4)
    expect(Math.max(...types.map(Number))).toBeLessThan(23)
  })

  test('with a second factor, told in the spelling that it knows', async () => {
    const person = mock.credentials.twoFactor ?? expect.fail()
    const { answer: challenge } = await login(person)
    expect(challenge.status).toBe(400)
    expect(challenge.json.TwoFactorProviders2).toEqual({ 0: null })
    const step = { twoFactorProvider: '0', twoFactorRemember: '0' }
    const { answer: wrong } = await login(person, { ...step, twoFactorToken: '000000' })
    expect(wrong.json.ErrorModel).toMatchObject({ Message: 'Two-step token is invalid. Try again.' })
    const twoFactorToken = await totpCode(person.totpSecret, mock.db.nowMs())
    expect((await login(person, { ...step, twoFactorToken })).answer.status).toBe(200)
  })

  test('by API key: no refresh token; a wrong key is told', async () => {
    const { apiKey } = mock.credentials.owner ?? expect.fail()
    const form = { scope: 'api', client_id: apiKey.clientId, grant_type: 'client_credentials', ...device }
    const answer = await bw.form({ ...form, client_secret: apiKey.clientSecret })
    expect(answer).toMatchObject({ status: 200, json: { scope: 'api' } })
    expect(answer.json).not.toHaveProperty('refresh_token')
    expect((await get('/api/sync?excludeDomains=true', answer)).status).toBe(200)
    const wrong = await bw.form({ ...form, client_secret: 'x' })
    expect(wrong).toMatchObject({ status: 400, json: { error: 'invalid_client' } })
  })

  test('a wrong password has a sentence to print', async () => {
    const owner = mock.credentials.owner ?? expect.fail()
    const { answer } = await login({ ...owner, masterPassword: 'wrong' })
    expect(answer.status).toBe(400)
    expect(answer.json.ErrorModel).toHaveProperty('Message')
  })
})

test('confirms a member, who can then open the organization', async () => {
  const { owner, memberToConfirm, organization } = mock.credentials
  if (!owner || !memberToConfirm) return expect.fail()
  const { answer, masterKey } = await login(owner)
  const { privateKey, organization: own } = await keysOf(answer, masterKey)
  const users = `/api/organizations/${organization.id}/users`
  const members = (await get(`${users}?`, answer)).json.data as Json[]
  for (const member of members)
    expect(member).toMatchObject({ id: expect.any(String) as string, email: expect.any(String) as string })
  const member = await get(`${users}/${memberToConfirm.memberId}?`, answer)
  expect(member.json).toMatchObject({ id: memberToConfirm.memberId, status: 1 })
  const key = await get(`/api/users/${String(member.json.userId)}/public-key`, answer)
  const bytes = await decryptRsa(privateKey, own?.key ?? '')
  const wrapped = await wrapOrganizationKey(bytes, String(key.json.publicKey))
  const name = await encryptText(await unwrapOrganizationKey(privateKey, own?.key ?? ''), 'My Items')
  const body = { key: wrapped, defaultUserCollectionName: name }
  const done = await post('POST', `${users}/${memberToConfirm.memberId}/confirm`, answer, body)
  expect(done).toMatchObject({ status: 200, text: '' })

  const theirs = await login(memberToConfirm)
  const seen = await keysOf(theirs.answer, theirs.masterKey)
  await expect(unwrapOrganizationKey(seen.privateKey, seen.organization?.key ?? '')).resolves.toBeDefined()
})

test('creates, reads, edits and deletes a collection', async () => {
  const { owner, organization } = mock.credentials
  if (!owner) return expect.fail()
  const { answer, masterKey } = await login(owner)
  const { privateKey, organization: own } = await keysOf(answer, masterKey)
  const key = await unwrapOrganizationKey(privateKey, own?.key ?? '')
  const collections = `/api/organizations/${organization.id}/collections`
  const users = [{ id: owner.memberId, readOnly: false, hidePasswords: false, manage: true }]
  const wish = async (name: string) => ({
    name: await encryptText(key, name),
    externalId: null,
    groups: [],
    users,
  })
  const made = await post('POST', collections, answer, await wish('By the command line'))
  const id = String(made.json.id)
  const read = await get(`${collections}/${id}/details`, answer)
  expect(read.json).toMatchObject({ id, users, groups: [] })
  expect(await decryptText(key, String(read.json.name))).toBe('By the command line')
  expect((await post('PUT', `${collections}/${id}`, answer, await wish('Renamed'))).status).toBe(200)
  const list = (await get(collections, answer)).json.data as Json[]
  const row = list.find((collection) => collection.id === id)
  expect(await decryptText(key, String(row?.name))).toBe('Renamed')
  expect((await bw.send('DELETE', `${collections}/${id}`, bearer(answer))).status).toBe(200)
})
