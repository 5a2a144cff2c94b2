import { expect, it } from 'vitest'
import type { Caller } from '#/mocks/handler'
import { NOBODY, ORG, TestServer } from '#/mocks/testing/harness'

const date = '2026-03-09T00:00:00.0000000Z'

function setUp() {
  const server = new TestServer()
  const [project, account] = [server.addProject(), server.addMachine()]
  const inProject = server.addSecret({ projectId: project.id })
  server.addSecret({ projectId: project.id, deletedDate: date })
  const [reader, writer] = [server.addMember('user'), server.addMember('user')]
  server.grant(reader, project, 'r')
  server.grant(writer, project, 'rw')
  server.grant(server.addGroup([], {}), project, 'r')
  server.grant(account, project, 'r')
  server.grant(account, inProject, 'r')
  server.grant(writer, account, 'rw')
  server.addProject()
  server.addSecret()
  const token = { id: server.id('bf'), serviceAccountId: account.id, name: '', clientSecretHash: '' }
  const dates = { creationDate: date, revisionDate: date }
  server.db.accessTokens.put({ ...token, encryptedPayload: '', key: '', expireAt: date, ...dates })
  const callers: Record<'owner' | 'writer' | 'reader' | 'nothing', Caller> = {
    owner: server.person(server.addMember('owner')),
    writer: server.person(writer),
    reader: server.person(reader),
    nothing: server.person(server.addMember('user')),
  }
  return { server, project, account, callers }
}

it.each([
  ['owner', [2, 2, 1], [1, 3, 1], [1, 1, 1]],
  ['writer', [1, 1, 1], [1, 3, 1], [1, 1, 1]],
  ['reader', [1, 1, 0], [1, 0, 0], [0, 0, 0]],
  ['nothing', [0, 0, 0], [0, 0, 0], [0, 0, 0]],
] as const)(
  'counts for %s only what the right allows, never with a 404',
  async (who, inOrganization, inProject, inAccount) => {
    const { server, project, account, callers } = setUp()
    const numbers = async (name: Parameters<TestServer['call']>[1], params: Record<string, string>) => {
      const { status, body } = await server.call(callers[who], name, params)
      expect(status).toBe(200)
      return Object.values(body as object).slice(0, 3) as number[]
    }
    expect(await numbers('organizationCountsGet', { organizationId: ORG })).toEqual(inOrganization)
    expect(await numbers('projectCountsGet', { projectId: project.id })).toEqual(inProject)
    expect(await numbers('machineAccountCountsGet', { serviceAccountId: account.id })).toEqual(inAccount)
  },
)

it('does not know unknown objects', async () => {
  const { server, callers } = setUp()
  expect((await server.call(callers.owner, 'projectCountsGet', { projectId: NOBODY })).status).toBe(404)
  expect(
    (await server.call(callers.owner, 'machineAccountCountsGet', { serviceAccountId: NOBODY })).status,
  ).toBe(404)
})
