import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { NOBODY, sealed, TestServer } from '#/mocks/testing/harness'

function setUp() {
  const server = new TestServer()
  const owner = server.person(server.addMember('owner'))
  const account = server.addMachine()
  const create = (expireAt: string | null) =>
    server.call(
      owner,
      'accessTokenCreate',
      { id: account.id },
      {
        ...{ name: sealed('t'), encryptedPayload: sealed('p'), key: sealed('k') },
        expireAt,
      },
    )
  return { server, db: server.db, owner, account, create }
}

describe('access tokens', () => {
  it('show 30 letters and digits once and keep their hash', async () => {
    const { db, account, create } = setUp()
    const { body } = await create(null)
    const { id, clientSecret } = body as { id: string; clientSecret: string }
    expect(clientSecret).toMatch(/^[A-Za-z0-9]{30}$/)
    const clientSecretHash = createHash('sha256').update(clientSecret).digest('base64')
    expect(db.accessTokens.get(id)).toMatchObject({
      serviceAccountId: account.id,
      clientSecretHash,
      expireAt: null,
    })
  })

  it.each([
    ['2030-05-06T07:08:09.123Z', '2030-05-06T07:08:09.123Z', '2030-05-06T07:08:09.123Z'],
    ['2030-05-06T07:08:09.100Z', '2030-05-06T07:08:09.1Z', '2030-05-06T07:08:09.1Z'],
    ['2030-05-06T07:08:09+02:00', '2030-05-06T05:08:09+00:00', '2030-05-06T05:08:09Z'],
    ['2030-05-06T23:08:09-02:30', '2030-05-07T01:38:09+00:00', '2030-05-07T01:38:09Z'],
    ['2031-01-01T00:00:00', '2031-01-01T00:00:00', '2031-01-01T00:00:00Z'],
    ['2031-01-01', '2031-01-01T00:00:00', '2031-01-01T00:00:00Z'],
    ['2031-01-01T10:30', '2031-01-01T10:30:00', '2031-01-01T10:30:00Z'],
  ])('echo the posted form of %s and list it with Z', async (posted, echoed, listed) => {
    const { server, owner, account, create } = setUp()
    expect((await create(posted)).body).toMatchObject({ expireAt: echoed, object: 'accessTokenCreation' })
    expect((await server.call(owner, 'accessTokenList', { id: account.id })).body).toMatchObject({
      data: [{ expireAt: listed, scopes: ['api.secrets'], object: 'accessToken' }],
    })
  })

  it('stay listed after they expired', async () => {
    const { server, owner, account, create } = setUp()
    await create('2026-03-11')
    server.now += 10 * 86_400_000
    const { body } = await server.call(owner, 'accessTokenList', { id: account.id })
    expect(body).toMatchObject({ data: [{ expireAt: '2026-03-11T00:00:00Z' }] })
  })

  it('are revoked only if they belong to the account; the rest is passed over', async () => {
    const { server, db, owner, account, create } = setUp()
    const { id } = (await create(null)).body as { id: string }
    const revoke = (accountId: string, ids: string[]) =>
      server.call(owner, 'accessTokenRevoke', { id: accountId }, { ids })
    const done = { status: 200, body: undefined }
    expect(await revoke(server.addMachine().id, [id])).toEqual(done)
    expect(await revoke(account.id, [])).toEqual(done)
    expect(db.accessTokens.size).toBe(1)
    expect(await revoke(account.id, [NOBODY, id, id])).toEqual(done)
    expect(db.accessTokens.size).toBe(0)
  })

  it('leave no event and do not move the machine account', async () => {
    const { server, db, account, create } = setUp()
    expect(await server.eventsOf(() => create(null))).toEqual([])
    expect(db.serviceAccounts.get(account.id)).toEqual(account)
  })
})
