import { expect, test } from 'vitest'
import { contract } from '#/api/contract'
import { testServer } from '#/mocks/testing/test-server'
import { isOfSecretsManager } from './other-make'

test('what belongs to Secrets Manager is told by the path', () => {
  const names = Object.entries(contract).flatMap(([name, { path }]) =>
    isOfSecretsManager(path) ? [name] : [],
  )
  expect(names).toContain('secretList')
  expect(names).toContain('machineAccountEventListByOrganization')
  expect(names).not.toHaveLength(0)
  expect(
    names.filter((name) =>
      /^(?:member|group|collection|policy|organization(?!Counts)|public|account)/.test(name),
    ),
  ).toEqual([])
})

test('a server of another make has none of it, names itself, and says so in every membership', async () => {
  const { database, owner, signIn, call } = await testServer()
  const { token } = await signIn()
  const [organization] = database.db.organizations.all()
  const list = `/api/organizations/${organization?.id}/secrets`
  expect((await call('GET', list, token)).status).toBe(200)
  database.state = { ...database.state, switches: { ...database.state.switches, secretsManager: false } }
  expect(await call('GET', list, token)).toMatchObject({ status: 404, body: '' })
  expect((await call('GET', '/api/config')).body).toMatchObject({
    server: { name: expect.any(String) as string },
  })
  const { body } = await call('GET', '/api/accounts/profile', token)
  expect(body).toMatchObject({
    email: owner().email,
    organizations: [{ useSecretsManager: false, accessSecretsManager: false, useGroups: true }],
  })
})

test('a newer version of the server is told by its version and its flags', async () => {
  const { database, call } = await testServer()
  const config = async () => (await call('GET', '/api/config')).body
  expect(await config()).toMatchObject({ version: '2026.8.0', featureStates: {}, server: null })
  database.state = { ...database.state, switches: { ...database.state.switches, versionsGeneration: 'B' } }
  expect(await config()).toMatchObject({
    version: '2026.10.0',
    featureStates: { 'sm-1587-secrets-versioning': true },
  })
})
