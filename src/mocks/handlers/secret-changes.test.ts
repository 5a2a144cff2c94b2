import { describe, expect, it } from 'vitest'
import type { Caller } from '#/mocks/handler'
import { NOBODY, ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const texts = { key: sealed('new name'), value: sealed('new value'), note: sealed('') }
const notFound = { status: 404, body: 'Resource not found.' }
const unique = { status: 400, body: 'Resources must be unique' }
const readable = { status: 400, body: 'Resources must be Read = true' }

interface Wish {
  granteeId: string
  read: boolean
  write: boolean
}

const wish = (grantee: { id: string }, flags = 'r'): Wish => ({
  granteeId: grantee.id,
  read: flags.includes('r'),
  write: flags.includes('w'),
})

const policies = (users: (Wish | null)[], groups: Wish[] = [], machines: (Wish | null)[] = []) => ({
  userAccessPolicyRequests: users,
  groupAccessPolicyRequests: groups,
  serviceAccountAccessPolicyRequests: machines,
})

function setUp() {
  const server = new TestServer()
  const writer = server.addMember('user')
  const [p, q, closed] = [server.addProject(), server.addProject(), server.addProject()]
  server.grant(writer, p, 'rw')
  server.grant(writer, q, 'rw')
  const foreign = server.addProject({ organizationId: OTHER_ORG })
  const people = { owner: server.person(server.addMember('owner')), writer: server.person(writer) }
  const create = (caller: Caller, more: object = {}) =>
    server.call(caller, 'secretCreate', inOrg, {
      ...texts,
      projectIds: null,
      accessPoliciesRequests: null,
      ...more,
    })
  const update = (caller: Caller, id: string, more: object = {}) =>
    server.call(
      caller,
      'secretUpdate',
      { id },
      {
        ...{ ...texts, projectIds: null, accessPoliciesRequests: null, valueChanged: false },
        ...more,
      },
    )
  return { server, db: server.db, ...people, member: writer, p, q, closed, foreign, create, update }
}

describe('creating', () => {
  it('echoes a stub of the project without its name, or null', async () => {
    const { owner, p, create } = setUp()
    const stub = [{ id: p.id, name: null }]
    expect((await create(owner, { projectIds: [p.id] })).body).toMatchObject({
      ...texts,
      projects: stub,
      read: true,
    })
    expect((await create(owner, { projectIds: [] })).body).toMatchObject({ projects: null })
    expect((await create(owner)).body).toMatchObject({ projects: null })
  })

  it('needs a project of the same organization, from admins too', async () => {
    const { owner, foreign, create } = setUp()
    expect(await create(owner, { projectIds: [foreign.id] })).toEqual(notFound)
    expect(await create(owner, { projectIds: [NOBODY] })).toEqual(notFound)
  })

  it('gives the creator no policy, and logs 2101', async () => {
    const { server, db, writer, p, create } = setUp()
    const events = await server.eventsOf(() => create(writer, { projectIds: [p.id] }))
    const secret = db.secrets.where('projectId', p.id)[0]
    expect(events).toEqual([{ type: 2101, userId: writer.userId, secretId: secret?.id }])
    expect(db.accessPolicies.count('targetId', secret?.id ?? '')).toBe(0)
  })

  it('checks policies after the right on the secret: form, then grantees', async () => {
    const { server, writer, member, p, closed, create } = setUp()
    const [mine, foreign] = [server.addMachine(), server.addMachine()]
    server.grant(member, mine, 'rw')
    const other = server.addMember('user', { organizationId: OTHER_ORG })
    const twice = policies([wish(member), wish(member, 'rw')])
    const inP = (accessPoliciesRequests: object) =>
      create(writer, { projectIds: [p.id], accessPoliciesRequests })
    expect(await create(writer, { projectIds: [closed.id], accessPoliciesRequests: twice })).toEqual(notFound)
    expect(await inP(twice)).toEqual(unique)
    expect(await inP(policies([wish(other, 'w')]))).toEqual(readable)
    expect(await inP(policies([wish(other)]))).toEqual(notFound)
    expect(await inP(policies([], [], [wish(foreign)]))).toEqual(notFound)
    expect((await inP(policies([null]))).status).toBe(500)
    expect((await inP(policies([], [], [null]))).status).toBe(400)
    expect((await inP(policies([wish(member)], [], [wish(mine)]))).status).toBe(200)
  })
})

describe('projectIds of an update is a target state', () => {
  const cases: [
    string,
    'p' | null,
    (s: ReturnType<typeof setUp>) => string[] | null,
    string | null | 404,
    boolean,
  ][] = [
    ['P, sent [P]', 'p', (s) => [s.p.id], 'p', true],
    ['P, sent [Q]', 'p', (s) => [s.q.id], 'q', true],
    ['P, sent a project without write', 'p', (s) => [s.closed.id], 'closed', false],
    ['P, sent null', 'p', () => null, null, false],
    ['P, sent []', 'p', () => [], null, false],
    ['none, sent [Q]', null, (s) => [s.q.id], 'q', true],
    ['none, sent null', null, () => null, null, true],
    ['none, sent []', null, () => [], null, false],
    ['P, sent a foreign project', 'p', (s) => [s.foreign.id], 404, false],
  ]

  it.each(cases)('%s', async (_name, current, sentOf, result, isForUsers) => {
    for (const who of ['owner', 'writer'] as const) {
      const s = setUp()
      const before = s.server.addSecret({ projectId: current && s.p.id })
      if (!current) s.server.grant(s.member, before, 'rw')
      const sent = sentOf(s)
      const answer = await s.update(s[who], before.id, { projectIds: sent })
      const expected = result === 'p' || result === 'q' || result === 'closed' ? s[result].id : null
      if (result === 404 || (who === 'writer' && !isForUsers)) {
        expect(answer).toEqual(notFound)
        expect(s.db.secrets.get(before.id)).toEqual(before)
      } else {
        const name = result === current ? sealed('p') : null
        expect(answer.body).toMatchObject({ projects: expected === null ? [] : [{ id: expected, name }] })
        expect(s.db.secrets.get(before.id)?.projectId).toBe(expected)
      }
    }
  })
})

describe('updating', () => {
  it('replaces all texts, moves revisionDate and logs 2102', async () => {
    const { server, db, owner, update } = setUp()
    const { id, creationDate } = server.addSecret()
    const events = await server.eventsOf(() => update(owner, id))
    expect(db.secrets.get(id)).toMatchObject({
      ...texts,
      creationDate,
      revisionDate: expect.stringMatching(/^2026-03-10/) as string,
    })
    expect(events).toEqual([{ type: 2102, userId: owner.userId, secretId: id }])
  })

  it('takes policies as the whole set, or leaves them alone', async () => {
    const { server, db, owner, member, update } = setUp()
    const secret = server.addSecret()
    const [kept, gone] = [server.addGroup([]), server.addMachine()]
    server.grant(kept, secret, 'r')
    server.grant(gone, secret, 'r')
    const rows = () =>
      db.accessPolicies
        .where('targetId', secret.id)
        .map(({ granteeId, read, write }) => ({ granteeId, read, write }))
    await update(owner, secret.id)
    expect(rows()).toHaveLength(2)
    const wanted = [wish(kept, 'rw'), wish(member)]
    await update(owner, secret.id, { accessPoliciesRequests: policies(wanted.slice(1), wanted.slice(0, 1)) })
    expect(rows()).toEqual(wanted)
  })

  it('asks people for a right on machine accounts only where they are new', async () => {
    const { server, owner, writer, p, update } = setUp()
    const secret = server.addSecret({ projectId: p.id })
    const account = server.addMachine()
    const set = (caller: Caller, ...machines: Wish[]) =>
      update(caller, secret.id, { projectIds: [p.id], accessPoliciesRequests: policies([], [], machines) })
    expect(await set(writer, wish(account))).toEqual(notFound)
    expect((await set(owner, wish(account))).status).toBe(200)
    expect((await set(writer, wish(account, 'rw'))).status).toBe(200)
    expect((await set(writer)).status).toBe(200)
    expect(await set(writer, wish(account))).toEqual(notFound)
  })

  it('takes members without Secrets Manager, not those of other organizations', async () => {
    const { server, owner, update } = setUp()
    const { id } = server.addSecret()
    const outside = server.addMember('user', { accessSecretsManager: false })
    const foreign = server.addGroup([], { organizationId: OTHER_ORG })
    const set = (accessPoliciesRequests: object) => update(owner, id, { accessPoliciesRequests })
    expect((await set(policies([wish(outside)]))).status).toBe(200)
    expect(await set(policies([], [wish(foreign)]))).toEqual(notFound)
    expect(await set(policies([wish({ id: NOBODY })]))).toEqual(notFound)
  })
})
