import { beforeEach, expect, test, vi } from 'vitest'
import { contract } from '#/api/contract'
import { program, startMock } from './program'
import type { Json } from './program'

// The MCP server 2026.7.0, request by request as it sends them (clients.md §4): a JSON content type on everything.

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let mock: Awaited<ReturnType<typeof startMock>>
let call: (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; text: string; json: Json }>
const asked = new Set<string>()

beforeEach(async () => {
  mock = await startMock()
  const mcp = program(mock, { 'user-agent': 'node' })
  const { clientId, clientSecret } = mock.credentials.organizationApi ?? expect.fail()
  const fields = { grant_type: 'client_credentials', scope: 'api.organization' }
  const token = await mcp.form({ ...fields, client_id: clientId, client_secret: clientSecret })
  expect(token.json).toMatchObject({ expires_in: 3600, access_token: expect.any(String) as string })
  const headers = {
    Authorization: `Bearer ${String(token.json.access_token)}`,
    'Content-Type': 'application/json',
  }
  call = (method, path, body) => {
    asked.add(
      `${method} ${path.split('?')[0]?.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{}')}`,
    )
    return mcp.send(
      method,
      `/api/public/${path}`,
      headers,
      body === undefined ? undefined : JSON.stringify(body),
    )
  }
})

const done = { status: 200, text: '' }
const idOf = ({ json }: { json: Json }) => {
  // Its own check: version and variant digits of RFC 4122, in lower case.
  expect(json.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  return String(json.id)
}
const rows = ({ json }: { json: Json }) => json.data as Json[]

test('members: invites, changes, sorts into groups, revokes, restores, removes', async () => {
  const member = idOf(
    await call('POST', 'members', { email: 'new@harbourline.example', type: 2, collections: [], groups: [] }),
  )
  const group = idOf(await call('POST', 'groups', { name: 'By the MCP server', collections: [] }))
  expect(rows(await call('GET', 'members')).length).toBeGreaterThan(10)
  expect((await call('GET', `members/${member}`)).json).toMatchObject({
    email: 'new@harbourline.example',
    status: 0,
  })
  expect((await call('PUT', `members/${member}`, { type: 2, externalId: 'x' })).json.externalId).toBe('x')
  // What is left out is reset.
  expect((await call('PUT', `members/${member}`, { type: 2 })).json.externalId).toBeNull()
  expect(await call('PUT', `members/${member}/group-ids`, { groupIds: [group] })).toMatchObject(done)
  expect(JSON.parse((await call('GET', `members/${member}/group-ids`)).text)).toEqual([group])
  expect(JSON.parse((await call('GET', `groups/${group}/member-ids`)).text)).toEqual([member])
  for (const act of ['reinvite', 'revoke', 'restore'])
    expect(await call('POST', `members/${member}/${act}`), act).toMatchObject(done)
  expect(await call('DELETE', `members/${member}`)).toMatchObject(done)
  expect(await call('GET', `members/${member}`)).toMatchObject({ status: 404, text: '' })

  expect((await call('PUT', `groups/${group}`, { name: 'Renamed', collections: [] })).json.name).toBe(
    'Renamed',
  )
  expect(await call('PUT', `groups/${group}/member-ids`, { memberIds: [] })).toMatchObject(done)
  expect((await call('GET', `groups/${group}`)).json.name).toBe('Renamed')
  expect(rows(await call('GET', 'groups')).some(({ id }) => id === group)).toBe(true)
  expect(await call('DELETE', `groups/${group}`)).toMatchObject(done)

  const types = rows(await call('GET', 'events?start=2020-01-01&end=2020-12-31')).length
  expect(types).toBe(0)
  const log = rows(await call('GET', 'events')).map(({ type }) => type)
  // Newest first; group members, deleting a group and inviting again leave nothing.
  expect(log.slice(0, 8)).toEqual([1401, 1503, 1512, 1511, 1504, 1502, 1502, 1400])
})

test('collections, policies, the directory and the subscription', async () => {
  const [collection] = rows(await call('GET', 'collections'))
  const path = `collections/${String(collection?.id)}`
  expect((await call('GET', path)).json).not.toHaveProperty('name')
  const group = idOf(await call('POST', 'groups', { name: 'Readers' }))
  const groups = [{ id: group, readOnly: true, hidePasswords: false, manage: false }]
  expect((await call('PUT', path, { externalId: 'c', groups })).json).toMatchObject({
    externalId: 'c',
    groups,
  })
  expect(await call('DELETE', path)).toMatchObject(done)

  expect(rows(await call('GET', 'policies')).length).toBeGreaterThan(0)
  expect((await call('PUT', 'policies/1', { enabled: true, data: { minLength: 14 } })).json).toMatchObject({
    type: 1,
    enabled: true,
    data: { minLength: 14 },
  })
  expect((await call('GET', 'policies/1')).json).toMatchObject({ enabled: true })

  const groupsOf = [{ name: 'From the directory', externalId: 'g', memberExternalIds: ['m'] }]
  const members = [{ email: 'directory@harbourline.example', externalId: 'm', deleted: false }]
  const directory = { groups: groupsOf, members, overwriteExisting: false, largeImport: false }
  expect(await call('POST', 'organization/import', directory)).toMatchObject(done)
  for (const [method, body] of [['GET'], ['PUT', { passwordManager: { seats: 5 } }]] as const)
    expect((await call(method, 'organization/subscription', body)).json).toMatchObject({
      object: 'error',
      message: 'Only allowed when not self hosted.',
    })
  expect(mock.problems).toEqual([])
})

test('between them they ask all of the Public API', () => {
  const all = Object.values(contract).flatMap(({ method, path }) =>
    path.startsWith('/api/public/')
      ? [`${method} ${path.slice('/api/public/'.length).replace('{type}', '1').replaceAll(/{\w+}/g, '{}')}`]
      : [],
  )
  expect([...asked].toSorted()).toEqual(all.toSorted())
})
