import type { ActId } from '#/domain/coverage/traces'
import type { Caller } from '#/mocks/handler'
import { ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const orgId = ORG
const day = '2026-01-01T00:00:00.0000000Z'
const TWO_STEP = '0'
const SINGLE_ORGANIZATION = '3'
const DATA_OWNERSHIP = 5
const wish = { type: 2, externalId: null, permissions: null, collections: null, groups: null }

export function setUpMany() {
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

type World = ReturnType<typeof setUpMany>
type Play = (world: World) => Promise<{ status: number }[]>

/** The acts of other programs with the key of the organization. */
export const PUBLIC: Partial<Record<ActId, Play>> = {
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
export const MANY: Partial<Record<ActId, Play>> = {
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
  deleteAccount: async ({ server, me }) => {
    const claimed = () => server.addMember('user', { isClaimed: true }).id
    const ids = [claimed(), claimed()]
    return [
      await server.call(me, 'memberDeleteAccount', { orgId, id: claimed() }),
      await server.call(me, 'memberDeleteAccountMany', { orgId }, { ids }),
    ]
  },
  askForAccess: async ({ server }) => {
    const asker = server.person(server.addMember('user', { accessSecretsManager: false }))
    return [await server.call(asker, 'accessRequest', {}, { organizationId: ORG, emailContent: 'Please.' })]
  },
  viewOrganizationKey: async ({ server, me }) => [
    await server.call(me, 'organizationApiKeyView', { id: ORG }, { type: 0, ...proofOf(server, me) }),
  ],
  rotateOrganizationKey: async ({ server, me }) => [
    await server.call(me, 'organizationApiKeyRotate', { id: ORG }, { type: 0, ...proofOf(server, me) }),
  ],
  importSecrets: async ({ server, me }) => {
    const project = { id: server.id('ba'), name: sealed('p') }
    const texts = { key: sealed('k'), value: sealed('v'), note: sealed('n') }
    const body = {
      projects: [project],
      secrets: [{ id: server.id('bb'), ...texts, projectIds: [project.id] }],
    }
    return [await server.call(me, 'secretsImport', { organizationId: ORG }, body)]
  },
  viewOwnKey: async ({ server, me }) => {
    const proof = proofOf(server, me)
    server.db.users.update(me.userId ?? '', { apiKey: 'own key', revisionDate: day })
    return [
      await server.call(me, 'accountApiKeyView', {}, proof),
      await server.call(me, 'accountApiKeyRotate', {}, proof),
    ]
  },
  syncUnchanged: async ({ server }) => {
    const caller = server.machine(server.addMachine())
    const query = 'lastSyncedDate=2026-03-01T00:00:00Z'
    const answer = await server.call(caller, 'secretSync', { organizationId: ORG }, undefined, query)
    if (!isUnchanged(answer.body)) throw new Error('There was a change.')
    return [answer]
  },
  leaveByPolicy: async ({ server }) => {
    const member = server.addMember('user')
    const row = { id: server.id('be'), organizationId: ORG, type: DATA_OWNERSHIP, data: null, enabled: true }
    server.db.policies.put({ ...row, creationDate: day, revisionDate: day })
    return [await server.call(server.person(member), 'memberRevokeSelf', { orgId })]
  },
  revokeByPolicy: async ({ server, me }) => {
    // One without a second step, and one who has it and is in another organization too.
    server.addMember('user', {}, { masterPasswordHash: 'proof' })
    const { userId } = server.addMember('user', {}, { masterPasswordHash: 'proof', totpSecret: 'A' })
    server.addMember('user', { organizationId: OTHER_ORG, userId })
    const put = (type: string) =>
      server.call(me, 'policyPut', { orgId, type }, { policy: { enabled: true, data: null }, metadata: null })
    return [await put(TWO_STEP), await put(SINGLE_ORGANIZATION)]
  },
}

const isUnchanged = (body: unknown) => !(body as { hasChanges: boolean }).hasChanges
