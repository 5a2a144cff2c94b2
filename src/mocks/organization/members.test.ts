import { describe, expect, it } from 'vitest'
import type { Id } from '#/mocks/store/tables'
import { NOBODY, ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { orgId: ORG }
const of = (member: { id: Id }) => ({ ...inOrg, id: member.id })
const refused = (body: string) => ({ status: 400, body })
const notFound = { status: 404, body: 'Resource not found.' }
const KEY = '4.a2V5'

const wish = (change: object = {}) => ({
  emails: ['new@acme.test'],
  type: 2,
  permissions: null,
  accessSecretsManager: false,
  collections: [],
  groups: [],
  ...change,
})

function setUp() {
  const server = new TestServer()
  const row = server.addMember('owner')
  return { server, db: server.db, row, owner: server.person(row) }
}

describe('members of the private API', () => {
  it('lists everybody to who manages them, the recoverable to who recovers, else nothing', async () => {
    const { server, owner } = setUp()
    server.addMember('user', { resetPasswordKey: KEY })
    const manages = server.person(server.addMember('custom', { permissions: { manageUsers: true } }))
    const recovers = server.person(server.addMember('custom', { permissions: { manageResetPassword: true } }))
    const user = server.person(server.addMember('user'))
    const count = async (who: typeof owner) =>
      ((await server.call(who, 'memberList', inOrg)).body as { data: unknown[] }).data.length
    expect(await count(owner)).toBe(5)
    expect(await count(manages)).toBe(5)
    expect(await count(recovers)).toBe(1)
    expect(await server.call(user, 'memberList', inOrg)).toEqual(notFound)
  })

  it('takes no seat that is not there, and buys on a cloud server up to the limit', async () => {
    const { server, db, owner } = setUp()
    db.organizations.update(ORG, { seats: 1, smSeats: 1, maxAutoscaleSeats: 2, maxAutoscaleSmSeats: 1 })
    const invite = (change: object = {}) => server.call(owner, 'memberInvite', inOrg, wish(change))
    expect(await invite()).toEqual(refused('Cannot autoscale on self-hosted instance.'))
    db.organizations.update(ORG, { seats: 9 })
    expect(await invite({ accessSecretsManager: true })).toEqual(notFound)
    const plain = server.addMember('user', { accessSecretsManager: false })
    expect(await server.call(owner, 'memberEnableSecretsManager', inOrg, { ids: [plain.id] })).toEqual(
      refused('Cannot autoscale on a self-hosted instance.'),
    )
    db.setMeta({ selfHosted: false })
    db.organizations.update(ORG, { seats: 2, maxAutoscaleSeats: 3 })
    expect((await invite()).status).toBe(200)
    expect(db.organizations.get(ORG)?.seats).toBe(3)
    expect(await invite({ emails: ['two@acme.test'] })).toEqual(refused('Seat limit has been reached.'))
    expect((await invite({ emails: ['new@acme.test'] })).status).toBe(200)
  })

  it('confirms who accepted, with the key that was sent, and mails', async () => {
    const { server, db, owner } = setUp()
    const member = server.addMember('user', { status: 1 })
    const events = await server.eventsOf(() => server.call(owner, 'memberConfirm', of(member), { key: KEY }))
    expect(events).toMatchObject([{ type: 1501, organizationUserId: member.id, userId: member.userId }])
    expect(db.members.get(member.id)).toMatchObject({ status: 2, key: KEY })
    expect(db.mails.all().map(({ purpose }) => purpose)).toEqual(['confirmation'])
    expect(await server.call(owner, 'memberConfirm', of(member), { key: KEY })).toEqual(
      refused('User not valid.'),
    )
  })

  it('asks for a second factor where the policy does, of users alone', async () => {
    const { server, db, owner } = setUp()
    const dates = { creationDate: db.stamp(), revisionDate: db.stamp() }
    db.policies.put({ id: NOBODY, organizationId: ORG, type: 0, data: null, enabled: true, ...dates })
    const [user, admin] = [server.addMember('user', { status: 1 }), server.addMember('admin', { status: 1 })]
    const keys = [user, admin].map(({ id }) => ({ id, key: KEY }))
    expect((await server.call(owner, 'memberConfirmMany', inOrg, { keys })).body).toMatchObject({
      data: [
        { id: user.id, error: 'User does not have two-step login enabled.' },
        { id: admin.id, error: '' },
      ],
    })
  })

  it('deletes the account of a claimed member everywhere, and of nobody else', async () => {
    const { server, db, owner } = setUp()
    const claimed = server.addMember('user', { isClaimed: true })
    const other = server.addMember('user')
    expect((await server.call(owner, 'memberDeleteAccount', of(other))).status).toBe(400)
    expect((await server.call(owner, 'memberDeleteAccount', of(claimed))).status).toBe(200)
    expect(db.members.get(claimed.id)).toBeUndefined()
    expect(db.users.get(claimed.userId)).toBeUndefined()
    expect(db.members.get(other.id)).toBeDefined()
  })

  it('removes nobody whose account the organization claims, and shows whom it does', async () => {
    const { server, db, owner } = setUp()
    const member = server.addMember('user', { isClaimed: true, ssoExternalId: 'idp-1' })
    const answer = await server.call(owner, 'memberRemove', of(member))
    expect(answer.status).toBe(400)
    expect(answer.body).toMatch(/claimed by the organization/)
    expect((await server.call(owner, 'memberList', inOrg)).body).toMatchObject({
      data: expect.arrayContaining([
        expect.objectContaining({ id: member.id, claimedByOrganization: true, ssoBound: true }),
      ]) as unknown,
    })
    expect((await server.call(owner, 'memberRevoke', of(member))).status).toBe(200)
    expect(db.members.get(member.id)?.status).toBe(-1)
  })

  it('keeps an owner, and lets nobody act on those above', async () => {
    const { server, row, owner } = setUp()
    const admin = server.person(server.addMember('admin'))
    const custom = server.person(server.addMember('custom', { permissions: { manageUsers: true } }))
    const second = server.addMember('admin')
    expect(await server.call(owner, 'memberRevoke', of(row))).toEqual(refused('You cannot revoke yourself.'))
    expect(await server.call(admin, 'memberRemove', of(row))).toEqual(
      refused('Only owners can remove other owners.'),
    )
    expect(await server.call(custom, 'memberRevoke', of(second))).toEqual(
      refused('Custom users can not revoke admins.'),
    )
    expect(await server.call(owner, 'memberRemoveMany', inOrg, { ids: [row.id, second.id] })).toEqual(
      refused('Organization must have at least one confirmed owner.'),
    )
    expect(await server.call(owner, 'memberUpdate', of(row), { ...wish(), accessPam: false })).toEqual(
      refused('Organization must have at least one confirmed owner.'),
    )
  })

  it('takes grants, groups and collections of who is removed, keeps them of who is revoked', async () => {
    const { server, db, owner } = setUp()
    const member = server.addMember('user')
    const group = server.addGroup([member.id])
    const right = { id: member.id, readOnly: false, hidePasswords: false, manage: true }
    const collection = server.addCollection({ users: [right] })
    const grant = server.grant(member, server.addProject(), 'r')
    await server.call(owner, 'memberRevoke', of(member))
    expect(db.members.get(member.id)).toMatchObject({ status: -1, revocationReason: 1 })
    expect(db.accessPolicies.get(grant.id)).toBeDefined()
    await server.call(owner, 'memberRestore', of(member), {})
    expect(db.members.get(member.id)).toMatchObject({ status: 2, revocationReason: null })
    await server.call(owner, 'memberRemove', of(member))
    expect(db.accessPolicies.get(grant.id)).toBeUndefined()
    expect(db.groups.get(group.id)?.memberIds).toEqual([])
    expect(db.collections.get(collection.id)?.users).toEqual([])
  })

  it('replaces role, switches and groups, and leaves collections that the caller may not give', async () => {
    const { server, db, owner } = setUp()
    const member = server.addMember('user')
    const [kept, foreign] = [server.addGroup([member.id]), server.addGroup([], { organizationId: OTHER_ORG })]
    const right = { id: member.id, readOnly: true, hidePasswords: false, manage: false }
    const manager = { id: server.addMember('user').id, readOnly: false, hidePasswords: false, manage: true }
    const closed = server.addCollection({ users: [right, manager], name: sealed('closed') })
    const update = (change: object) =>
      server.call(owner, 'memberUpdate', of(member), { ...wish(change), accessPam: false })
    expect((await update({ groups: null })).status).toBe(200)
    expect(db.members.get(member.id)?.accessSecretsManager).toBe(false)
    expect(db.groups.get(kept.id)?.memberIds).toEqual([member.id])
    expect(db.collections.get(closed.id)?.users).toHaveLength(2)
    expect((await update({ groups: [] })).status).toBe(200)
    expect(db.groups.get(kept.id)?.memberIds).toEqual([])
    expect(await update({ groups: [foreign.id] })).toEqual(notFound)
    expect(await update({ collections: [{ ...right, id: closed.id }] })).toEqual(notFound)
  })
})
