import { describe, expect, it } from 'vitest'
import { NOBODY, ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const notFound = { status: 404, body: 'Resource not found.' }

function setUp() {
  const server = new TestServer()
  const member = server.addMember('owner')
  return { server, db: server.db, member, owner: server.person(member) }
}

describe('projects', () => {
  it('are listed oldest change first, with the rights of the caller', async () => {
    const { server, owner } = setUp()
    const late = server.addProject({ revisionDate: '2026-02-02T00:00:00.0000000Z' })
    const early = server.addProject()
    const reader = server.addMember('user')
    server.grant(reader, late, 'r')
    expect((await server.call(owner, 'projectList', inOrg)).body).toMatchObject({
      data: [
        { id: early.id, write: true },
        { id: late.id, write: true },
      ],
    })
    expect((await server.call(server.person(reader), 'projectList', inOrg)).body).toMatchObject({
      data: [{ id: late.id, read: true, write: false }],
    })
  })

  it('give their creator all rights, admins and machines too', async () => {
    const { server, db, member, owner } = setUp()
    const account = server.addMachine()
    const create = { ...inOrg }
    const events = await server.eventsOf(() =>
      server.call(owner, 'projectCreate', create, { name: sealed('a') }),
    )
    await server.call(server.machine(account), 'projectCreate', create, { name: sealed('b') })
    const [byPerson, byMachine] = db.projects.all()
    expect(events).toEqual([{ type: 2201, userId: owner.userId, projectId: byPerson?.id }])
    const grants = db.accessPolicies.all().map(({ granteeKind, granteeId, targetId, read, write }) => {
      return { granteeKind, granteeId, targetId, read, write }
    })
    expect(grants).toEqual([
      { granteeKind: 'member', granteeId: member.id, targetId: byPerson?.id, read: true, write: true },
      {
        granteeKind: 'serviceAccount',
        granteeId: account.id,
        targetId: byMachine?.id,
        read: true,
        write: true,
      },
    ])
    expect((db.serviceAccounts.get(account.id)?.revisionDate ?? '') > account.revisionDate).toBe(true)
  })

  it('cannot be made by a machine account that is gone', async () => {
    const { server, db } = setUp()
    const account = server.addMachine()
    db.serviceAccounts.delete(account.id)
    const answer = await server.call(server.machine(account), 'projectCreate', inOrg, { name: sealed('a') })
    expect(answer.status).toBe(404)
    expect([db.projects.size, db.accessPolicies.size]).toEqual([0, 0])
  })

  it('are counted on the Free plan of the cloud alone', async () => {
    const { server, db, owner } = setUp()
    db.organizations.update(ORG, { planType: 0 })
    const create = () => server.call(owner, 'projectCreate', inOrg, { name: sealed('a') })
    for (let i = 0; i < 3; i += 1) expect((await create()).status).toBe(200)
    expect((await create()).status).toBe(200)
    db.setMeta({ selfHosted: false })
    expect(await create()).toEqual({
      status: 400,
      body: 'You have reached the maximum number of projects (3) for this plan.',
    })
  })

  it('move their revisionDate by a rename only, and log 2200 and 2202', async () => {
    const { server, db, owner } = setUp()
    const { id, revisionDate } = server.addProject()
    const params = { id }
    const log = (type: number) => [{ type, userId: owner.userId, projectId: id }]
    expect(await server.eventsOf(() => server.call(owner, 'projectGet', params))).toEqual(log(2200))
    expect(db.projects.get(id)?.revisionDate).toBe(revisionDate)
    expect(
      await server.eventsOf(() => server.call(owner, 'projectUpdate', params, { name: sealed('n') })),
    ).toEqual(log(2202))
    expect(db.projects.get(id)).toMatchObject({ name: sealed('n') })
    expect((db.projects.get(id)?.revisionDate ?? '') > revisionDate).toBe(true)
  })

  it('are deleted for good: secrets stay without one, those in the trash too', async () => {
    const { server, db, owner } = setUp()
    const [gone, kept] = [server.addProject(), server.addProject()]
    const live = server.addSecret({ projectId: gone.id })
    const trashed = server.addSecret({ projectId: gone.id, deletedDate: '2026-03-09T00:00:00.0000000Z' })
    const other = server.addSecret({ projectId: kept.id })
    const [account, writer] = [server.addMachine(), server.addMember('user')]
    server.grant(account, gone, 'r')
    server.grant(writer, gone, 'rw')
    const caller = server.person(writer)
    const events = await server.eventsOf(async () => {
      expect((await server.call(caller, 'projectDelete', {}, [gone.id, kept.id])).body).toMatchObject({
        data: [
          { id: gone.id, error: null },
          { id: kept.id, error: 'access denied' },
        ],
      })
    })
    expect(events).toEqual([{ type: 2203, userId: caller.userId, projectId: gone.id }])
    for (const secret of [live, trashed]) {
      expect(db.secrets.get(secret.id)?.projectId).toBeNull()
      expect((db.secrets.get(secret.id)?.revisionDate ?? '') > secret.revisionDate).toBe(true)
    }
    expect(db.secrets.get(other.id)).toEqual(other)
    expect(db.accessPolicies.size).toBe(0)
    expect((db.serviceAccounts.get(account.id)?.revisionDate ?? '') > account.revisionDate).toBe(true)
    expect(await server.call(caller, 'secretGet', { id: live.id })).toEqual(notFound)
    expect((await server.call(owner, 'secretGet', { id: live.id })).body).toMatchObject({ projects: [] })
  })

  it('refuse the whole list for an empty, unknown, doubled or foreign id', async () => {
    const { server, db, owner } = setUp()
    const { id } = server.addProject()
    const foreign = server.addProject({ organizationId: OTHER_ORG })
    for (const ids of [[], [id, NOBODY], [id, id], [id, foreign.id], [foreign.id]]) {
      expect(await server.call(owner, 'projectDelete', {}, ids)).toEqual(notFound)
    }
    expect(db.projects.size).toBe(2)
  })
})
