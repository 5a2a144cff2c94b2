import { beforeEach, describe, expect, test } from 'vitest'
import { signToken } from './identity/jwt'
import { testServer } from './testing/test-server'

let mock: Awaited<ReturnType<typeof testServer>>
let token: string
let organization: string

beforeEach(async () => {
  mock = await testServer()
  token = (await mock.signIn()).token
  organization = mock.db.organizations.all()[0]?.id ?? ''
})

const secrets = () => `/api/organizations/${organization}/secrets`
const members = () => `/api/organizations/${organization}/users/mini-details`

describe('paths', () => {
  test('ignore case and a slash at the end', async () => {
    expect((await mock.call('GET', `${secrets().toUpperCase()}/`, token)).status).toBe(200)
  })

  test('take ids without dashes, and answer with dashes', async () => {
    const bare = organization.replaceAll('-', '').toUpperCase()
    expect((await mock.call('GET', `/api/organizations/${bare}/projects`, token)).status).toBe(200)
  })

  test.each([
    ['HEAD', 'GET, POST'],
    ['OPTIONS', 'GET, POST'],
    ['DELETE', 'GET, POST'],
  ])('%s where there is none tells what there is', async (method, allow) => {
    const { status, headers, body } = await mock.call(method, secrets(), token)
    expect([status, headers.get('allow'), body]).toEqual([405, allow, ''])
  })

  test('unknown ones are an empty 404', async () => {
    const { status, body } = await mock.call('GET', '/api/nothing/here')
    expect([status, body]).toEqual([404, ''])
  })

  test('below a base are found without it', async () => {
    const { server } = await testServer({ base: '/x' })
    const answer = await server.fetch(new Request('http://mock.test/x/api/config'))
    expect(await answer.json()).toMatchObject({ environment: { api: 'http://mock.test/x/api' } })
  })
})

describe('authorization', () => {
  const now = () => Math.floor(mock.db.nowMs() / 1000)
  const forged = (claims: object) => {
    const base = {
      iss: 'x',
      iat: 0,
      nbf: 0,
      jti: 'x',
      exp: now() + 60,
      client_id: 'web',
      sub: mock.owner().id,
    }
    return signToken({ ...base, scope: ['api'], amr: ['Application'], ...claims })
  }

  test('no token, a garbled one and an expired one', async () => {
    const challenge = async (sent?: string) =>
      (await mock.call('GET', secrets(), sent)).headers.get('www-authenticate')
    expect(await challenge()).toBe('Bearer')
    expect(await challenge('garbage')).toBe('Bearer error="invalid_token"')
    expect(await challenge(`${token.slice(0, -4)}AAAA`)).toBe('Bearer error="invalid_token"')
    expect(await challenge(await forged({ exp: 2000 }))).toBe(
      'Bearer error="invalid_token", error_description="The token expired at \'01/01/1970 00:33:20\'"',
    )
  })

  test('a guarded endpoint meets a dead token with an empty 500', async () => {
    for (const sent of [
      undefined,
      'garbage',
      await forged({ exp: 2000 }),
      await forged({ client_sub: organization }),
    ]) {
      const { status, body } = await mock.call('GET', members(), sent)
      expect([status, body]).toEqual([500, ''])
    }
    const machine = await forged({ type: 'ServiceAccount', organization, scope: ['api.secrets'] })
    expect((await mock.call('GET', members(), machine)).status).toBe(403)
    expect((await mock.call('GET', members(), await forged({}))).status).toBe(403)
  })

  test('scope and client decide', async () => {
    expect((await mock.call('GET', secrets(), await forged({ scope: ['offline_access'] }))).status).toBe(403)
    const body = { organizationId: organization, emailContent: 'please' }
    const cli = await forged({ client_id: 'cli', orguser: organization })
    expect((await mock.call('POST', '/api/request-access/request-sm-access', cli, body)).status).toBe(403)
  })

  test('a token lasts as long as the switch says', async () => {
    mock.database.state = {
      ...mock.database.state,
      switches: { ...mock.database.state.switches, tokenLifetime: 60 },
    }
    const { body, token: short } = await mock.signIn()
    expect(body.expires_in).toBe(60)
    mock.db.setMeta({ clockOffset: mock.db.meta.clockOffset + 20_000 })
    expect((await mock.call('GET', secrets(), short)).status).toBe(200)
    mock.db.setMeta({ clockOffset: mock.db.meta.clockOffset + 41_000 })
    expect((await mock.call('GET', secrets(), short)).status).toBe(401)
  })

  test('an account that is gone is unauthorized in words', async () => {
    mock.db.users.delete(mock.owner().id)
    expect(await mock.call('GET', '/api/accounts/profile', token)).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized.' },
    })
  })
})

describe('requests', () => {
  const create = (body: string | undefined, type: string | null) => {
    const headers = new Headers({ Authorization: `Bearer ${token}` })
    if (type !== null) headers.set('Content-Type', type)
    const init = {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
    }
    return mock.fetch(`http://mock.test/api/organizations/${organization}/projects`, init)
  }

  test.each([
    [null, 415],
    ['text/plain', 415],
    ['application/json; charset=utf-8', 400],
    ['application/vnd.api+json', 400],
    ['text/json', 400],
  ])('content type %s: %i', async (type, status) => {
    expect((await create('{}', type)).status).toBe(status)
  })

  test('an empty body, and null, are no body', async () => {
    for (const body of [undefined, '', ' null ']) {
      expect(await (await create(body, 'application/json')).json()).toMatchObject({
        validationErrors: { '': ['A non-empty request body is required.'] },
      })
    }
  })

  test('bad path, query and body are told in one answer', async () => {
    const answer = await mock.call('PUT', '/api/projects/x', token, {})
    expect(answer.body).toMatchObject({
      validationErrors: { id: ["The value 'x' is not valid."], Name: ['The Name field is required.'] },
    })
    const query = await mock.call('GET', '/api/organization/x/secrets/y/events?START=abc&end=', token)
    expect(query.body).toMatchObject({
      validationErrors: {
        orgId: expect.anything() as string[],
        id: expect.anything() as string[],
        start: ["The value 'abc' is not valid."],
      },
    })
  })

  test('where the server reads the id as text it fails late', async () => {
    expect((await mock.call('GET', '/api/organizations/x/public-key', token)).status).toBe(500)
  })
})

test('CORS is for the vault origin alone', async () => {
  const ask = (origin: string, path = '/api/config') =>
    mock.call('GET', path, undefined, undefined, { origin })
  expect((await ask('https://vault.example.test')).headers.get('access-control-allow-credentials')).toBe(
    'true',
  )
  expect((await ask('https://other.test')).headers.get('access-control-allow-origin')).toBeNull()
  expect((await ask('file://', members())).headers.get('access-control-allow-origin')).toBeNull()
})

test('every answer carries the security headers, and names no cache but the token endpoint', async () => {
  for (const { headers } of [await mock.call('GET', '/api/config'), await mock.call('GET', secrets())]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  }
})

test('an answer that breaks the contract becomes a 500 that names the field', async () => {
  const lines: string[] = []
  const { db, signIn, call } = await testServer({ log: (line) => lines.push(line) })
  const owner = (await signIn()).token
  const [user] = db.users.all()
  if (user) db.users.put({ ...user, key: 'no EncString' })
  const { status, headers } = await call('GET', '/api/accounts/keys', owner)
  expect(status).toBe(500)
  expect(headers.get('x-mock-contract')).toContain('accountsKeys: key')
  expect(lines[0]).not.toContain('no EncString')
})
