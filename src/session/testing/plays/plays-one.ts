import type { EndpointName } from '#/api/contract'
import type { ActId } from '#/domain/coverage/traces'
import type { Caller } from '#/mocks/handler'
import type { ServiceAccountRow } from '#/mocks/store/tables'
import { ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const orgId = ORG
const day = '2026-03-09T00:00:00.0000000Z'

const FLAGS = { useEvents: true, useSecretsManager: true, useGroups: true, usePolicies: true }

export function setUp() {
  const server = new TestServer()
  const owner = server.addMember('owner')
  const member = server.addMember('user')
  const group = server.addGroup([])
  const project = server.addProject()
  const secret = server.addSecret({ projectId: project.id })
  const trashed = server.addSecret({ deletedDate: day })
  const machine = server.addMachine()
  const collection = server.addCollection({
    users: [{ id: owner.id, readOnly: false, hidePasswords: false, manage: true }],
  })
  server.db.organizations.update(ORG, { flags: FLAGS })
  server.grant(machine, project, 'rw')
  const me = server.person(owner)
  const used = new Set<EndpointName>()
  const call = (name: EndpointName, params: Record<string, string> = {}, body?: unknown, by: Caller = me) => {
    used.add(name)
    return server.call(by, name, params, body)
  }
  return { server, owner, member, group, project, secret, trashed, machine, collection, call, used }
}

type World = ReturnType<typeof setUp>

const texts = { key: sealed('k'), value: sealed('v'), note: sealed('n') }
const access = { type: 2, permissions: null, accessSecretsManager: false, collections: [], groups: [] }
const many = (id: string) => ({ ids: [id] })
const management = {
  ...{ limitCollectionCreation: false, limitCollectionDeletion: false, limitItemDeletion: false },
  allowAdminAccessToAllCollectionItems: false,
}

/** Twice where the one turns on what the other turns off. */
async function manage({ server, call }: World, field: keyof typeof management) {
  server.db.organizations.update(ORG, { flags: { ...FLAGS, ...management } })
  await call('organizationCollectionManagement', { id: ORG }, { ...management, [field]: true })
  await call('organizationCollectionManagement', { id: ORG }, management)
}

function addVersion({ server, secret }: World) {
  const version = { id: server.id('be'), secretId: secret.id, value: sealed('old'), versionDate: day }
  const editor = { editorOrganizationUserId: null, editorServiceAccountId: null }
  return server.db.secretVersions.put({ ...version, ...editor })
}

function addToken(server: TestServer, machine: ServiceAccountRow) {
  const texts = {
    name: sealed('t'),
    clientSecretHash: 'hash',
    encryptedPayload: sealed('p'),
    key: sealed('k'),
  }
  const dates = { creationDate: day, revisionDate: day, expireAt: null }
  return server.db.accessTokens.put({ id: server.id('bf'), serviceAccountId: machine.id, ...texts, ...dates })
}

/** Every act that the imitation server can play, as the console does it. */
export const PLAYS: Partial<Record<ActId, (world: World) => Promise<unknown>>> = {
  readSecret: ({ call, secret }) => call('secretGet', { id: secret.id }),
  readSecrets: ({ call, secret }) => call('secretGetByIds', {}, many(secret.id)),
  createSecret: ({ call, project }) =>
    call('secretCreate', inOrg, { ...texts, projectIds: [project.id], accessPoliciesRequests: null }),
  changeSecret: ({ call, secret, project }) =>
    call('secretUpdate', { id: secret.id }, { ...texts, projectIds: [project.id], valueChanged: true }),
  changeSecretAccess: ({ call, secret, project }) =>
    call(
      'secretUpdate',
      { id: secret.id },
      {
        ...{ ...texts, projectIds: [project.id], valueChanged: false },
        accessPoliciesRequests: {
          ...{ userAccessPolicyRequests: [], groupAccessPolicyRequests: [] },
          serviceAccountAccessPolicyRequests: [],
        },
      },
    ),
  moveSecret: ({ server, call, secret }) =>
    call('secretUpdate', { id: secret.id }, { ...texts, projectIds: [server.addProject().id] }),
  trashSecret: ({ call, secret }) => call('secretDelete', {}, [secret.id]),
  restoreSecret: ({ call, trashed }) => call('trashRestore', inOrg, [trashed.id]),
  purgeSecret: ({ call, trashed }) => call('trashEmpty', inOrg, [trashed.id]),
  // The server's own job of the night, which the imitation makes up for as the trash is opened.
  emptyTrash: async ({ server, call }) => {
    const { id } = server.addSecret({ deletedDate: '2026-01-02T00:00:00.0000000Z' })
    await call('trashList', inOrg)
    if (server.db.secrets.get(id)) throw new Error('It is still in the trash.')
  },
  listSecrets: ({ call }) => call('secretList', inOrg),
  listTrash: ({ call }) => call('trashList', inOrg),
  readVersions: async (world) => {
    const { id } = addVersion(world)
    await world.call('secretVersionList', { secretId: world.secret.id })
    await world.call('secretVersionGet', { id })
    await world.call('secretVersionGetByIds', {}, [id])
  },
  restoreVersion: (world) =>
    world.call('secretVersionRestore', { secretId: world.secret.id }, { versionId: addVersion(world).id }),
  deleteVersion: (world) => world.call('secretVersionDelete', {}, [addVersion(world).id]),
  exportSecrets: ({ call }) => call('secretsExport', inOrg),
  openProject: ({ call, project }) => call('projectGet', { id: project.id }),
  createProject: ({ call }) => call('projectCreate', inOrg, { name: sealed('p') }),
  renameProject: ({ call, project }) => call('projectUpdate', { id: project.id }, { name: sealed('q') }),
  deleteProject: ({ call, project }) => call('projectDelete', {}, [project.id]),
  changeProjectPeople: ({ call, project, member }) =>
    call(
      'projectPeoplePolicyPut',
      { id: project.id },
      {
        userAccessPolicyRequests: [{ granteeId: member.id, read: true, write: false }],
        groupAccessPolicyRequests: [],
      },
    ),
  changeProjectMachines: ({ call, project }) =>
    call('projectMachineAccountPolicyPut', { id: project.id }, { serviceAccountAccessPolicyRequests: [] }),
  readAccess: async ({ call, project, secret, machine }) => {
    await call('projectPeoplePolicyGet', { id: project.id })
    await call('secretPolicyGet', { secretId: secret.id })
    await call('grantedPolicyGet', { id: machine.id })
  },
  createMachine: ({ call }) => call('machineAccountCreate', inOrg, { name: sealed('m') }),
  renameMachine: ({ call, machine }) =>
    call('machineAccountUpdate', { id: machine.id }, { name: sealed('n') }),
  deleteMachine: ({ call, machine }) => call('machineAccountDelete', {}, [machine.id]),
  changeMachinePeople: async ({ call, machine, member, group }) => {
    const put = (users: { id: string }[], groups: { id: string }[]) =>
      call(
        'machineAccountPeoplePolicyPut',
        { id: machine.id },
        {
          userAccessPolicyRequests: users.map(({ id }) => ({ granteeId: id, read: true, write: true })),
          groupAccessPolicyRequests: groups.map(({ id }) => ({ granteeId: id, read: true, write: true })),
        },
      )
    await put([member], [group])
    await put([], [])
  },
  changeMachineProjects: ({ call, machine }) =>
    call('grantedPolicyPut', { id: machine.id }, { projectGrantedPolicyRequests: [] }),
  createToken: ({ call, machine }) =>
    call(
      'accessTokenCreate',
      { id: machine.id },
      { name: sealed('t'), encryptedPayload: sealed('p'), key: sealed('k'), expireAt: null },
    ),
  revokeToken: ({ server, call, machine }) =>
    call('accessTokenRevoke', { id: machine.id }, { ids: [addToken(server, machine).id] }),
  listTokens: ({ call, machine }) => call('accessTokenList', { id: machine.id }),
  syncChanged: ({ server, call, machine }) => call('secretSync', inOrg, undefined, server.machine(machine)),
  inviteMember: ({ call }) => call('memberInvite', { orgId }, { ...access, emails: ['new@acme.test'] }),
  confirmMember: ({ server, call }) =>
    call('memberConfirm', { orgId, id: server.addMember('user', { status: 1 }).id }, { key: sealed('k') }),
  changeMember: ({ call, member }) =>
    call('memberUpdate', { orgId, id: member.id }, { ...access, accessPam: false, type: 1, groups: null }),
  revokeMember: ({ call, member }) => call('memberRevoke', { orgId, id: member.id }),
  restoreMember: async ({ server, call, member }) => {
    server.db.members.update(member.id, { status: -1, statusBeforeRevoke: 2 })
    await call('memberRestore', { orgId, id: member.id }, {})
  },
  removeMember: ({ call, member }) => call('memberRemove', { orgId, id: member.id }),
  enableSecretsManager: ({ server, call }) => {
    const { id } = server.addMember('user', { accessSecretsManager: false })
    return call('memberEnableSecretsManager', { orgId }, many(id))
  },
  readMembers: async ({ call, member }) => {
    await call('memberList', { orgId })
    await call('memberPublicKeys', { orgId }, many(member.id))
  },
  createGroup: ({ call }) => call('groupCreate', { orgId }, { name: 'G', collections: [], users: [] }),
  changeGroup: ({ call, group }) =>
    call('groupUpdate', { orgId, id: group.id }, { name: 'H', collections: [], users: [] }),
  changeGroupMembers: ({ server, call, member }) =>
    call('groupMemberRemove', { orgId, id: server.addGroup([member.id]).id, orgUserId: member.id }),
  deleteGroup: ({ call, group }) => call('groupDelete', { orgId, id: group.id }),
  createCollection: ({ call, member }) =>
    call(
      'collectionCreate',
      { orgId },
      {
        ...{ name: sealed('c'), externalId: null, groups: [] },
        users: [{ id: member.id, readOnly: false, hidePasswords: false, manage: true }],
      },
    ),
  changeCollection: ({ call, collection }) =>
    call(
      'collectionUpdate',
      { orgId, id: collection.id },
      { name: sealed('d'), externalId: null, groups: [], users: collection.users },
    ),
  deleteCollection: ({ call, collection }) => call('collectionDelete', { orgId, id: collection.id }),
  changePolicy: ({ call }) =>
    call('policyPut', { orgId, type: '1' }, { policy: { enabled: true, data: {} }, metadata: null }),
  changeOrganization: ({ call }) =>
    call('organizationUpdate', { id: ORG }, { name: 'New', billingEmail: null }),
  limitCollectionCreation: (world) => manage(world, 'limitCollectionCreation'),
  limitCollectionDeletion: (world) => manage(world, 'limitCollectionDeletion'),
  limitItemDeletion: (world) => manage(world, 'limitItemDeletion'),
  adminAccessToItems: (world) => manage(world, 'allowAdminAccessToAllCollectionItems'),
  readEvents: async ({ call, secret }) => {
    await call('organizationEventList', { id: ORG })
    await call('secretEventList', { orgId, id: secret.id })
  },
}
