import { beforeEach, expect, test, vi } from 'vitest'
import { deriveAccessTokenKey, openAccessTokenPayload, parseAccessToken } from '#/crypto/access-token'
import { decryptText, encryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { program, startMock } from './program'
import type { Json } from './program'

// The Secrets Manager SDK 1.0.0, request by request as it sends them (clients.md §2): no client version anywhere.

const headers = { 'Device-Type': '21', 'User-Agent': 'Bitwarden Rust-SDK' }

// Real key derivation, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let mock: Awaited<ReturnType<typeof startMock>>
let sdk: ReturnType<typeof program>
beforeEach(async () => {
  mock = await startMock()
  sdk = program(mock, headers)
})

async function login(text: string) {
  const { id, clientSecret, seed } = parseAccessToken(text)
  const fields = { scope: 'api.secrets', client_id: id, client_secret: clientSecret }
  const answer = await sdk.form({ ...fields, grant_type: 'client_credentials' })
  return { answer, seed }
}

async function session(text: string) {
  const { answer, seed } = await login(text)
  const {
    access_token: token,
    expires_in: life,
    token_type: type,
    scope,
    encrypted_payload: payload,
  } = answer.json
  expect([typeof life, type, scope]).toEqual(['number', 'Bearer', 'api.secrets'])
  const claims = JSON.parse(atob(String(token).split('.')[1] ?? '')) as Json
  expect(claims).toMatchObject({ scope: ['api.secrets'], sub: expect.any(String) as string })
  const key = await openAccessTokenPayload(await deriveAccessTokenKey(seed), String(payload))
  const call = (method: string, path: string, body?: unknown) => {
    const sent = { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' }
    return sdk.send(method, path, sent, body === undefined ? undefined : JSON.stringify(body))
  }
  return { key, call, organization: String(claims.organization) }
}

const machine = () => mock.credentials.machineAccount ?? expect.fail()
const sealed = async (key: SymmetricKey, value: string) => ({
  key: await encryptText(key, 'SDK_KEY'),
  value: await encryptText(key, value),
  note: await encryptText(key, ''),
})

/** All that it parses of a secret; a note is sealed also where it is empty. */
async function opened(key: SymmetricKey, secret: Json) {
  for (const date of [secret.creationDate, secret.revisionDate]) expect(String(date)).toMatch(/Z$/)
  const texts = [secret.key, secret.value, secret.note].map((text) => decryptText(key, String(text)))
  return { texts: await Promise.all(texts), project: (secret.projects as Json[] | null)?.[0]?.id }
}

test('makes, reads, changes and deletes projects and secrets, and every name it is given opens', async () => {
  const { key, call, organization } = await session(machine().accessToken)
  const root = `/api/organizations/${organization}`
  for (const project of (await call('GET', `${root}/projects`)).json.data as Json[])
    await expect(decryptText(key, String(project.name))).resolves.not.toBe('')
  for (const secret of (await call('GET', `${root}/secrets`)).json.secrets as Json[])
    await expect(decryptText(key, String(secret.key))).resolves.not.toBe('')

  const project = await call('POST', `${root}/projects`, { name: await encryptText(key, 'By the SDK') })
  const projectIds = [String(project.json.id)]
  const renamed = { name: await encryptText(key, 'Renamed') }
  expect((await call('PUT', `/api/projects/${projectIds[0]}`, renamed)).json.name).toBe(renamed.name)
  expect((await call('GET', `/api/projects/${projectIds[0]}`)).json.organizationId).toBe(organization)

  const wish = { ...(await sealed(key, ' välue 🔑 ')), projectIds }
  const made = await call('POST', `${root}/secrets`, wish)
  // Byte for byte, since a history is told by equal ciphertexts.
  expect(made.json).toMatchObject({ key: wish.key, value: wish.value, note: wish.note })
  const path = `/api/secrets/${String(made.json.id)}`
  const read = await opened(key, (await call('GET', path)).json)
  expect(read).toEqual({ texts: ['SDK_KEY', ' välue 🔑 ', ''], project: projectIds[0] })
  expect((await call('PUT', path, { ...(await sealed(key, 'second')), projectIds })).status).toBe(200)
  const many = await call('POST', '/api/secrets/get-by-ids', { ids: [made.json.id] })
  expect((await opened(key, (many.json.data as Json[])[0] ?? {})).texts[1]).toBe('second')

  const gone = await call('POST', '/api/secrets/delete', [made.json.id])
  expect(gone.json.data).toEqual([expect.objectContaining({ id: made.json.id, error: null })])
  const goneProject = await call('POST', '/api/projects/delete', projectIds)
  expect(goneProject.json.data).toEqual([expect.objectContaining({ id: projectIds[0], error: null })])
  expect(mock.problems).toEqual([])
})

test('syncs all it can read, then nothing until something changes; a date to come is refused', async () => {
  const { key, call, organization } = await session(machine().accessToken)
  const path = `/api/organizations/${organization}/secrets/sync`
  const all = await call('GET', path)
  const { data } = all.json.secrets as { data: Json[] }
  expect(all.json.hasChanges).toBe(true)
  for (const secret of data) await opened(key, secret)
  const at = (ms: number) =>
    encodeURIComponent(new Date(mock.db.nowMs() + ms).toISOString().replace('Z', '+00:00'))
  expect((await call('GET', `${path}?lastSyncedDate=${at(-1)}`)).json).toMatchObject({
    hasChanges: false,
    secrets: null,
  })
  const future = await call('GET', `${path}?lastSyncedDate=${at(86_400_000)}`)
  expect([future.status, future.json.message]).toEqual([400, 'Last synced date must be in the past.'])
})

test('is refused what the machine account may not do', async () => {
  const writer = await session(machine().accessToken)
  const reader = await session(machine().readOnlyAccessToken ?? '')
  const root = `/api/organizations/${writer.organization}`
  const wish = await sealed(reader.key, 'x')
  const status = async (answer: Promise<{ status: number }>) => (await answer).status
  expect(
    await status(
      reader.call('POST', `${root}/secrets`, { ...wish, projectIds: [machine().readOnlyProjectId] }),
    ),
  ).toBe(404)
  expect(await status(writer.call('POST', `${root}/secrets`, { ...wish, projectIds: [] }))).toBe(404)
  expect(await status(writer.call('GET', '/api/secrets/99999999-9999-4999-8999-999999999999'))).toBe(404)
  const ids = ['99999999-9999-4999-8999-999999999999']
  expect(await status(writer.call('POST', '/api/secrets/get-by-ids', { ids }))).toBe(404)

  const [secret] = (await reader.call('GET', `${root}/secrets`)).json.secrets as Json[]
  const kept = await reader.call('POST', '/api/secrets/delete', [secret?.id])
  expect(kept.json.data).toEqual([expect.objectContaining({ id: secret?.id, error: 'access denied' })])

  const long = { ...wish, value: `2.${btoa('i'.repeat(16))}|${'A'.repeat(36_000)}|${btoa('m'.repeat(32))}` }
  const tooLong = await writer.call('POST', `${root}/secrets`, { ...long, projectIds: [] })
  expect(tooLong.json.validationErrors).toEqual({
    Value: ['The field Value exceeds the maximum encrypted value length of 35000 characters.'],
  })
})

test('a token that ended, was revoked or never was is no client; none at all is an empty 401', async () => {
  const { expiredAccessToken, revokedAccessToken } = machine()
  for (const text of [expiredAccessToken, revokedAccessToken]) {
    const { answer } = await login(text ?? '')
    expect([answer.status, answer.json]).toEqual([400, { error: 'invalid_client' }])
  }
  const none = await sdk.send('GET', `/api/organizations/${mock.credentials.organization.id}/projects`)
  expect([none.status, none.text]).toEqual([401, ''])
})
