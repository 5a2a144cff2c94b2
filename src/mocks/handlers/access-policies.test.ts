import { describe, expect, it } from 'vitest'
import type { EndpointName } from '#/api/contract'
import type { Caller } from '#/mocks/handler'
import { NOBODY, ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const notFound = { status: 404, body: 'Resource not found.' }
const unique = { status: 400, body: 'Resources must be unique' }
const readable = { status: 400, body: 'Resources must be Read = true' }
const writable = { status: 400, body: 'Machine account access must be Can read, write' }

const wish = (grantee: { id: string }, flags = 'r') => ({
  granteeId: grantee.id,
  read: flags.includes('r'),
  write: flags.includes('w'),
})

const people = (users: unknown[] | null, groups: unknown[] | null = []) => ({
  userAccessPolicyRequests: users,
  groupAccessPolicyRequests: groups,
})

function setUp() {
  const server = new TestServer()
  const member = server.addMember('owner', {}, { name: 'Olga' })
  const owner = server.person(member)
  const [project, account] = [server.addProject(), server.addMachine()]
  const put = (name: EndpointName, id: string, body: unknown, caller: Caller = owner) =>
    server.call(caller, name, { id }, body)
  return { server, db: server.db, member, owner, project, account, put }
}

describe('people of a project', () => {
  it('are the whole wanted set; names and marks are the caller’s view', async () => {
    const { server, member, owner, project, put } = setUp()
    const nameless = server.addMember('user', {}, { name: ' ', email: 'blank@acme.test' })
    const invited = server.addMember('user', { userId: null, email: 'new@acme.test', status: 0 })
    const group = server.addGroup([member.id], { name: 'Developers' })
    const wanted = people([wish(member, 'rw'), wish(nameless), wish(invited)], [wish(group)])
    const row = (id: string, organizationUserName: string | null, currentUser: boolean, write: boolean) => ({
      ...{ organizationUserId: id, organizationUserName, currentUser, read: true, write },
      object: 'userAccessPolicy',
    })
    const expected = {
      userAccessPolicies: [
        row(member.id, 'Olga', true, true),
        row(nameless.id, 'blank@acme.test', false, false),
        row(invited.id, null, false, false),
      ],
      groupAccessPolicies: [
        {
          ...{
            groupId: group.id,
            groupName: 'Developers',
            currentUserInGroup: true,
            read: true,
            write: false,
          },
          object: 'groupAccessPolicy',
        },
      ],
      object: 'projectPeopleAccessPolicies',
    }
    expect((await put('projectPeoplePolicyPut', project.id, wanted)).body).toEqual(expected)
    expect((await server.call(owner, 'projectPeoplePolicyGet', { id: project.id })).body).toEqual(expected)
    expect((await put('projectPeoplePolicyPut', project.id, people(null, null))).body).toMatchObject({
      userAccessPolicies: [],
      groupAccessPolicies: [],
    })
  })

  it('are checked for form before any right, but after the project', async () => {
    const { server, project, put } = setUp()
    const stranger = server.person(server.addMember('owner', { organizationId: OTHER_ORG }))
    const member = server.addMember('user')
    const twice = people([wish(member), wish(member, 'rw')])
    expect(await put('projectPeoplePolicyPut', project.id, twice, stranger)).toEqual(unique)
    expect(await put('projectPeoplePolicyPut', project.id, people([wish(member, 'w')]), stranger)).toEqual(
      readable,
    )
    expect(await put('projectPeoplePolicyPut', project.id, people([wish(member)]), stranger)).toEqual(
      notFound,
    )
    expect(await put('projectPeoplePolicyPut', NOBODY, twice)).toEqual(notFound)
    expect((await put('projectPeoplePolicyPut', project.id, people([null]))).status).toBe(500)
  })

  it('must all be of the organization: one stranger fails all', async () => {
    const { server, db, member, project, put } = setUp()
    const foreign = server.addMember('user', { organizationId: OTHER_ORG })
    const foreignGroup = server.addGroup([], { organizationId: OTHER_ORG })
    for (const body of [
      people([wish(member), wish(foreign)]),
      people([wish(member), wish({ id: NOBODY })]),
      people([wish(member)], [wish(foreignGroup)]),
      people([wish({ id: member.userId ?? '' })]),
    ]) {
      expect(await put('projectPeoplePolicyPut', project.id, body)).toEqual(notFound)
    }
    expect(db.accessPolicies.size).toBe(0)
  })

  it('may lock themselves out, and are still shown the new set', async () => {
    const { server, project, put } = setUp()
    const writer = server.addMember('user')
    server.grant(writer, project, 'rw')
    const caller = server.person(writer)
    const answer = await put('projectPeoplePolicyPut', project.id, people([]), caller)
    expect(answer).toMatchObject({ status: 200, body: { userAccessPolicies: [] } })
    expect(await server.call(caller, 'projectPeoplePolicyGet', { id: project.id })).toEqual(notFound)
  })

  it('leave no event, and no trace on project or machine accounts', async () => {
    const { server, db, member, project, account, put } = setUp()
    server.grant(account, project, 'r')
    const act = () => put('projectPeoplePolicyPut', project.id, people([wish(member, 'rw')]))
    expect(await server.eventsOf(act)).toEqual([])
    expect(db.projects.get(project.id)).toEqual(project)
    expect(db.serviceAccounts.get(account.id)).toEqual(account)
    expect(db.accessPolicies.where('granteeId', account.id)).toHaveLength(1)
  })
})

describe('machine accounts of a project', () => {
  const machines = (...wishes: unknown[]) => ({ serviceAccountAccessPolicyRequests: wishes })

  it('are a difference: only what changed is written and bumped', async () => {
    const { server, db, project, account, put } = setUp()
    const [changed, gone, added] = [server.addMachine(), server.addMachine(), server.addMachine()]
    const kept = server.grant(account, project, 'r')
    server.grant(changed, project, 'r')
    server.grant(gone, project, 'r')
    const { body } = await put(
      'projectMachineAccountPolicyPut',
      project.id,
      machines(wish(account), wish(changed, 'rw'), wish(added)),
    )
    expect((await put('projectMachineAccountPolicyPut', project.id, machines(null))).status).toBe(400)
    expect(body).toMatchObject({
      serviceAccountAccessPolicies: [
        { serviceAccountId: account.id, serviceAccountName: sealed('m'), read: true, write: false },
        { serviceAccountId: changed.id, read: true, write: true },
        { serviceAccountId: added.id, read: true, write: false },
      ],
      object: 'ProjectServiceAccountsAccessPolicies',
    })
    expect(db.accessPolicies.get(kept.id)).toEqual(kept)
    const isBumped = (id: string) => (db.serviceAccounts.get(id)?.revisionDate ?? '') > account.revisionDate
    expect([account, changed, gone, added].map(({ id }) => isBumped(id))).toEqual([false, true, true, true])
  })

  it('need a right of their own only when people add them', async () => {
    const { server, project, account, put } = setUp()
    const writer = server.addMember('user')
    const [mine, foreign] = [server.addMachine(), server.addMachine({ organizationId: OTHER_ORG })]
    server.grant(writer, project, 'rw')
    server.grant(writer, mine, 'rw')
    server.grant(account, project, 'r')
    const caller = server.person(writer)
    const set = (...wishes: unknown[]) =>
      put('projectMachineAccountPolicyPut', project.id, machines(...wishes), caller)
    expect((await set(wish(account, 'rw'), wish(mine))).status).toBe(200)
    expect((await set()).status).toBe(200)
    expect(await set(wish(account))).toEqual(notFound)
    expect(await put('projectMachineAccountPolicyPut', project.id, machines(wish(foreign)))).toEqual(notFound)
  })
})

describe('people of a machine account', () => {
  it('can only have both rights; doubles are told first', async () => {
    const { server, member, account, put } = setUp()
    const stranger = server.person(server.addMember('user'))
    const set = (body: unknown) => put('machineAccountPeoplePolicyPut', account.id, body, stranger)
    expect(await set(people([wish(member, 'r'), wish(member, 'r')]))).toEqual(unique)
    expect(await set(people([wish(member, 'r')]))).toEqual(writable)
    expect(await set(people([wish(member, 'w')]))).toEqual(writable)
    expect(await set(people([wish(member, 'rw')]))).toEqual(notFound)
    expect(await put('machineAccountPeoplePolicyPut', NOBODY, people([]))).toEqual(notFound)
  })

  it('log each difference: groups before members, removals before additions', async () => {
    const { server, db, member, owner, account, put } = setUp()
    const [out, stays] = [server.addMember('user'), server.addMember('user')]
    const [groupOut, groupIn] = [server.addGroup([]), server.addGroup([])]
    for (const grantee of [out, stays, groupOut]) server.grant(grantee, account, 'rw')
    const body = people([wish(stays, 'rw'), wish(member, 'rw')], [wish(groupIn, 'rw')])
    const act = () => put('machineAccountPeoplePolicyPut', account.id, body)
    const common = { actingUserId: owner.userId, grantedServiceAccountId: account.id }
    expect(await server.eventsOf(act)).toEqual([
      { type: 2303, groupId: groupOut.id, ...common },
      { type: 2302, groupId: groupIn.id, ...common },
      { type: 2301, userId: out.id, ...common },
      { type: 2300, userId: member.id, ...common },
    ])
    expect(await server.eventsOf(act)).toEqual([])
    expect(db.serviceAccounts.get(account.id)).toEqual(account)
  })
})

describe('projects granted to a machine account', () => {
  const granted = (...wishes: { granteeId: string; read: boolean; write: boolean }[]) => ({
    projectGrantedPolicyRequests: wishes.map(({ granteeId, ...rights }) => ({
      grantedId: granteeId,
      ...rights,
    })),
  })

  it('tell which rows the caller may touch; the others must go back unchanged', async () => {
    const { server, project, account, put } = setUp()
    const closed = server.addProject()
    const writer = server.addMember('user')
    server.grant(writer, project, 'rw')
    server.grant(writer, account, 'rw')
    server.grant(account, closed, 'r')
    server.grant(account, project, 'r')
    const caller = server.person(writer)
    const set = (...wishes: ReturnType<typeof wish>[]) =>
      put('grantedPolicyPut', account.id, granted(...wishes), caller)
    expect((await server.call(caller, 'grantedPolicyGet', { id: account.id })).body).toMatchObject({
      grantedProjectPolicies: [
        {
          accessPolicy: { grantedProjectId: closed.id, grantedProjectName: sealed('p') },
          hasPermission: false,
        },
        { accessPolicy: { grantedProjectId: project.id }, hasPermission: true },
      ],
    })
    expect(await set(wish(project))).toEqual(notFound)
    expect(await set(wish(project), wish(closed, 'rw'))).toEqual(notFound)
    expect((await set(wish(project, 'rw'), wish(closed))).status).toBe(200)
    expect((await set(wish(closed))).status).toBe(200)
  })

  it('need write on the machine account even when nothing changes', async () => {
    const { server, account, put } = setUp()
    const caller = server.person(server.addMember('user'))
    expect(await put('grantedPolicyPut', account.id, granted(), caller)).toEqual(notFound)
  })

  it('must be of the organization, for admins too; form comes first', async () => {
    const { server, project, account, put } = setUp()
    const foreign = server.addProject({ organizationId: OTHER_ORG })
    const set = (...wishes: ReturnType<typeof wish>[]) =>
      put('grantedPolicyPut', account.id, granted(...wishes))
    expect(await set(wish(foreign), wish(foreign))).toEqual(unique)
    expect(await set(wish(foreign, 'w'))).toEqual(readable)
    const none = await put('grantedPolicyPut', account.id, { projectGrantedPolicyRequests: [null] })
    expect(none.status).toBe(400)
    for (const bad of [foreign, { id: NOBODY }]) expect(await set(wish(project), wish(bad))).toEqual(notFound)
  })

  it('move the machine account only when they change', async () => {
    const { db, project, account, put } = setUp()
    const set = () => put('grantedPolicyPut', account.id, granted(wish(project)))
    const revision = () => db.serviceAccounts.get(account.id)?.revisionDate ?? ''
    await set()
    const after = revision()
    expect(after > account.revisionDate).toBe(true)
    await set()
    expect(revision()).toBe(after)
  })
})

describe('potential grantees', () => {
  it('are confirmed members with Secrets Manager, then all groups', async () => {
    const { server, member, owner } = setUp()
    server.addMember('user', { accessSecretsManager: false })
    server.addMember('user', { status: 1 })
    const group = server.addGroup([member.id])
    const { body } = await server.call(owner, 'peopleGranteeList', { id: ORG })
    const marks = { currentUserInGroup: false, currentUser: false, object: 'potentialGrantee' }
    expect(body).toMatchObject({
      data: [
        { ...marks, id: member.id, name: 'Olga', type: 'user', currentUser: true },
        { ...marks, id: group.id, type: 'group', email: null, currentUserInGroup: true },
      ],
    })
  })

  it('among machine accounts and projects are those with write', async () => {
    const { server, project, account } = setUp()
    const writer = server.addMember('user')
    server.grant(writer, project, 'rw')
    server.grant(writer, account, 'rw')
    server.grant(writer, server.addProject(), 'r')
    server.addMachine()
    const caller = server.person(writer)
    expect((await server.call(caller, 'projectGranteeList', { id: ORG })).body).toMatchObject({
      data: [{ id: project.id, name: sealed('p'), type: 'project', email: null }],
    })
    expect((await server.call(caller, 'machineAccountGranteeList', { id: ORG })).body).toMatchObject({
      data: [{ id: account.id, name: sealed('m'), type: 'serviceAccount' }],
    })
  })
})
