import { describe, expect, it } from 'vitest'
import type { EndpointName } from '#/api/contract'
import { ORG, sealed, TestServer } from '#/mocks/testing/harness'

// Which acts move the `revisionDate` of a machine account: it drives `secrets/sync`.

const token = { name: sealed('t'), encryptedPayload: sealed('p'), key: sealed('k'), expireAt: null }

function setUp() {
  const server = new TestServer()
  const owner = server.person(server.addMember('owner'))
  const [project, empty, account] = [server.addProject(), server.addProject(), server.addMachine()]
  const inProject = server.addSecret({ projectId: project.id })
  const direct = server.addSecret()
  const apart = server.addSecret()
  server.grant(account, project, 'r')
  server.grant(account, direct, 'r')
  const version = {
    id: server.id('be'),
    secretId: direct.id,
    value: sealed('old'),
    versionDate: direct.revisionDate,
  }
  server.db.secretVersions.put({ ...version, editorServiceAccountId: null, editorOrganizationUserId: null })
  const dates = { creationDate: account.creationDate, revisionDate: account.creationDate }
  const key = { id: server.id('bf'), serviceAccountId: account.id, clientSecretHash: '', ...token, ...dates }
  server.db.accessTokens.put(key)
  const rows = { project, empty, account, inProject, direct, apart }
  return { server, owner, ...rows, version: version.id, token: key.id }
}

type Scene = ReturnType<typeof setUp>
type Call = [EndpointName, Record<string, string>, unknown?]

const texts = { key: sealed('k'), value: sealed('v'), note: sealed('') }
const noPolicies = {
  userAccessPolicyRequests: [],
  groupAccessPolicyRequests: [],
  serviceAccountAccessPolicyRequests: [],
}
const inOrg = { organizationId: ORG }
const update = (
  id: string,
  projectIds: string[] | null,
  accessPoliciesRequests: object | null = null,
): Call => ['secretUpdate', { id }, { ...texts, projectIds, accessPoliciesRequests }]
const create = (projectIds: string[] | null): Call => [
  'secretCreate',
  inOrg,
  { ...texts, projectIds, accessPoliciesRequests: null },
]
const named = { name: sealed('n') }

const moving: [string, (s: Scene) => Call[]][] = [
  ['secret created in its project', (s) => [create([s.project.id])]],
  ['secret of its project updated', (s) => [update(s.inProject.id, [s.project.id])]],
  ['secret moved out of its project', (s) => [update(s.inProject.id, null)]],
  ['secret moved into its project', (s) => [update(s.apart.id, [s.project.id])]],
  ['direct secret updated', (s) => [update(s.direct.id, null)]],
  ['its grant on a secret taken away', (s) => [update(s.direct.id, null, noPolicies)]],
  ['secret trashed', (s) => [['secretDelete', {}, [s.inProject.id]]]],
  [
    'version restored',
    (s) => [['secretVersionRestore', { secretId: s.direct.id }, { versionId: s.version }]],
  ],
  ['its project deleted', (s) => [['projectDelete', {}, [s.project.id]]]],
  [
    'its projects changed',
    (s) => [['grantedPolicyPut', { id: s.account.id }, { projectGrantedPolicyRequests: [] }]],
  ],
  ['its project taken away', (s) => [['projectMachineAccountPolicyPut', { id: s.project.id }, noPolicies]]],
  ['renamed', (s) => [['machineAccountUpdate', { id: s.account.id }, named]]],
]

const still: [string, (s: Scene) => Call[]][] = [
  ['secret read', (s) => [['secretGet', { id: s.direct.id }]]],
  ['secret out of reach updated', (s) => [update(s.apart.id, [s.empty.id])]],
  ['secret out of reach created', () => [create(null)]],
  ['version deleted', (s) => [['secretVersionDelete', {}, [s.version]]]],
  ['people changed', (s) => [['machineAccountPeoplePolicyPut', { id: s.account.id }, noPolicies]]],
  ['project renamed', (s) => [['projectUpdate', { id: s.project.id }, named]]],
  ['project people changed', (s) => [['projectPeoplePolicyPut', { id: s.project.id }, noPolicies]]],
  ['other project deleted', (s) => [['projectDelete', {}, [s.empty.id]]]],
  ['token created', (s) => [['accessTokenCreate', { id: s.account.id }, token]]],
  ['token revoked', (s) => [['accessTokenRevoke', { id: s.account.id }, { ids: [s.token] }]]],
]

async function isMoved(acts: (s: Scene) => Call[]): Promise<boolean> {
  const s = setUp()
  for (const [name, params, body] of acts(s)) {
    expect((await s.server.call(s.owner, name, params, body)).status).toBe(200)
  }
  return s.server.db.serviceAccounts.get(s.account.id)?.revisionDate !== s.account.revisionDate
}

describe('a machine account’s revisionDate', () => {
  it.each(moving)('moves: %s', async (_name, acts) => expect(await isMoved(acts)).toBe(true))
  it.each(still)('stays: %s', async (_name, acts) => expect(await isMoved(acts)).toBe(false))

  it('moves when a secret comes back from the trash and when it is purged', async () => {
    const { server, owner, account, inProject } = setUp()
    const revision = () => server.db.serviceAccounts.get(account.id)?.revisionDate ?? ''
    const seen = new Set([revision()])
    for (const name of ['secretDelete', 'trashRestore', 'secretDelete', 'trashEmpty'] as const) {
      await server.call(owner, name, inOrg, [inProject.id])
      expect(seen.has(revision())).toBe(false)
      seen.add(revision())
    }
  })
})
