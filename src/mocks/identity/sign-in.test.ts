import { beforeEach, describe, expect, test } from 'vitest'
import { stampOf } from '#/mocks/store/stamp'
import { testServer, VERSION } from '#/mocks/testing/test-server'
import type { Answer } from '#/mocks/testing/test-server'

let mock: Awaited<ReturnType<typeof testServer>>
beforeEach(async () => (mock = await testServer()))

const later = (ms: number) => mock.db.setMeta({ clockOffset: mock.db.meta.clockOffset + ms })
const events = () => mock.db.events.all().map(({ type }) => type)
const claimsOf = (token: string) => JSON.parse(atob(token.split('.')[1] ?? '')) as Answer
const MINUTE = 60_000

describe('password grant', () => {
  test('answers with tokens, keys and claims, and logs the sign-in', async () => {
    const { status, headers, body, token } = await mock.signIn()
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store, no-cache, max-age=0')
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      Kdf: 0,
      KdfMemory: null,
      Key: mock.owner().key,
    })
    const claims = claimsOf(token)
    expect(claims).toMatchObject({
      sub: mock.owner().id,
      scope: ['api', 'offline_access'],
      devicetype: 'ChromeBrowser',
    })
    expect(claims.orgowner).toBe(mock.db.organizations.all()[0]?.id)
    expect(claims.accesssecretsmanager).toBe(claims.orgowner)
    expect(events()).toEqual([1000, 1000])
  })

  test('takes form names in any case and the device type as a name', async () => {
    expect((await mock.signIn({ DEVICETYPE: 'FirefoxBrowser', deviceType: '' })).status).toBe(200)
  })

  test('a wrong password is told in the server words and logged', async () => {
    const { status, body } = await mock.signIn({ password: 'wrong' })
    expect(status).toBe(400)
    expect(body).toEqual({
      error: 'invalid_grant',
      error_description: 'invalid_username_or_password',
      ErrorModel: { Message: 'Username or password is incorrect. Try again.', Object: 'error' },
    })
    expect(events()).toEqual([1005, 1005])
  })

  test.each([
    ['no version header', {}, 'version_header_missing'],
    ['a version that is none', { 'Bitwarden-Client-Version': 'latest' }, 'version_header_missing'],
  ])('%s', async (_, headers, error) => {
    expect((await mock.signIn({}, headers)).body.error).toBe(error)
  })

  test('a second generation account wants a newer client', async () => {
    const keys = {
      wrappedSigningKey: '7.AAAA',
      verifyingKey: 'AAAA',
      signedPublicKey: 'AAAA',
      securityState: 'AAAA',
      securityVersion: 2,
    }
    mock.db.users.put({ ...mock.owner(), accountKeysV2: keys })
    const old = await mock.signIn({}, { 'Bitwarden-Client-Version': '2025.10.9' })
    expect(old.body).toMatchObject({ error: 'invalid_client_version' })
    expect((await mock.signIn({}, { 'Bitwarden-Client-Version': '2025.11.0' })).status).toBe(200)
  })

  test('without a device there is no session', async () => {
    expect((await mock.signIn({ deviceName: '' })).body).toMatchObject({
      error: 'device_error',
      ErrorModel: { Message: 'no device information provided' },
    })
  })

  test('an organization that wants single sign-on stops its members, not its owners', async () => {
    const [organization] = mock.db.organizations.all()
    const [member] = mock.db.members.all()
    if (!organization || !member) throw new Error('The seed changed.')
    const date = mock.db.stamp()
    const policy = {
      id: mock.db.newId(),
      organizationId: organization.id,
      type: 4,
      data: null,
      enabled: true,
    }
    mock.db.policies.put({ ...policy, creationDate: date, revisionDate: date })
    expect((await mock.signIn()).status).toBe(200)
    mock.db.members.put({ ...member, type: 2 })
    expect((await mock.signIn()).body).toMatchObject({ error_description: 'Sso authentication is required.' })
  })

  test.each([
    [{ client_id: 'nobody' }, 'invalid_client'],
    [{ grant_type: 'implicit' }, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials' }, 'unauthorized_client'],
    [{ scope: 'api admin' }, 'invalid_scope'],
  ])('%o is %s', async (more, error) => {
    expect((await mock.signIn(more)).body).toEqual({ error })
  })

  test('only a posted form is a request', async () => {
    const json = await mock.call('POST', '/identity/connect/token', undefined, {})
    expect([json.status, json.body]).toEqual([400, { error: 'invalid_request' }])
    expect((await mock.call('GET', '/identity/connect/token')).body).toEqual({ error: 'invalid_request' })
  })
})

