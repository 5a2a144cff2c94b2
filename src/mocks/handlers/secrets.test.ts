import { describe, expect, it } from 'vitest'
import type { SecretRow } from '#/mocks/store/tables'
import { NOBODY, ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const at = (second: number) => `2026-02-01T00:00:0${second}.0000000Z`
const notFound = { status: 404, body: 'Resource not found.' }

function setUp() {
  const server = new TestServer()
  return { server, db: server.db, owner: server.person(server.addMember('owner')) }
}

describe('lists of secrets', () => {
  it('come oldest change first, without values, with the distinct projects on top', async () => {
    const { server, owner } = setUp()
    const project = server.addProject({ name: sealed('P') })
    const inProject = (second: number): Partial<SecretRow> => ({
      projectId: project.id,
      revisionDate: at(second),
    })
    const [third, first] = [server.addSecret(inProject(3)), server.addSecret(inProject(1))]
    const second = server.addSecret({ revisionDate: at(2) })
    server.addSecret({ deletedDate: at(1) })
    server.addSecret({ organizationId: OTHER_ORG })
    const stub = { id: project.id, name: sealed('P') }
    const { body } = await server.call(owner, 'secretList', inOrg)
    expect(body).toEqual({
      secrets: [
        [first, [stub]],
        [second, []],
        [third, [stub]],
      ].map(([secret, projects]) => {
        const { id, organizationId, key, revisionDate } = secret as SecretRow
        const dates = {
          creationDate: '2026-01-01T00:00:00Z',
          revisionDate: revisionDate.replace('.0000000', ''),
        }
        return { id, organizationId, key, ...dates, projects, read: true, write: true }
      }),
      projects: [stub],
      object: 'SecretsWithProjectsList',
    })
  })

  it('are streamed when they are long, with the same content', async () => {
    const { server, owner } = setUp()
    const projects = [server.addProject(), server.addProject()]
    for (let i = 0; i < 2_345; i += 1) server.addSecret({ projectId: projects[i % 2]?.id ?? null })
    const context = server.context(owner, inOrg, undefined, '')
    const { secretHandlers } = await import('./secrets')
    const answer = await secretHandlers.secretList(context)
    expect(answer).toBeInstanceOf(Response)
    const { body } = await server.call(owner, 'secretList', inOrg)
    const list = body as { secrets: { id: string }[]; projects: unknown[] }
    expect(new Set(list.secrets.map((secret) => secret.id)).size).toBe(2_345)
    expect(list.projects).toHaveLength(2)
  })

  it('seal what a large seed left open, without writing values anywhere', async () => {
    const { server, db, owner } = setUp()
    const wanted: string[] = []
    server.addSecret({ key: '', value: '', note: '' })
    db.sealer = (rows, want) => {
      wanted.push(want)
      return Promise.resolve(rows.map((row) => ({ ...row, key: sealed('lazy') })))
    }
    expect((await server.call(owner, 'secretList', inOrg)).body).toMatchObject({
      secrets: [{ key: sealed('lazy') }],
    })
    expect(wanted).toEqual(['name'])
  })

  it('of a project do not ask for a right on it, but the project must be known', async () => {
    const { server } = setUp()
    const stranger = server.person(server.addMember('user'))
    const project = server.addProject()
    server.addSecret({ projectId: project.id })
    const empty = { secrets: [], projects: [], object: 'SecretsWithProjectsList' }
    expect((await server.call(stranger, 'projectSecretList', { projectId: project.id })).body).toEqual(empty)
    expect(await server.call(stranger, 'projectSecretList', { projectId: NOBODY })).toEqual(notFound)
    const foreign = server.addProject({ organizationId: OTHER_ORG })
    expect(await server.call(stranger, 'projectSecretList', { projectId: foreign.id })).toEqual(notFound)
  })
})

describe('reading', () => {
  it('logs 2100 for people in userId, for machines in serviceAccountId', async () => {
    const { server, owner } = setUp()
    const secret = server.addSecret()
    const account = server.addMachine()
    server.grant(account, secret, 'r')
    const byPerson = await server.eventsOf(() => server.call(owner, 'secretGet', { id: secret.id }))
    expect(byPerson).toEqual([{ type: 2100, userId: owner.userId, secretId: secret.id }])
    const byMachine = await server.eventsOf(() =>
      server.call(server.machine(account), 'secretGetByIds', {}, { ids: [secret.id] }),
    )
    expect(byMachine).toEqual([{ type: 2100, serviceAccountId: account.id, secretId: secret.id }])
  })

  it('logs nothing where the organization keeps no log or is disabled', async () => {
    const { server, db, owner } = setUp()
    const secret = server.addSecret()
    for (const change of [{ enabled: false }, { enabled: true, flags: { useEvents: false } }]) {
      db.organizations.update(ORG, change)
      expect(await server.eventsOf(() => server.call(owner, 'secretGet', { id: secret.id }))).toEqual([])
    }
  })

  it('does not find what lies in the trash', async () => {
    const { server, owner } = setUp()
    const { id } = server.addSecret({ deletedDate: at(1) })
    const live = server.addSecret()
    expect(await server.call(owner, 'secretGet', { id })).toEqual(notFound)
    expect(await server.call(owner, 'secretVersionList', { secretId: id })).toEqual(notFound)
    expect(await server.call(owner, 'secretPolicyGet', { secretId: id })).toEqual(notFound)
    expect(await server.call(owner, 'secretGetByIds', {}, { ids: [live.id, id] })).toEqual(notFound)
    expect(await server.call(owner, 'secretDelete', {}, [live.id, id])).toEqual(notFound)
  })

  it('by ids is all or nothing', async () => {
    const { server, owner } = setUp()
    const [mine, closed] = [server.addSecret(), server.addSecret()]
    const foreign = server.addSecret({ organizationId: OTHER_ORG })
    const reader = server.addMember('user')
    server.grant(reader, mine, 'r')
    const caller = server.person(reader)
    expect((await server.call(caller, 'secretGetByIds', {}, { ids: [mine.id] })).body).toMatchObject({
      data: [{ id: mine.id, value: sealed('v'), projects: [], object: 'baseSecret' }],
    })
    expect(await server.call(caller, 'secretGetByIds', {}, { ids: [mine.id, closed.id] })).toEqual(notFound)
    for (const ids of [[], [mine.id, NOBODY], [mine.id, foreign.id]]) {
      expect(await server.call(owner, 'secretGetByIds', {}, { ids })).toEqual(notFound)
    }
  })
})

describe('deleting', () => {
  it('refuses the whole list unless every id is there, once, in one organization', async () => {
    const { server, db, owner } = setUp()
    const { id } = server.addSecret()
    const foreign = server.addSecret({ organizationId: OTHER_ORG })
    for (const ids of [[], [NOBODY], [id, NOBODY], [id, id], [id, foreign.id]]) {
      expect(await server.call(owner, 'secretDelete', {}, ids)).toEqual(notFound)
    }
    expect(db.secrets.get(id)?.deletedDate).toBeNull()
  })

  it('answers per item otherwise, and keeps policies and project', async () => {
    const { server, db } = setUp()
    const project = server.addProject()
    const [mine, closed] = [server.addSecret({ projectId: project.id }), server.addSecret()]
    const writer = server.addMember('user')
    server.grant(writer, mine, 'rw')
    const caller = server.person(writer)
    const item = (id: string, error: string | null) => ({ id, error, object: 'BulkDeleteResponseModel' })
    const events = await server.eventsOf(async () => {
      expect((await server.call(caller, 'secretDelete', {}, [mine.id, closed.id])).body).toEqual({
        data: [item(mine.id, null), item(closed.id, 'access denied')],
        continuationToken: null,
        object: 'list',
      })
    })
    expect(events).toEqual([{ type: 2103, userId: caller.userId, secretId: mine.id }])
    const trashed = db.secrets.get(mine.id)
    expect(trashed?.projectId).toBe(project.id)
    expect(trashed?.deletedDate).toBe(trashed?.revisionDate)
    expect(db.accessPolicies.count('targetId', mine.id)).toBe(1)
  })
})

describe('sync', () => {
  const sync = (server: TestServer, caller: ReturnType<TestServer['person']>, query = '') =>
    server.call(caller, 'secretSync', inOrg, undefined, query)

  it('is for machines; a date in the future is refused before anything else', async () => {
    const { server, owner } = setUp()
    const future = { status: 400, body: 'Last synced date must be in the past.' }
    const stranger = server.person(server.addMember('owner', { organizationId: OTHER_ORG }))
    expect(await sync(server, owner)).toEqual({
      status: 400,
      body: 'Only service accounts can sync secrets.',
    })
    expect(await sync(server, owner, 'lastSyncedDate=2035-01-01T00:00:00Z')).toEqual(future)
    expect(await sync(server, stranger, 'lastSyncedDate=2035-01-01T00:00:00Z')).toEqual(future)
    expect(await sync(server, stranger)).toEqual(notFound)
  })

  it('gives all that is readable, or nothing when nothing moved since', async () => {
    const { server, db, owner } = setUp()
    const account = server.addMachine({ revisionDate: at(5) })
    const [late, early] = [
      server.addSecret({ revisionDate: at(4) }),
      server.addSecret({ revisionDate: at(2) }),
    ]
    server.addSecret()
    for (const secret of [late, early]) server.grant(account, secret, 'r')
    const caller = server.machine(account)
    const all = {
      hasChanges: true,
      secrets: { data: [{ id: early.id }, { id: late.id }] },
      object: 'secretsSync',
    }
    for (const query of ['', 'lastSyncedDate=', 'lastSyncedDate=2026-02-01T00:00:05Z']) {
      const events = await server.eventsOf(async () => {
        expect((await sync(server, caller, query)).body).toMatchObject(all)
      })
      expect(events.map((event) => event.type)).toEqual([2100, 2100])
    }
    const none = { hasChanges: false, secrets: null, object: 'secretsSync' }
    const later = 'lastSyncedDate=2026-02-01T00:00:05.0000001Z'
    expect(
      await server.eventsOf(async () => expect((await sync(server, caller, later)).body).toEqual(none)),
    ).toEqual([])
    await server.call(owner, 'secretDelete', {}, [late.id])
    expect((await sync(server, caller, later)).body).toMatchObject({ secrets: { data: [{ id: early.id }] } })
    db.serviceAccounts.delete(account.id)
    expect((await sync(server, caller)).status).toBe(200)
  })
})
