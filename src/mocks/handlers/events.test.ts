import { describe, expect, it } from 'vitest'
import type { Caller } from '#/mocks/handler'
import { stampOf } from '#/mocks/store/stamp'
import type { EventRow } from '#/mocks/store/tables'
import { NOBODY, NOW, ORG, OTHER_ORG, TestServer } from '#/mocks/testing/harness'

const notFound = { status: 404, body: 'Resource not found.' }
const DAY = 86_400_000

interface Page {
  data: { date: string; type: number }[]
  continuationToken: string | null
}

function setUp() {
  const server = new TestServer()
  const owner = server.person(server.addMember('owner'))
  const add = (ms: number, change: Partial<EventRow> = {}) =>
    server.db.addEvent({ id: server.id('ca'), date: stampOf(ms), type: 2100, organizationId: ORG, ...change })
  const page = async (query = '', caller: Caller = owner) =>
    (await server.call(caller, 'organizationEventList', { id: ORG }, undefined, query)).body as Page
  return { server, db: server.db, owner, add, page }
}

const range = (from: string, to: string) => `start=${from}&end=${to}`

describe('event pages', () => {
  it('show the last 30 days from midnight unless both dates are given', async () => {
    const { add, page } = setUp()
    const midnight = Math.floor(NOW / DAY) * DAY
    add(midnight - 30 * DAY - 1, { type: 1 })
    add(midnight - 30 * DAY, { type: 2 })
    add(NOW, { type: 3 })
    add(midnight + DAY - 1, { type: 4 })
    add(midnight + DAY, { type: 5 })
    for (const query of ['', 'start=2020-01-01', 'end=2020-01-01', 'start=&end=']) {
      expect((await page(query)).data.map((row) => row.type)).toEqual([4, 3, 2])
    }
  })

  it('put swapped dates right and refuse more than 367 days', async () => {
    const { server, owner, add, page } = setUp()
    add(Date.parse('2026-02-01T12:00:00Z'))
    expect((await page(range('2026-02-02', '2026-02-01'))).data).toHaveLength(1)
    expect((await page(range('2025-01-01', '2026-01-03'))).data).toEqual([])
    for (const query of [range('2025-01-01', '2026-01-04'), range('2026-01-04', '2025-01-01')]) {
      const answer = await server.call(owner, 'organizationEventList', { id: ORG }, undefined, query)
      expect(answer).toEqual({ status: 400, body: 'Range too large.' })
    }
  })

  it('hold 50 rows, newest first, and follow by token down to an empty page', async () => {
    const { add, page } = setUp()
    for (let i = 0; i < 100; i += 1) add(NOW + i)
    const first = await page()
    expect(first.data).toHaveLength(50)
    expect(first.data[0]?.date).toBe('2026-03-10T12:00:00.099Z')
    const second = await page(`continuationToken=${first.continuationToken}`)
    expect(second.data[0]?.date).toBe('2026-03-10T12:00:00.049Z')
    expect(await page(`continuationToken=${second.continuationToken}`)).toMatchObject({
      data: [],
      continuationToken: null,
    })
  })

  it('ignore `end` with a token, and a token that is none', async () => {
    const { add, page } = setUp()
    for (let i = 0; i < 60; i += 1) add(NOW + i)
    const { continuationToken } = await page()
    const old = range('2026-01-01', '2026-01-02')
    expect((await page(`${old}&continuationToken=${continuationToken}`)).data).toHaveLength(10)
    expect((await page(`${old}&continuationToken=garbage`)).data).toEqual([])
    expect((await page('continuationToken=garbage')).data).toHaveLength(50)
  })

  it('write tokens as SQL servers do: .NET ticks with the UTC flag', async () => {
    const { add, page } = setUp()
    for (let i = 0; i < 50; i += 1) add(NOW + i)
    const ticks = (BigInt(NOW) * 10_000n + 621_355_968_000_000_000n) | (1n << 62n)
    expect((await page()).continuationToken).toBe(String(ticks))
  })

  it('show all 24 members, null where nothing was written', async () => {
    const { add, page } = setUp()
    add(NOW, { userId: NOBODY, deviceType: 9, ipAddress: '::1', systemUser: 1, domainName: 'acme.test' })
    const { data } = await page()
    const row = data[0] ?? {}
    expect(Object.keys(row)).toHaveLength(24)
    expect(row).toMatchObject({
      userId: NOBODY,
      providerUserId: null,
      systemUser: 1,
      domainName: 'acme.test',
    })
  })
})

