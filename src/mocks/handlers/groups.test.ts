import { expect, it } from 'vitest'
import { NOBODY, ORG, OTHER_ORG, TestServer } from '#/mocks/testing/harness'

const date = '2026-03-09T00:00:00.0000000Z'

function setUp() {
  const server = new TestServer()
  const organization = server.db.organizations.get(ORG)
  if (organization)
    server.db.organizations.put({
      ...organization,
      flags: { ...organization.flags, limitCollectionCreation: true },
    })
  const manager = server.addMember('user')
  const group = server.addGroup([manager.id])
  const foreign = server.addGroup([], { organizationId: OTHER_ORG })
  const grant = { readOnly: false, hidePasswords: false, manage: true }
  server.db.collections.put({
    id: server.id('ca'),
    organizationId: ORG,
    name: 'sealed',
    externalId: null,
    type: 0,
    users: [{ id: manager.id, ...grant }],
    groups: [{ id: group.id, ...grant, manage: false }],
    creationDate: date,
    revisionDate: date,
  })
  const custom = (permission: string) => server.addMember('custom', { permissions: { [permission]: true } })
  const callers = {
    owner: server.person(server.addMember('owner')),
    manageGroups: server.person(custom('manageGroups')),
    manageUsers: server.person(custom('manageUsers')),
    accessReports: server.person(custom('accessReports')),
    collectionManager: server.person(manager),
    user: server.person(server.addMember('user')),
    stranger: server.person(server.addMember('owner', { organizationId: OTHER_ORG })),
  }
  return { server, group, foreign, callers }
}

it.each([
  ['owner', 200, 200, 200],
  ['manageGroups', 200, 200, 200],
  ['manageUsers', 200, 200, 403],
  ['accessReports', 200, 403, 403],
  ['collectionManager', 200, 403, 403],
  ['user', 403, 403, 403],
  ['stranger', 403, 403, 403],
] as const)('%s may list %i, see details %i, open one %i', async (who, list, details, one) => {
  const { server, group, callers } = setUp()
  const status = async (name: 'groupList' | 'groupDetailsList' | 'groupGet' | 'groupDetailsGet') =>
    (await server.call(callers[who], name, { orgId: ORG, id: group.id })).status
  expect(await status('groupList')).toBe(list)
  expect(await status('groupDetailsList')).toBe(details)
  expect([await status('groupGet'), await status('groupDetailsGet')]).toEqual([one, one])
})

it('lists groups to every member where all may create collections', async () => {
  const { server, callers } = setUp()
  const organization = server.db.organizations.get(ORG)
  if (!organization) throw new Error('The test server has no organization.')
  server.db.organizations.put({
    ...organization,
    flags: { ...organization.flags, limitCollectionCreation: false },
  })
  expect((await server.call(callers.user, 'groupList', { orgId: ORG })).status).toBe(200)
})

it('shows the rights of a group on collections, and no group of another organization', async () => {
  const { server, group, foreign, callers } = setUp()
  const { body } = await server.call(callers.owner, 'groupDetailsList', { orgId: ORG })
  expect(body).toMatchObject({
    data: [{ id: group.id, collections: [{ readOnly: false, hidePasswords: false, manage: false }] }],
  })
  for (const id of [foreign.id, NOBODY])
    expect((await server.call(callers.owner, 'groupGet', { orgId: ORG, id })).status).toBe(404)
})
