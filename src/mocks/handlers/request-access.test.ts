import { expect, it } from 'vitest'
import { NOBODY, ORG, OTHER_ORG, TestServer } from '#/mocks/testing/harness'

const notFound = { status: 404, body: 'Resource not found.' }

function setUp() {
  const server = new TestServer()
  const member = server.addMember('user', { accessSecretsManager: false })
  const ask = (organizationId: string, caller = server.person(member)) =>
    server.call(caller, 'accessRequest', {}, { organizationId, emailContent: 'please <b>now</b>' })
  return { server, db: server.db, ask }
}

it('mails every owner and admin what a member without Secrets Manager wrote', async () => {
  const { server, db, ask } = setUp()
  const keepers = [server.addMember('owner'), server.addMember('admin', { accessSecretsManager: false })]
  const events = await server.eventsOf(async () =>
    expect(await ask(ORG)).toEqual({ status: 200, body: undefined }),
  )
  expect(events).toEqual([])
  const addresses = keepers.map(({ userId }) => db.users.get(userId)?.email)
  expect(db.mails.all().map(({ to }) => to)).toEqual(addresses)
  expect(db.mails.all()[0]).toMatchObject({
    subject: 'Access Requested for Secrets Manager',
    body: expect.stringContaining('please <b>now</b>') as string,
  })
})

it('is for members, and needs somebody to ask', async () => {
  const { server, ask } = setUp()
  expect(await ask(ORG)).toEqual({
    status: 400,
    body: 'The organization is in an invalid state. Please contact Customer Support.',
  })
  for (const id of [OTHER_ORG, NOBODY]) expect(await ask(id)).toEqual(notFound)
  const stranger = server.person(server.addMember('owner', { organizationId: OTHER_ORG }))
  expect(await ask(ORG, stranger)).toEqual(notFound)
})
