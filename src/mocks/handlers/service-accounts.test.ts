import { describe, expect, it } from 'vitest'
import { ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const date = '2026-03-09T00:00:00.0000000Z'

function setUp() {
  const server = new TestServer()
  const member = server.addMember('owner')
  return { server, db: server.db, member, owner: server.person(member) }
}

describe('machine accounts', () => {
  it('log their creation as a grant first, with the membership id in actingUserId', async () => {
    const { server, db, member, owner } = setUp()
    const create = () => server.call(owner, 'machineAccountCreate', inOrg, { name: sealed('m') })
    const events = await server.eventsOf(create)
    const id = db.serviceAccounts.all()[0]?.id
    expect(events).toEqual([
      { type: 2300, userId: member.id, actingUserId: member.id, grantedServiceAccountId: id },
      { type: 2304, actingUserId: owner.userId, grantedServiceAccountId: id },
    ])
    expect(db.accessPolicies.where('targetId', id)).toMatchObject([
      { granteeId: member.id, read: true, write: true },
    ])
  })

  it('log nothing when they are renamed', async () => {
    const { server, db, owner } = setUp()
    const { id, revisionDate } = server.addMachine()
    expect(
      await server.eventsOf(() => server.call(owner, 'machineAccountUpdate', { id }, { name: sealed('n') })),
    ).toEqual([])
    expect((db.serviceAccounts.get(id)?.revisionDate ?? '') > revisionDate).toBe(true)
  })

  it('count each secret once, trash apart, and only when asked', async () => {
    const { server, owner } = setUp()
    const project = server.addProject()
    const both = server.addSecret({ projectId: project.id })
    server.addSecret({ projectId: project.id })
    server.addSecret({ projectId: project.id, deletedDate: date })
    const direct = server.addSecret()
    server.addSecret()
    const account = server.addMachine()
    server.grant(account, project, 'w')
    server.grant(account, both, 'r')
    server.grant(account, direct, 'r')
    const list = (query: string) => server.call(owner, 'machineAccountList', inOrg, undefined, query)
    expect((await list('')).body).toMatchObject({ data: [{ id: account.id, accessToSecrets: 0 }] })
    expect((await list('includeAccessToSecrets=True')).body).toMatchObject({ data: [{ accessToSecrets: 3 }] })
  })

  const full = 'Cannot autoscale on a self-hosted instance.'
  const free = 'You have reached the maximum number of machine accounts (3) for this plan.'
  const ceiling = 'Secrets Manager machine account limit has been reached.'
  it.each([
    ['self-hosted', true, { smServiceAccounts: 1 }, full],
    ['Free plan', false, { smServiceAccounts: 1, planType: 0 }, free],
    ['at the ceiling', false, { smServiceAccounts: 1, maxAutoscaleSmServiceAccounts: 1 }, ceiling],
    ['autoscaled', false, { smServiceAccounts: 1, maxAutoscaleSmServiceAccounts: 2 }, null],
    ['unlimited', true, { smServiceAccounts: null }, null],
  ])('find their slots: %s', async (_name, selfHosted, change, text) => {
    const { server, db, owner } = setUp()
    db.setMeta({ selfHosted })
    db.organizations.update(ORG, change)
    server.addMachine()
    const answer = await server.call(owner, 'machineAccountCreate', inOrg, { name: sealed('m') })
    expect(answer).toMatchObject(text === null ? { status: 200 } : { status: 400, body: text })
    expect(db.serviceAccounts.size).toBe(text === null ? 2 : 1)
  })

  it('take grants in both directions and tokens with them, and leave versions without an editor', async () => {
    const { server, db, owner } = setUp()
    const [account, project, secret] = [server.addMachine(), server.addProject(), server.addSecret()]
    server.grant(account, project, 'rw')
    server.grant(server.addMember('user'), account, 'rw')
    const dates = { creationDate: date, revisionDate: date }
    const token = { id: server.id('bf'), serviceAccountId: account.id, name: '', clientSecretHash: '' }
    db.accessTokens.put({ ...token, encryptedPayload: '', key: '', expireAt: null, ...dates })
    const version = { id: server.id('be'), secretId: secret.id, value: sealed('v'), versionDate: date }
    db.secretVersions.put({ ...version, editorServiceAccountId: account.id, editorOrganizationUserId: null })
    const events = await server.eventsOf(() => server.call(owner, 'machineAccountDelete', {}, [account.id]))
    expect(events).toEqual([{ type: 2305, actingUserId: owner.userId, grantedServiceAccountId: account.id }])
    expect([db.accessPolicies.size, db.accessTokens.size, db.serviceAccounts.size]).toEqual([0, 0, 0])
    expect((await server.call(owner, 'secretVersionList', { secretId: secret.id })).body).toMatchObject({
      data: [{ editorServiceAccountId: null, editorOrganizationUserId: null }],
    })
  })

  it('go on with an old token after deletion: empty lists, nothing single', async () => {
    const { server, db } = setUp()
    const [account, secret] = [server.addMachine(), server.addSecret()]
    server.grant(account, secret, 'r')
    const caller = server.machine(account)
    const { deleteMachineAccounts } = await import('#/mocks/secrets-manager/cascade')
    deleteMachineAccounts(db, [account])
    expect((await server.call(caller, 'secretList', inOrg)).body).toMatchObject({ secrets: [] })
    expect((await server.call(caller, 'projectList', inOrg)).body).toMatchObject({ data: [] })
    expect((await server.call(caller, 'secretSync', inOrg)).body).toMatchObject({
      hasChanges: true,
      secrets: { data: [] },
    })
    expect((await server.call(caller, 'secretGet', { id: secret.id })).status).toBe(404)
  })
})
