import { describe, expect, it } from 'vitest'
import { NOBODY, sealed, TestServer } from '#/mocks/testing/harness'

const notFound = { status: 404, body: 'Resource not found.' }
const noIds = { status: 400, body: 'No version IDs provided.' }

interface Version {
  id: string
  value: string
  versionDate: string
  editorOrganizationUserId: string | null
  editorServiceAccountId: string | null
}

function setUp(generation: 'A' | 'B' = 'A') {
  const server = new TestServer()
  server.switches = { ...server.switches, versionsGeneration: generation }
  const member = server.addMember('owner')
  const owner = server.person(member)
  const secret = server.addSecret({ value: sealed('v1') })
  const account = server.addMachine()
  server.grant(account, secret, 'rw')
  const edit = (value: string, valueChanged = true, caller = owner) =>
    server.call(
      caller,
      'secretUpdate',
      { id: secret.id },
      {
        ...{ key: secret.key, value: sealed(value), note: secret.note },
        ...{ projectIds: null, accessPoliciesRequests: null, valueChanged },
      },
    )
  const list = async (caller = owner) =>
    ((await server.call(caller, 'secretVersionList', { secretId: secret.id })).body as { data: Version[] })
      .data
  const restore = (versionId: string, caller = owner) =>
    server.call(caller, 'secretVersionRestore', { secretId: secret.id }, { versionId })
  const values = async () => (await list()).map((version) => version.value)
  return { server, db: server.db, member, owner, secret, account, edit, list, values, restore }
}

describe('generation A', () => {
  it('records the new value, and only with valueChanged', async () => {
    const { server, member, account, edit, list } = setUp()
    await edit('v2', false)
    expect(await list()).toEqual([])
    await edit('v3')
    await edit('v3')
    await edit('v4', true, server.machine(account))
    expect(await list()).toMatchObject([
      { value: sealed('v4'), editorServiceAccountId: account.id, editorOrganizationUserId: null },
      { value: sealed('v3'), editorServiceAccountId: null, editorOrganizationUserId: member.id },
      { value: sealed('v3') },
    ])
  })

  it('keeps ten', async () => {
    const { edit, values } = setUp()
    for (let i = 1; i <= 12; i += 1) await edit(`v${i}`)
    expect(await values()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((i) => sealed(`v${i}`)))
  })

  it('keeps the value that a restore ends, without an event', async () => {
    const { server, db, secret, edit, list, restore } = setUp()
    await edit('v2')
    await edit('v3')
    const [, second] = await list()
    const events = await server.eventsOf(async () => {
      expect((await restore(second?.id ?? '')).body).toMatchObject({
        value: sealed('v2'),
        read: true,
        projects: [],
      })
    })
    expect(events).toEqual([])
    const [row] = await list()
    expect(row?.value).toBe(sealed('v3'))
    expect((row?.versionDate ?? '') < (db.secrets.get(secret.id)?.revisionDate ?? '')).toBe(true)
  })

  it('records nothing when the ciphertext is the current one, but moves revisionDate', async () => {
    const { db, secret, edit, list, restore } = setUp()
    await edit('v2')
    const before = db.secrets.get(secret.id)?.revisionDate ?? ''
    await restore((await list())[0]?.id ?? '')
    expect(await list()).toHaveLength(1)
    expect((db.secrets.get(secret.id)?.revisionDate ?? '') > before).toBe(true)
  })

  it('restores only versions of that secret', async () => {
    const { server, edit, list, restore, owner } = setUp()
    await edit('v2')
    const version = (await list())[0]?.id ?? ''
    const other = server.addSecret()
    const call = (secretId: string, versionId: string) =>
      server.call(owner, 'secretVersionRestore', { secretId }, { versionId })
    expect(await call(other.id, version)).toEqual(notFound)
    expect(await call(NOBODY, version)).toEqual(notFound)
    expect(await restore(NOBODY)).toEqual(notFound)
  })

  it('drops unknown and repeated ids when reading, and refuses them when deleting', async () => {
    const { server, owner, edit, list, values } = setUp()
    await edit('v2')
    await edit('v3')
    const ids = (await list()).map((version) => version.id)
    const [newest = '', older = ''] = ids
    const get = (wanted: string[]) => server.call(owner, 'secretVersionGetByIds', {}, wanted)
    expect((await get([older, newest, older, NOBODY])).body).toMatchObject({
      data: [{ id: newest }, { id: older }],
    })
    expect(await get([NOBODY])).toEqual(notFound)
    expect(await get([])).toEqual(noIds)
    const remove = (wanted: string[]) => server.call(owner, 'secretVersionDelete', {}, wanted)
    expect(await remove([])).toEqual(noIds)
    expect(await remove([older, older])).toEqual(notFound)
    expect(await remove([older, NOBODY])).toEqual(notFound)
    expect(await remove([older])).toEqual({ status: 200, body: undefined })
    expect(await values()).toEqual([sealed('v3')])
  })

  it('needs the right on every secret concerned', async () => {
    const { server, db, secret, edit, list } = setUp()
    const other = server.addSecret()
    await edit('v2')
    const mine = (await list())[0]?.id ?? ''
    const theirs = server.id('be')
    const editor = { editorServiceAccountId: null, editorOrganizationUserId: null }
    db.secretVersions.put({
      id: theirs,
      secretId: other.id,
      value: sealed('x'),
      versionDate: secret.revisionDate,
      ...editor,
    })
    const writer = server.addMember('user')
    server.grant(writer, secret, 'rw')
    const caller = server.person(writer)
    expect(await server.call(caller, 'secretVersionGetByIds', {}, [mine, theirs])).toEqual(notFound)
    expect(await server.call(caller, 'secretVersionDelete', {}, [mine, theirs])).toEqual(notFound)
    expect((await server.call(caller, 'secretVersionDelete', {}, [mine])).status).toBe(200)
  })
})