describe('refresh', () => {
  const refresh = (token: unknown, clientId = 'web') =>
    mock.postForm({ grant_type: 'refresh_token', client_id: clientId, refresh_token: String(token) }, {})

  test('repeats its token, gives no keys, and reads memberships anew', async () => {
    const { body } = await mock.signIn()
    const [member] = mock.db.members.all()
    if (member) mock.db.members.put({ ...member, accessSecretsManager: false })
    const renewed = await refresh(body.refresh_token)
    expect(Object.keys(renewed.body).toSorted()).toEqual([
      'access_token',
      'expires_in',
      'refresh_token',
      'scope',
      'token_type',
    ])
    expect(renewed.body.refresh_token).toBe(body.refresh_token)
    expect(claimsOf(renewed.token).accesssecretsmanager).toBeUndefined()
  })

  test('its seven days slide', async () => {
    const { body } = await mock.signIn()
    later(6 * 24 * 60 * MINUTE)
    expect((await refresh(body.refresh_token)).status).toBe(200)
    later(6 * 24 * 60 * MINUTE)
    expect((await refresh(body.refresh_token)).status).toBe(200)
    later(8 * 24 * 60 * MINUTE)
    expect((await refresh(body.refresh_token)).body).toEqual({ error: 'invalid_grant' })
  })

  test('dies with the security stamp, and works for its own client only', async () => {
    const { body, token } = await mock.signIn()
    expect((await refresh(body.refresh_token, 'cli')).body).toEqual({ error: 'invalid_grant' })
    const proof = { masterPasswordHash: mock.owner().masterPasswordHash }
    expect((await mock.call('POST', '/api/accounts/security-stamp', token, proof)).status).toBe(200)
    expect((await refresh(body.refresh_token)).body).toEqual({ error: 'invalid_grant' })
    expect((await mock.call('GET', '/api/accounts/profile', token)).status).toBe(200)
  })
})

