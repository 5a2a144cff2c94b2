import { describe, expect, test } from 'vitest'
import { NOBODY, ORG, TestServer } from '#/mocks/testing/harness'

const server = () => {
  const mock = new TestServer()
  mock.db.organizations.update(ORG, {
    flags: {
      ...{ useEvents: true, useGroups: true, useDirectory: true, useApi: true, usePolicies: true },
      allowAdminAccessToAllCollectionItems: true,
    },
  })
  const owner = mock.addMember('owner')
  return { mock, key: mock.organizationKey(), owner }
}

const wish = { type: 2, externalId: null, permissions: null, collections: null, groups: null }

describe('writes of the Public API', () => {
  test('an invitation is recorded under its system, a change and a removal under nobody', async () => {
    const { mock, key } = server()
    const email = 'new@acme.test'
    const rows = await mock.eventsOf(async () => {
      const { body } = await mock.call(key, 'publicMemberCreate', {}, { ...wish, email, externalId: 'x' })
      const { id } = body as { id: string }
      await mock.call(key, 'publicMemberUpdate', { id }, wish)
      expect(mock.db.members.get(id)?.externalId).toBeNull()
      await mock.call(key, 'publicMemberDelete', { id })
    })
    expect(rows.map(({ type, systemUser, actingUserId }) => [type, systemUser, actingUserId])).toEqual([
      [1500, 3, undefined],
      [1502, undefined, undefined],
      [1503, undefined, undefined],
    ])
  })

  test('an owner can be made and removed, the last one not', async () => {
    const { mock, key, owner } = server()
    const { body } = await mock.call(
      key,
      'publicMemberCreate',
      {},
      { ...wish, type: 0, email: 'o@acme.test' },
    )
    expect(body).toMatchObject({ type: 0, status: 0, collections: null })
    expect(await mock.call(key, 'publicMemberDelete', { id: owner.id })).toEqual({
      status: 400,
      body: 'Organization must have at least one confirmed owner.',
    })
  })

  test('a change without groups leaves them, one without collections clears them', async () => {
    const { mock, key } = server()
    const member = mock.addMember('user', { externalId: 'e' })
    const group = mock.addGroup([member.id])
    const grant = { id: member.id, readOnly: true, hidePasswords: false, manage: false }
    const collection = mock.addCollection({ users: [grant] })
    await mock.call(key, 'publicMemberUpdate', { id: member.id }, wish)
    expect(mock.db.groups.get(group.id)?.memberIds).toEqual([member.id])
    expect(mock.db.collections.get(collection.id)?.users).toEqual([])
  })

  test('groups and collections go without an event, members of a group are set without one', async () => {
    const { mock, key } = server()
    const member = mock.addMember('user')
    const group = mock.addGroup([member.id])
    const collection = mock.addCollection()
    const rows = await mock.eventsOf(async () => {
      await mock.call(key, 'publicGroupMemberPut', { id: group.id }, { memberIds: [NOBODY] })
      expect(mock.db.groups.get(group.id)?.memberIds).toEqual([])
      await mock.call(key, 'publicGroupDelete', { id: group.id })
      await mock.call(key, 'publicCollectionDelete', { id: collection.id })
    })
    expect(rows).toEqual([])
    expect(mock.db.groups.get(group.id)).toBeUndefined()
    expect(mock.db.collections.get(collection.id)).toBeUndefined()
  })

  test('an import invites, makes groups, and removes what a directory no longer lists, owners never', async () => {
    const { mock, key, owner } = server()
    mock.db.members.update(owner.id, { externalId: 'boss' })
    const gone = mock.addMember('user', { externalId: 'gone' }, { masterPasswordHash: 'x' })
    const rows = await mock.eventsOf(() =>
      mock.call(
        key,
        'publicImport',
        {},
        {
          groups: [{ name: 'Crew', externalId: 'g', memberExternalIds: ['m'] }],
          members: [{ email: 'm@acme.test', externalId: 'm', deleted: false }],
          overwriteExisting: true,
          largeImport: false,
        },
      ),
    )
    expect(rows.map(({ type }) => type)).toEqual([1503, 1500, 1400])
    expect(mock.db.members.get(gone.id)).toBeUndefined()
    expect(mock.db.members.get(owner.id)).toBeDefined()
    const [group] = mock.db.groups.where('organizationId', ORG)
    const member = mock.db.members.where('organizationId', ORG).find((row) => row.externalId === 'm')
    expect(group).toMatchObject({ name: 'Crew', externalId: 'g', memberIds: [member?.id] })
  })

  test('a self-hosted server has no subscription to tell, a cloud server has', async () => {
    const { mock, key } = server()
    const refusal = { status: 400, body: 'Only allowed when not self hosted.' }
    mock.db.setMeta({ selfHosted: true })
    expect(await mock.call(key, 'publicSubscriptionGet')).toEqual(refusal)
    mock.db.setMeta({ selfHosted: false })
    const wanted = { passwordManager: { seats: 30, maxAutoScaleSeats: -1 }, secretsManager: null }
    expect((await mock.call(key, 'publicSubscriptionPut', {}, wanted)).status).toBe(200)
    const { body } = await mock.call(key, 'publicSubscriptionGet')
    expect(body).toMatchObject({ passwordManager: { seats: 30, maxAutoScaleSeats: null } })
  })
})
