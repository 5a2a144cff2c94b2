import { expect, it } from 'vitest'
import { ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

// Rules of groups, collections and policies that no recorded exchange shows.

function setUp(flags: Record<string, boolean> = {}) {
  const server = new TestServer()
  const organization = server.db.organizations.get(ORG)
  if (!organization) throw new Error('The test server has no organization.')
  const all = { ...organization.flags, useGroups: true, usePolicies: true, ...flags }
  server.db.organizations.put({ ...organization, flags: all })
  const admin = server.addMember('admin')
  return { server, admin, caller: server.person(admin) }
}

const manage = (id: string) => ({ id, readOnly: false, hidePasswords: false, manage: true })
const view = (id: string) => ({ id, readOnly: true, hidePasswords: false, manage: false })

it('lets no admin into a group by their own act where admins lack blanket access', async () => {
  const { server, admin, caller } = setUp()
  const body = { name: 'x', collections: [], users: [admin.id] }
  const answer = await server.call(caller, 'groupCreate', { orgId: ORG }, body)
  expect(answer).toMatchObject({ status: 400, body: 'You cannot add yourself to groups.' })
  const open = setUp({ allowAdminAccessToAllCollectionItems: true })
  const other = { ...body, users: [open.admin.id] }
  expect((await open.server.call(open.caller, 'groupCreate', { orgId: ORG }, other)).status).toBe(200)
})

it('keeps rights of a group that its editor may not give', async () => {
  const { server, admin, caller } = setUp()
  const owner = server.addMember('user')
  const group = server.addGroup([])
  const foreign = server.addCollection({ users: [manage(owner.id)], groups: [view(group.id)] })
  const mine = server.addCollection({ users: [manage(admin.id)], groups: [view(group.id)] })
  const body = { name: 'x', collections: [], users: [] }
  expect((await server.call(caller, 'groupUpdate', { orgId: ORG, id: group.id }, body)).status).toBe(200)
  expect(server.db.collections.get(foreign.id)?.groups).toHaveLength(1)
  expect(server.db.collections.get(mine.id)?.groups).toHaveLength(0)
  const given = { ...body, collections: [view(foreign.id)] }
  expect((await server.call(caller, 'groupUpdate', { orgId: ORG, id: group.id }, given)).status).toBe(404)
})

it('wants somebody who manages a collection, unless admins manage all', async () => {
  const { server, admin, caller } = setUp()
  const body = { name: sealed('c'), externalId: null, groups: [], users: [] }
  const answer = await server.call(caller, 'collectionCreate', { orgId: ORG }, body)
  expect(answer).toMatchObject({
    status: 400,
    body: 'At least one member or group must have can manage permission.',
  })
  const managed = { ...body, users: [manage(admin.id)] }
  expect((await server.call(caller, 'collectionCreate', { orgId: ORG }, managed)).status).toBe(200)
})

it('forgets the grants of a group that is deleted', async () => {
  const { server, caller } = setUp({ allowAdminAccessToAllCollectionItems: true })
  const group = server.addGroup([])
  const collection = server.addCollection({ groups: [view(group.id)] })
  server.grant(group, server.addProject(), 'r')
  expect((await server.call(caller, 'groupDelete', { orgId: ORG, id: group.id })).status).toBe(200)
  expect(server.db.accessPolicies.where('granteeId', group.id)).toEqual([])
  expect(server.db.collections.get(collection.id)?.groups).toEqual([])
})

it('revokes who belongs elsewhere when single organization is turned on, but no admin', async () => {
  const { server, caller } = setUp()
  const both = server.addMember('user')
  const alone = server.addMember('user')
  const elsewhere = server.addMember('user', { organizationId: OTHER_ORG, userId: both.userId })
  const body = { policy: { enabled: true, data: null }, metadata: null }
  expect((await server.call(caller, 'policyPut', { orgId: ORG, type: '3' }, body)).status).toBe(200)
  expect(server.db.members.get(both.id)).toMatchObject({ status: -1, revocationReason: 4 })
  expect(server.db.members.get(alone.id)?.status).toBe(2)
  expect(server.db.members.get(elsewhere.id)?.status).toBe(2)
  expect(server.db.events.all().map(({ type }) => type)).toEqual([1521, 1700])
})

it('refuses two-step sign-in while somebody without it has no master password', async () => {
  const { server, caller } = setUp()
  const member = server.addMember('user', {}, { masterPasswordHash: null })
  const body = { policy: { enabled: true, data: null }, metadata: null }
  expect((await server.call(caller, 'policyPut', { orgId: ORG, type: '0' }, body)).status).toBe(400)
  expect(server.db.members.get(member.id)?.status).toBe(2)
})