describe('generation B', () => {
  it('mirrors the current value in its newest version, from the creation on', async () => {
    const { server, db, owner, edit, list, restore, secret } = setUp('B')
    const body = {
      key: secret.key,
      value: sealed('a'),
      note: secret.note,
      projectIds: null,
      accessPoliciesRequests: null,
    }
    await server.call(owner, 'secretCreate', { organizationId: secret.organizationId }, body)
    const created = db.secrets.all().at(-1)
    expect(db.secretVersions.where('secretId', created?.id)).toMatchObject([
      { value: sealed('a'), versionDate: created?.revisionDate },
    ])
    await edit('v2')
    await edit('v3')
    const events = await server.eventsOf(async () => restore((await list())[1]?.id ?? ''))
    expect(events.map((event) => event.type)).toEqual([2100, 2102])
    expect((await list()).map((version) => version.value)).toEqual([sealed('v2'), sealed('v3'), sealed('v2')])
    expect(
      db.secrets.get(secret.id)?.revisionDate.startsWith((await list())[0]?.versionDate.slice(0, -1) ?? '?'),
    ).toBe(true)
  })

  it('names editors to people, not to machines', async () => {
    const { server, db, member, account, edit, list } = setUp('B')
    await edit('v2')
    await edit('v3', true, server.machine(account))
    const names = (versions: unknown[]) =>
      versions.map((version) => {
        const { editorOrganizationUserName, editorServiceAccountName } = version as Record<string, unknown>
        return [editorOrganizationUserName, editorServiceAccountName]
      })
    const name = db.users.get(member.userId)?.name
    expect(names(await list())).toEqual([
      [null, account.name],
      [name, null],
    ])
    expect(names(await list(server.machine(account)))).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('logs that versions were read, but not an empty list', async () => {
    const { server, owner, secret, edit, list } = setUp('B')
    expect(await server.eventsOf(() => list())).toEqual([])
    await edit('v2')
    const row = { type: 2100, userId: owner.userId, secretId: secret.id }
    expect(await server.eventsOf(() => list())).toEqual([row])
    const [version] = await list()
    const get = () => server.call(owner, 'secretVersionGet', { id: version?.id ?? '' })
    expect(await server.eventsOf(get)).toEqual([row])
  })
})