describe('whose log', () => {
  const ids = (server: TestServer, id: string) => ({ orgId: ORG, id, serviceAccountId: server.id('0') })

  it('of the organization is for owners, admins and Custom with that permission', async () => {
    const { server } = setUp()
    const reader = server.addMember('custom', {
      permissions: { accessEventLogs: true },
      accessSecretsManager: false,
    })
    const other = server.addMember('custom', { permissions: { manageUsers: true } })
    const list = (caller: Caller) => server.call(caller, 'organizationEventList', { id: ORG })
    expect((await list(server.person(reader))).status).toBe(200)
    expect(await list(server.person(other))).toEqual(notFound)
    expect(await list(server.person(server.addMember('owner', { organizationId: OTHER_ORG })))).toEqual(
      notFound,
    )
  })

  it('of one secret needs the secret too; gone or in the trash, an owner or admin', async () => {
    const { server, owner, add } = setUp()
    const member = server.addMember('custom', { permissions: { accessEventLogs: true } })
    const custom = server.person(member)
    const [live, trashed] = [server.addSecret(), server.addSecret({ deletedDate: stampOf(NOW) })]
    add(NOW, { secretId: live.id })
    const list = (caller: Caller, id: string, query = '') =>
      server.call(caller, 'secretEventList', ids(server, id), undefined, query)
    expect(await list(custom, live.id)).toEqual(notFound)
    server.grant(member, live, 'r')
    expect((await list(custom, live.id)).body).toMatchObject({ data: [{ secretId: live.id }] })
    // Here `end` is not looked at, not even on the first page.
    const old = range('2026-01-01', '2026-01-02')
    expect((await list(custom, live.id, old)).body).toMatchObject({ data: [{ secretId: live.id }] })
    for (const id of [trashed.id, NOBODY]) {
      expect(await list(custom, id)).toEqual(notFound)
      expect((await list(owner, id)).status).toBe(200)
    }
    const withoutFlag = server.person(server.addMember('owner', { accessSecretsManager: false }))
    expect(await list(withoutFlag, live.id)).toEqual(notFound)
    expect((await list(withoutFlag, NOBODY)).status).toBe(200)
  })

  it('of a project or machine account needs no Secrets Manager, but the organization it belongs to', async () => {
    const { server, add } = setUp()
    const admin = server.person(server.addMember('admin', { accessSecretsManager: false }))
    const foreign = { organizationId: OTHER_ORG }
    const [project, account] = [server.addProject(), server.addMachine()]
    add(NOW, { projectId: project.id, serviceAccountId: account.id })
    add(NOW + 1, { grantedServiceAccountId: account.id })
    const lists = [
      ['projectEventList', project, server.addProject(foreign), 1],
      ['machineAccountEventListByOrganization', account, server.addMachine(foreign), 2],
    ] as const
    for (const [name, mine, theirs, rows] of lists) {
      const list = async (id: string) => server.call(admin, name, ids(server, id))
      expect(((await list(mine.id)).body as Page).data).toHaveLength(rows)
      expect(await list(theirs.id)).toEqual(notFound)
      expect((await list(NOBODY)).body).toMatchObject({ data: [] })
    }
  })

  it('of a member goes by who acted, of oneself by what belongs to no organization', async () => {
    const { server, owner, add } = setUp()
    const member = server.addMember('user')
    const userId = member.userId ?? ''
    add(NOW, { actingUserId: userId, type: 2304 })
    add(NOW + 1, { userId, type: 2100 })
    server.db.addEvent({
      id: server.id('ca'),
      date: stampOf(NOW),
      type: 1000,
      organizationId: null,
      actingUserId: userId,
    })
    const invited = server.addMember('user', { userId: null, email: 'new@acme.test', status: 0 })
    const list = (id: string) => server.call(owner, 'memberEventList', ids(server, id))
    expect((await list(member.id)).body).toMatchObject({ data: [{ type: 2304 }] })
    for (const id of [invited.id, NOBODY]) expect(await list(id)).toEqual(notFound)
    expect((await server.call(server.person(member), 'ownEventList')).body).toMatchObject({
      data: [{ type: 1000 }],
    })
    expect((await server.call(owner, 'ownEventList')).body).toMatchObject({ data: [] })
  })
})
