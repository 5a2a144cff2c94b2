import { describe, expect, it } from 'vitest'
import { NOBODY, ORG, OTHER_ORG, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const notFound = { status: 404, body: 'Resource not found.' }
const unauthorized = { status: 401, body: 'Unauthorized.' }
const deletedDate = '2026-03-09T00:00:00.0000000Z'

function setUp() {
  const server = new TestServer()
  return { server, db: server.db, owner: server.person(server.addMember('owner')) }
}

describe('trash', () => {
  it('asks for Secrets Manager first, then for an admin, then for the ids', async () => {
    const { server } = setUp()
    const user = server.person(server.addMember('user'))
    const stranger = server.person(server.addMember('owner', { accessSecretsManager: false }))
    for (const name of ['trashList', 'trashRestore', 'trashEmpty'] as const) {
      expect(await server.call(stranger, name, inOrg, [NOBODY])).toEqual(notFound)
      expect(await server.call(user, name, inOrg, [NOBODY])).toEqual(unauthorized)
    }
  })

  it('takes only ids that lie in it, all or none; the same id twice is one', async () => {
    const { server, db, owner } = setUp()
    const [gone, live] = [server.addSecret({ deletedDate }), server.addSecret()]
    const foreign = server.addSecret({ deletedDate, organizationId: OTHER_ORG })
    for (const name of ['trashRestore', 'trashEmpty'] as const) {
      for (const ids of [[live.id], [gone.id, live.id], [gone.id, NOBODY], [gone.id, foreign.id]]) {
        expect(await server.call(owner, name, inOrg, ids)).toEqual(notFound)
      }
      expect(await server.call(owner, name, inOrg, [])).toEqual({ status: 200, body: undefined })
    }
    expect(db.secrets.get(gone.id)?.deletedDate).toBe(deletedDate)
    const events = await server.eventsOf(() => server.call(owner, 'trashRestore', inOrg, [gone.id, gone.id]))
    expect(events).toEqual([{ type: 2105, userId: owner.userId, secretId: gone.id }])
    expect(db.secrets.get(gone.id)).toMatchObject({ deletedDate: null })
    expect((db.secrets.get(gone.id)?.revisionDate ?? '') > deletedDate).toBe(true)
  })

  it('gives back policies and project with the secret', async () => {
    const { server, db, owner } = setUp()
    const project = server.addProject()
    const reader = server.addMember('user')
    const secret = server.addSecret({ projectId: project.id })
    server.grant(reader, secret, 'r')
    await server.call(owner, 'secretDelete', {}, [secret.id])
    expect((await server.call(owner, 'trashList', inOrg)).body).toMatchObject({
      secrets: [{ id: secret.id, read: true, write: true, projects: [{ id: project.id }] }],
      projects: [{ id: project.id }],
    })
    await server.call(owner, 'trashRestore', inOrg, [secret.id])
    expect(db.secrets.get(secret.id)?.projectId).toBe(project.id)
    expect((await server.call(server.person(reader), 'secretGet', { id: secret.id })).status).toBe(200)
  })

  it('purges with policies and versions', async () => {
    const { server, db, owner } = setUp()
    const secret = server.addSecret({ deletedDate })
    server.grant(server.addGroup([]), secret, 'r')
    const editor = { editorServiceAccountId: null, editorOrganizationUserId: null }
    db.secretVersions.put({
      id: server.id('be'),
      secretId: secret.id,
      value: 'x',
      versionDate: deletedDate,
      ...editor,
    })
    const events = await server.eventsOf(() => server.call(owner, 'trashEmpty', inOrg, [secret.id]))
    expect(events).toEqual([{ type: 2104, userId: owner.userId, secretId: secret.id }])
    expect([db.secrets.size, db.accessPolicies.size, db.secretVersions.size]).toEqual([0, 0, 0])
  })

  it('has lost what the nightly job took: 30 days, counted at 22:00', async () => {
    const { server, db, owner } = setUp()
    // Now is 10 March, noon; the job last ran on 9 March at 22:00.
    const kept = server.addSecret({ deletedDate: '2026-02-07T22:00:00.0000000Z' })
    server.addSecret({ deletedDate: '2026-02-07T21:59:59.0000000Z' })
    const events = await server.eventsOf(async () => {
      expect((await server.call(owner, 'trashList', inOrg)).body).toMatchObject({
        secrets: [{ id: kept.id }],
      })
    })
    expect(events).toEqual([])
    expect(db.secrets.size).toBe(1)
    server.now += 10 * 3_600_000
    expect((await server.call(owner, 'trashList', inOrg)).body).toMatchObject({ secrets: [] })
  })
})
