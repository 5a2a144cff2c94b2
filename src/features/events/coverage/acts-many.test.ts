import { describe, expect, it } from 'vitest'
import type { Caller } from '#/mocks/handler'
import { ORG, sealed, TestServer } from '#/mocks/testing/harness'
import { codesOf, type ActId } from '#/domain/coverage/traces'

const orgId = ORG
const wish = { type: 2, externalId: null, permissions: null, collections: null, groups: null }

function setUp() {
  const server = new TestServer()
  server.db.organizations.update(ORG, {
    flags: {
      ...{ useEvents: true, useSecretsManager: true, useGroups: true, usePolicies: true },
      ...{ useDirectory: true, useApi: true, allowAdminAccessToAllCollectionItems: true },
    },
  })
  const owner = server.addMember('owner')
  return { server, me: server.person(owner), key: server.organizationKey() }
}

type World = ReturnType<typeof setUp>
type Play = (world: World) => Promise<{ status: number }[]>

/** The acts of other programs with the key of the organization. */
const PUBLIC: Partial<Record<ActId, Play>> = {
  publicInvite: async ({ server, key }) => [
    await server.call(key, 'publicMemberCreate', {}, { ...wish, email: 'new@acme.test' }),
  ],
  publicChangeMember: async ({ server, key }) => [
    await server.call(key, 'publicMemberUpdate', { id: server.addMember('user').id }, wish),
  ],
  publicMemberGroups: async ({ server, key }) => {
    const groupIds = [server.addGroup([]).id]
    return [await server.call(key, 'publicMemberGroupPut', { id: server.addMember('user').id }, { groupIds })]
  },
  publicRemoveMember: async ({ server, key }) => [
    await server.call(key, 'publicMemberDelete', { id: server.addMember('user').id }),
  ],
  publicRevoke: async ({ server, key }) => {
    const { id } = server.addMember('user')
    return [
      await server.call(key, 'publicMemberRevoke', { id }),
      await server.call(key, 'publicMemberRestore', { id }),
    ]
  },
  publicReinvite: async ({ server, key }) => [
    await server.call(key, 'publicMemberReinvite', { id: server.addMember('user', { status: 0 }).id }),
  ],
  publicGroups: async ({ server, key }) => {
    const group = { name: 'Crew', externalId: null, collections: [] }
    return [
      await server.call(key, 'publicGroupCreate', {}, group),
      await server.call(key, 'publicGroupUpdate', { id: server.addGroup([]).id }, group),
    ]
  },
  publicDeleteGroup: async ({ server, key }) => [
    await server.call(key, 'publicGroupDelete', { id: server.addGroup([]).id }),
  ],
  publicGroupMembers: async ({ server, key }) => {
    const memberIds = [server.addMember('user').id]
    return [await server.call(key, 'publicGroupMemberPut', { id: server.addGroup([]).id }, { memberIds })]
  },
  publicChangeCollection: async ({ server, key }) => {
    const body = { externalId: null, groups: [] }
    return [await server.call(key, 'publicCollectionUpdate', { id: server.addCollection().id }, body)]
  },
  publicDeleteCollection: async ({ server, key }) => [
    await server.call(key, 'publicCollectionDelete', { id: server.addCollection().id }),
  ],
  publicPolicy: async ({ server, key }) => [
    await server.call(key, 'publicPolicyPut', { type: '1' }, { enabled: true, data: null }),
  ],
  publicRead: async ({ server, key }) => [
    await server.call(key, 'publicMemberList'),
    await server.call(key, 'publicGroupList'),
    await server.call(key, 'publicEventList'),
  ],
}

const proofOf = ({ db }: TestServer, { userId = '' }: Caller) => {
  db.users.update(userId, { masterPasswordHash: 'proof' })
  return { masterPasswordHash: 'proof' }
}

/** The same act on many, and what is done for the organization as a whole. */
const MANY: Partial<Record<ActId, Play>> = {
  reinviteMember: async ({ server, me }) => {
    const ids = [0, 1].map(() => server.addMember('user', { status: 0 }).id)
    return [
      await server.call(me, 'memberReinvite', { orgId, id: ids[0] ?? '' }),
      await server.call(me, 'memberReinviteMany', { orgId }, { ids }),
    ]
  },
  confirmMember: async ({ server, me }) => {
    const keys = [0, 1].map(() => ({ id: server.addMember('user', { status: 1 }).id, key: sealed('k') }))
    return [await server.call(me, 'memberConfirmMany', { orgId }, { keys })]
  },
  revokeMember: async ({ server, me }) => {
    const ids = [0, 1].map(() => server.addMember('user').id)
    return [await server.call(me, 'memberRevokeMany', { orgId }, { ids })]
  },
  restoreMember: async ({ server, me }) => {
    const ids = [0, 1].map(() => server.addMember('user', { status: -1, statusBeforeRevoke: 2 }).id)
    return [await server.call(me, 'memberRestoreMany', { orgId }, { ids })]
  },
  removeMember: async ({ server, me }) => {
    const ids = [0, 1].map(() => server.addMember('user').id)
    return [await server.call(me, 'memberRemoveMany', { orgId }, { ids })]
  },
  deleteGroup: async ({ server, me }) => {
    const ids = [0, 1].map(() => server.addGroup([]).id)
    return [await server.call(me, 'groupDeleteMany', { orgId }, { ids })]
  },
  deleteCollection: async ({ server, me }) => {
    const ids = [0, 1].map(() => server.addCollection().id)
    return [await server.call(me, 'collectionDeleteMany', { orgId }, { ids })]
  },
  viewOrganizationKey: async ({ server, me }) => [
    await server.call(me, 'organizationApiKeyView', { id: ORG }, { type: 0, ...proofOf(server, me) }),
  ],
  rotateOrganizationKey: async ({ server, me }) => [
    await server.call(me, 'organizationApiKeyRotate', { id: ORG }, { type: 0, ...proofOf(server, me) }),
  ],
  importSecrets: async ({ server, me }) => [
    await server.call(me, 'secretsImport', { organizationId: ORG }, { projects: [], secrets: [] }),
  ],
}

describe('what the act leaves in the log', () => {
  it.each([...Object.entries(PUBLIC), ...Object.entries(MANY)])(
    'is as the table has it: %s',
    async (id, play) => {
      const world = setUp()
      let answers: { status: number }[] = []
      const rows = await world.server.eventsOf(async () => (answers = await play(world)))
      expect(answers.filter(({ status }) => status !== 200 && status !== 204)).toEqual([])
      const codes = [...new Set(rows.map(({ type }) => type))].toSorted((a, b) => Number(a) - Number(b))
      expect(codes).toEqual(codesOf(id as ActId))
    },
  )

  it('is one row for each of an import through the Public API, and none of the import itself', async () => {
    const { server, key } = setUp()
    const gone = server.addMember('user', { externalId: 'gone' })
    server.addGroup([], { externalId: 'g' })
    const rows = await server.eventsOf(() =>
      server.call(
        key,
        'publicImport',
        {},
        {
          groups: [
            { name: 'Crew', externalId: 'g', memberExternalIds: [] },
            { name: 'New', externalId: 'n', memberExternalIds: [] },
          ],
          members: [
            { email: 'm@acme.test', externalId: 'm', deleted: false },
            { email: 'x@acme.test', externalId: gone.externalId, deleted: true },
          ],
          overwriteExisting: false,
          largeImport: false,
        },
      ),
    )
    const codes = new Set(codesOf('publicImport'))
    expect(rows.map(({ type }) => type).filter((type) => !codes.has(Number(type)))).toEqual([])
    expect(rows.length).toBeGreaterThan(2)
  })
})
