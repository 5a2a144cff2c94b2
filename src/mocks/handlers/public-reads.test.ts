import { describe, expect, test } from 'vitest'
import { NOBODY, ORG, OTHER_ORG, TestServer } from '#/mocks/testing/harness'

const server = () => {
  const mock = new TestServer()
  return { mock, key: mock.organizationKey() }
}

interface Rows {
  data: Record<string, unknown>[]
}

describe('reads of the Public API', () => {
  test('members of one’s own organization alone, with rights on collections and no groups', async () => {
    const { mock, key } = server()
    const member = mock.addMember('custom', { permissions: { manageUsers: true } })
    mock.addMember('user', { organizationId: OTHER_ORG })
    const grant = { id: member.id, readOnly: true, hidePasswords: false, manage: false }
    const shared = mock.addCollection({ users: [grant] })
    mock.addCollection({ users: [grant], type: 1 })
    const { body } = await mock.call(key, 'publicMemberList')
    const { data } = body as Rows
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      id: member.id,
      userId: member.userId,
      collections: [{ ...grant, id: shared.id }],
      permissions: { manageUsers: true, manageGroups: false },
    })
    expect(data[0]).not.toHaveProperty('groups')
  })

  test('an unknown or foreign id is a 404 without a body', async () => {
    const { mock, key } = server()
    const foreign = mock.addMember('user', { organizationId: OTHER_ORG })
    for (const id of [NOBODY, foreign.id])
      expect(await mock.call(key, 'publicMemberGet', { id })).toEqual({ status: 404, body: '' })
    expect(await mock.call(key, 'publicPolicyGet', { type: '12' })).toEqual({ status: 404, body: '' })
  })

  test('a collection has no name, and a member’s own is hidden from both reads', async () => {
    const { mock, key } = server()
    const own = mock.addCollection({ type: 1 })
    const shared = mock.addCollection({ externalId: 'x' })
    const { body } = await mock.call(key, 'publicCollectionList')
    expect((body as Rows).data).toEqual([
      { object: 'collection', id: shared.id, groups: [], externalId: 'x' },
    ])
    expect((await mock.call(key, 'publicCollectionGet', { id: own.id })).status).toBe(404)
  })

  test('events name no reader; one filter counts; too long a span has its own words', async () => {
    const { mock, key } = server()
    const project = mock.addProject()
    const secret = mock.addSecret({ projectId: project.id })
    mock.grant(mock.addMember('user'), secret, 'r')
    await mock.call(mock.person(mock.addMember('owner')), 'secretGet', { id: secret.id })
    const list = async (query: string) =>
      ((await mock.call(key, 'publicEventList', {}, undefined, query)).body as Rows).data
    const [row] = await list(`secretId=${secret.id}`)
    expect(row).toMatchObject({ type: 2100, secretId: secret.id, actingUserId: null })
    expect(row).not.toHaveProperty('userId')
    expect(await list(`secretId=${secret.id}&projectId=${NOBODY}`)).toHaveLength(1)
    expect(await list(`projectId=${NOBODY}`)).toEqual([])
    const answer = await mock.call(key, 'publicEventList', {}, undefined, 'start=2024-01-01&end=2026-01-01')
    expect(answer).toEqual({ status: 400, body: 'Date range must be < 367 days.' })
  })

  test('a group tells its members in a list of its own', async () => {
    const { mock, key } = server()
    const member = mock.addMember('user')
    const group = mock.addGroup([member.id])
    expect((await mock.call(key, 'publicGroupMemberList', { id: group.id })).body).toEqual([member.id])
    expect((await mock.call(key, 'publicMemberGroupList', { id: member.id })).body).toEqual([group.id])
    expect(group.organizationId).toBe(ORG)
  })
})