describe('keys', () => {
  test('a personal key signs in without second factor, and renews by repeating', async () => {
    const { id, apiKey } = mock.owner()
    mock.db.users.put({ ...mock.owner(), totpSecret: 'JBSWY3DPEHPK3PXP' })
    const form = {
      grant_type: 'client_credentials',
      client_id: `user.${id}`,
      client_secret: apiKey,
      scope: 'api',
    }
    expect((await mock.postForm(form)).body.error).toBe('device_error')
    const device = { deviceType: '14', deviceIdentifier: 'd', deviceName: 'script' }
    const { body, token } = await mock.postForm({ ...form, ...device })
    expect(body).toMatchObject({ scope: 'api', Key: mock.owner().key })
    expect(body.refresh_token).toBeUndefined()
    expect(claimsOf(token)).toMatchObject({ client_id: `user.${id}`, type: 'User', scope: ['api'] })
    expect((await mock.postForm({ ...form, ...device }, {})).body.error).toBe('version_header_missing')
    expect((await mock.postForm({ ...form, ...device, client_secret: 'x' })).body).toEqual({
      error: 'invalid_client',
    })
  })

  test("an organization's key is for the public API, and dies with its rotation; its tokens live on", async () => {
    const { token } = await mock.signIn()
    const [organization] = mock.db.organizations.all()
    if (!organization) throw new Error('The seed changed.')
    const secret = () => mock.db.organizations.get(organization.id)?.apiKeys[0]?.apiKey ?? ''
    const form = (client_secret: string) => ({
      ...{ grant_type: 'client_credentials', scope: 'api.organization', client_secret },
      client_id: `organization.${organization.id}`,
    })
    const old = secret()
    const key = await mock.postForm(form(old), {})
    expect(claimsOf(key.token)).toMatchObject({ client_sub: organization.id, client_type: 'Organization' })
    expect((await mock.call('GET', '/api/accounts/profile', key.token)).status).toBe(403)
    const rotate = { masterPasswordHash: mock.owner().masterPasswordHash, type: 0 }
    const rotated = await mock.call(
      'POST',
      `/api/organizations/${organization.id}/rotate-api-key`,
      token,
      rotate,
    )
    expect(rotated.body).toMatchObject({ apiKey: secret(), object: 'apiKey' })
    expect(secret()).not.toBe(old)
    expect((await mock.postForm(form(old), {})).body).toEqual({ error: 'invalid_client' })
    expect((await mock.postForm(form(secret()), {})).status).toBe(200)
    mock.db.organizations.put({ ...organization, enabled: false })
    expect((await mock.postForm(form(secret()), {})).body).toEqual({ error: 'invalid_client' })
  })

  test('a machine token gives the payload, until it is revoked or expires', async () => {
    const { token } = await mock.signIn()
    const enc = '2.AAAAAAAAAAAAAAAAAAAAAA==|AAAA|AAAA'
    const [organization] = mock.db.organizations.all()
    const account = await mock.call(
      'POST',
      `/api/organizations/${organization?.id}/service-accounts`,
      token,
      { name: enc },
    )
    const { id } = account.body as { id: string }
    const expireAt = stampOf(mock.db.nowMs() + 60 * MINUTE)
    const wish = { name: enc, encryptedPayload: enc, key: enc, expireAt }
    const made = await mock.call('POST', `/api/service-accounts/${id}/access-tokens`, token, wish)
    const created = made.body as { id: string; clientSecret: string }
    const form = {
      grant_type: 'client_credentials',
      scope: 'api.secrets',
      client_secret: created.clientSecret,
    }
    const exchange = (prefix = '') => mock.postForm({ ...form, client_id: prefix + created.id }, {})
    const first = await exchange('apikey.')
    expect(first.body).toMatchObject({ scope: 'api.secrets', encrypted_payload: enc })
    expect(first.body.Kdf).toBeUndefined()
    expect(claimsOf(first.token)).toMatchObject({
      sub: id,
      organization: organization?.id,
      type: 'ServiceAccount',
    })
    expect(
      (await mock.call('GET', `/api/organizations/${organization?.id}/projects`, first.token)).status,
    ).toBe(200)
    later(61 * MINUTE)
    expect((await exchange()).body).toEqual({ error: 'invalid_client' })
  })
})

test('prelogin says how to derive, and the same for people who do not exist', async () => {
  const prelogin = (email: string, path = '') =>
    mock.call('POST', `/identity/accounts/prelogin${path}`, undefined, { email })
  const { email, kdfIterations } = mock.owner()
  const known = await prelogin(email.toUpperCase(), '/password')
  expect(known.body).toMatchObject({
    kdf: 0,
    kdfIterations,
    salt: email,
    kdfSettings: { kdfType: 0, memory: null },
  })
  const unknown = await prelogin('nobody@nowhere.example')
  expect(unknown.body).toMatchObject({ kdf: 0, kdfIterations: 600_000, salt: 'nobody@nowhere.example' })
  expect((await prelogin('x')).body).toMatchObject({
    validationErrors: { Email: ['The Email field is not a valid e-mail address.'] },
  })
})

test('one-time passwords prove presence once', async () => {
  const { token } = await mock.signIn()
  expect((await mock.call('POST', '/api/accounts/request-otp', token)).body).toBe('')
  const otp = mock.db.mails.all()[0]?.code ?? ''
  const verify = () => mock.call('POST', '/api/accounts/verify-otp', token, { otp })
  expect((await verify()).status).toBe(200)
  expect((await verify()).body).toMatchObject({ validationErrors: { Token: ['Invalid token'] } })
})

test('the user key id is set once and comes back in sync', async () => {
  const { token } = await mock.signIn({}, VERSION)
  const userKeyId = '00112233445566778899aabbccddeeff'
  const set = () => mock.call('POST', '/api/accounts/key-management/user-key-id', token, { userKeyId })
  expect((await set()).status).toBe(200)
  expect((await set()).body).toMatchObject({ message: 'User key id is already set.' })
  const { body } = await mock.call('GET', '/api/sync?excludeDomains=true', token)
  expect(body).toMatchObject({
    userDecryption: { userKeyId, masterPasswordUnlock: { containedKeyId: userKeyId } },
  })
})
