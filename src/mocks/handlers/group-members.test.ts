import { expect, it } from 'vitest'
import { NOBODY, ORG, TestServer } from '#/mocks/testing/harness'

it('tells who is in a group to those who may manage groups alone', async () => {
  const server = new TestServer()
  const member = server.addMember('user')
  const group = server.addGroup([member.id])
  const ask = (caller: Parameters<TestServer['call']>[0], id = group.id) =>
    server.call(caller, 'groupMemberList', { orgId: ORG, id })
  const manager = server.addMember('custom', { permissions: { manageGroups: true } })
  for (const who of [server.addMember('owner'), server.addMember('admin'), manager])
    expect(await ask(server.person(who))).toEqual({ status: 200, body: [member.id] })
  expect(await ask(server.person(member))).toMatchObject({ status: 403 })
  expect(await ask(server.person(server.addMember('owner')), NOBODY)).toMatchObject({ status: 404 })
})
