import { expect, test } from 'vitest'
import { MockServer } from '#/mocks/server'
import { testServer } from '#/mocks/testing/test-server'

const call = async (
  server: MockServer,
  method: string,
  path: string,
  body?: unknown,
  database = 'default',
) => {
  const init = {
    method,
    headers: { 'mock-db': database },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  const response = await server.fetch(new Request(`http://mock.test/__mock/${path}`, init))
  return { status: response.status, body: (await response.json()) as unknown }
}

test('databases are apart, named by header or cookie', async () => {
  const { server, db, owner } = await testServer()
  db.users.put({ ...owner(), name: 'Changed' })
  const other = (await server.databases.get('other')).db
  expect(other.users.all()[0]?.name).not.toBe('Changed')
  const headers = { cookie: 'a=1; mock-db=other' }
  await server.fetch(new Request('http://mock.test/api/config', { headers }))
  expect((await call(server, 'GET', 'log', undefined, 'other')).body).toMatchObject([
    { path: '/api/config', status: 200 },
  ])
  expect((await call(server, 'GET', 'log')).body).toEqual([])
})

test('a database for each test costs next to nothing', async () => {
  const server = new MockServer({ seed: { seed: 'demo', now: '2026-11-20T10:00:00Z' } })
  const first = await server.databases.get('first')
  const second = await server.databases.get('second')
  expect(second.db.events.all().length).toBe(first.db.events.all().length)
  // Rows are shared until one side replaces them: that is what makes the copy cheap.
  const [row] = first.db.secrets.all()
  expect(row && second.db.secrets.get(row.id)).toBe(row)
})

test('a database is made with its own seed, moment and switches, and reset to them', async () => {
  const { server } = await testServer()
  const wish = { name: 'mine', seed: 'empty', now: '2025-03-01T00:00:00Z', switches: { tokenLifetime: 9 } }
  expect((await call(server, 'POST', 'databases', wish)).body).toMatchObject({ name: 'mine', seed: 'empty' })
  const mine = await server.databases.get('mine')
  expect(new Date(mine.db.nowMs()).toISOString()).toMatch(/^2025-03-01T00:/)
  expect(mine.state.switches.tokenLifetime).toBe(9)
  mine.db.users.delete(mine.db.users.all()[0]?.id ?? '')
  await call(server, 'POST', 'reset', undefined, 'mine')
  expect((await server.databases.get('mine')).db.users.all()).toHaveLength(1)
  expect((await call(server, 'POST', 'databases', { seed: 'nope' })).body).toMatchObject({
    error: expect.stringContaining('demo') as string,
  })
})

test('its clock is set, moved, and given back', async () => {
  const { server, db } = await testServer()
  await call(server, 'PUT', 'now', { now: '2030-01-01T00:00:00Z' })
  expect(new Date(db.nowMs()).getUTCFullYear()).toBe(2030)
  await call(server, 'PUT', 'now', { offset: 86_400_000 })
  expect(new Date(db.nowMs()).toISOString().slice(0, 10)).toBe('2030-01-02')
  await call(server, 'PUT', 'now', { now: null })
  expect(db.meta.clockOffset).toBe(0)
  expect((await call(server, 'PUT', 'now', { now: 'soon' })).status).toBe(400)
})

test('switches are merged; unknown ones are refused', async () => {
  const { server, database } = await testServer()
  await call(server, 'PUT', 'switches', { versionsGeneration: 'B' })
  expect(database.state.switches).toMatchObject({ versionsGeneration: 'B', tokenLifetime: 3600 })
  expect((await call(server, 'PUT', 'switches', { tokenLifetme: 1 })).status).toBe(400)
})

test('mailbox and codes show what people would read', async () => {
  const { server, db, owner, signIn, call: ask } = await testServer()
  const { token } = await signIn()
  await ask('POST', '/api/accounts/request-otp', token)
  db.users.put({ ...owner(), totpSecret: 'JBSWY3DPEHPK3PXP' })
  const mailbox = (await call(server, 'GET', 'mailbox')).body as { code: string }[]
  const { email } = owner()
  expect((await call(server, 'GET', 'codes')).body).toMatchObject({
    authenticators: [{ email, code: expect.stringMatching(/^\d{6}$/) as string }],
    mailed: [{ email, code: mailbox[0]?.code, purpose: 'otp' }],
  })
  await call(server, 'DELETE', 'mailbox')
  expect(db.mails.all()).toEqual([])
})

test('the log keeps method, path, status and time, never a body or a header', async () => {
  const { server, signIn, call: ask } = await testServer()
  const { token } = await signIn({ password: 'wrong-and-secret' })
  await ask('GET', '/api/accounts/profile', token)
  const { body } = await call(server, 'GET', 'log')
  expect(body).toMatchObject([
    { method: 'POST', path: '/identity/connect/token', endpoint: 'tokenCreate', status: 400 },
    { method: 'GET', path: '/api/accounts/profile', endpoint: 'accountsProfile', status: 401 },
  ])
  expect(JSON.stringify(body)).not.toContain('wrong-and-secret')
})

test('an export can be imported elsewhere', async () => {
  const { server, signIn } = await testServer()
  await signIn()
  const { body } = await call(server, 'GET', 'export')
  await call(server, 'POST', 'import', body, 'copy')
  expect((await call(server, 'GET', 'export', undefined, 'copy')).body).toEqual(body)
})

test('reports of the content policy are kept', async () => {
  const { server } = await testServer()
  await call(server, 'POST', 'csp-reports', { 'csp-report': { 'violated-directive': 'x' } })
  await call(server, 'POST', 'csp-reports', [{ type: 'csp-violation' }, { type: 'csp-violation' }])
  expect((await call(server, 'GET', 'csp-reports')).body).toHaveLength(3)
  expect((await call(server, 'DELETE', 'csp-reports')).body).toEqual([])
})

test('personas are listed, unknown calls are told', async () => {
  const { server } = await testServer()
  expect((await call(server, 'GET', 'personas')).body).toContainEqual(
    expect.objectContaining({ id: 'owner' }),
  )
  expect((await call(server, 'GET', 'nonsense')).status).toBe(404)
})
