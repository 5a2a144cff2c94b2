import { describe, expect, it } from 'vitest'
import type { EndpointName } from '#/api/contract'
import type { Caller } from './handler'
import { OTHER_ORG, ORG, sealed, TestServer } from './testing/harness'
import type { Id } from './store/tables'

// The truth table of the contract, row by row. Each cell runs on a server of its own.

interface Scene {
  server: TestServer
  /** Secret `inProject` lies in `project`; the others are what an operation needs besides. */
  project: Id
  otherProject: Id
  inProject: Id
  version: Id
  machine: Id
  token: Id
  callers: Record<Persona, Caller>
}

const personas = [
  'admin',
  'nothing',
  'reader',
  'writer',
  'groupWriter',
  'machine',
  'machineReader',
  'machineWriter',
] as const
type Persona = (typeof personas)[number]

function scene(): Scene {
  const server = new TestServer()
  const { db } = server
  const [project, otherProject, machine] = [server.addProject(), server.addProject(), server.addMachine()]
  const inProject = server.addSecret({ projectId: project.id })
  const [reader, writer, member] = [
    server.addMember('user'),
    server.addMember('user'),
    server.addMember('custom'),
  ]
  const group = server.addGroup([member.id])
  const [machineReader, machineWriter] = [server.addMachine(), server.addMachine()]
  for (const [who, flags] of [
    [reader, 'r'],
    [writer, 'rw'],
    [group, 'rw'],
  ] as const) {
    server.grant(who, project, flags)
    server.grant(who, machine, flags)
  }
  server.grant(machineReader, project, 'r')
  server.grant(machineWriter, project, 'rw')
  const editor = { editorServiceAccountId: null, editorOrganizationUserId: null }
  const version = { id: server.id('be'), secretId: inProject.id, value: sealed('old'), ...editor }
  db.secretVersions.put({ ...version, versionDate: '2026-01-02T00:00:00.0000000Z' })
  const dates = { creationDate: inProject.creationDate, revisionDate: inProject.creationDate }
  const token = { id: server.id('bf'), serviceAccountId: machine.id, name: sealed('t'), clientSecretHash: '' }
  db.accessTokens.put({ ...token, encryptedPayload: '', key: '', expireAt: null, ...dates })
  return {
    ...{ server, project: project.id, otherProject: otherProject.id, inProject: inProject.id },
    ...{ version: version.id, machine: machine.id, token: token.id },
    callers: {
      admin: server.person(server.addMember('admin')),
      nothing: server.person(server.addMember('user')),
      reader: server.person(reader),
      writer: server.person(writer),
      groupWriter: server.person(member),
      machine: server.machine(server.addMachine()),
      machineReader: server.machine(machineReader),
      machineWriter: server.machine(machineWriter),
    },
  }
}

const texts = { key: sealed('k'), value: sealed('v'), note: sealed('') }
const noPolicies = {
  userAccessPolicyRequests: [],
  groupAccessPolicyRequests: [],
  serviceAccountAccessPolicyRequests: [],
}

type Call = [EndpointName, Record<string, string>?, unknown?]

const inOrg = { organizationId: ORG }
const update = (s: Scene, more: object): Call => ['secretUpdate', { id: s.inProject }, { ...texts, ...more }]
const create = (more: object): Call => [
  'secretCreate',
  inOrg,
  { ...texts, projectIds: null, accessPoliciesRequests: null, ...more },
]

type Operation = (s: Scene) => Call

/** How a cell is answered. `x`: 200, but the item was refused. */
const answers: Record<string, number | 'refused'> = {
  '+': 200,
  '-': 404,
  x: 'refused',
  u: 401,
  '!': 500,
  b: 400,
}

/** One letter for each persona, in their order. */
const table: [string, string, Operation][] = [
  ['list secrets', '++++++++', () => ['secretList', inOrg]],
  ['list secrets of a project', '++++++++', (s) => ['projectSecretList', { projectId: s.project }]],
  ['get secret', '+-+++-++', (s) => ['secretGet', { id: s.inProject }]],
  ['get secrets by ids', '+-+++-++', (s) => ['secretGetByIds', {}, { ids: [s.inProject] }]],
  ['list versions', '+-+++-++', (s) => ['secretVersionList', { secretId: s.inProject }]],
  ['get version', '+-+++-++', (s) => ['secretVersionGet', { id: s.version }]],
  ['get versions by ids', '+-+++-++', (s) => ['secretVersionGetByIds', {}, [s.version]]],
  ['create secret without project', '+-------', () => create({})],
  ['create secret in project', '+--++--+', (s) => create({ projectIds: [s.project] })],
  [
    'create secret with policies',
    '+--++---',
    (s) => create({ projectIds: [s.project], accessPoliciesRequests: noPolicies }),
  ],
  ['update secret', '+--++--+', (s) => update(s, { projectIds: [s.project] })],
  ['move secret', '+-------', (s) => update(s, { projectIds: [s.otherProject] })],
  ['take secret out', '+-------', (s) => update(s, { projectIds: null })],
  [
    'update secret with policies',
    '+--++---',
    (s) => update(s, { projectIds: [s.project], accessPoliciesRequests: noPolicies }),
  ],
  ['delete secret', '+xx++xx+', (s) => ['secretDelete', {}, [s.inProject]]],
  [
    'restore version',
    '+--++--+',
    (s) => ['secretVersionRestore', { secretId: s.inProject }, { versionId: s.version }],
  ],
  ['delete version', '+--++--+', (s) => ['secretVersionDelete', {}, [s.version]]],
  ['read secret policies', '+--++---', (s) => ['secretPolicyGet', { secretId: s.inProject }]],
  ['list trash', '+uuuuuuu', () => ['trashList', inOrg]],
  ['restore from trash', '+uuuuuuu', () => ['trashRestore', inOrg, []]],
  ['empty trash', '+uuuuuuu', () => ['trashEmpty', inOrg, []]],
  ['list projects', '++++++++', () => ['projectList', inOrg]],
  ['get project', '+-+++-++', (s) => ['projectGet', { id: s.project }]],
  ['create project', '++++++++', () => ['projectCreate', inOrg, { name: sealed('p') }]],
  ['rename project', '+--++--+', (s) => ['projectUpdate', { id: s.project }, { name: sealed('p') }]],
  ['delete project', '+xx++xx+', (s) => ['projectDelete', {}, [s.project]]],
  ['read project people', '+--++---', (s) => ['projectPeoplePolicyGet', { id: s.project }]],
  ['replace project people', '+--++---', (s) => ['projectPeoplePolicyPut', { id: s.project }, noPolicies]],
  ['read project machines', '+--++---', (s) => ['projectMachineAccountPolicyGet', { id: s.project }]],
  [
    'clear project machines',
    '+--++---',
    (s) => ['projectMachineAccountPolicyPut', { id: s.project }, noPolicies],
  ],
  ['list machine accounts', '+++++!!!', () => ['machineAccountList', inOrg]],
  ['get machine account', '+-+++---', (s) => ['machineAccountGet', { id: s.machine }]],
  ['list tokens', '+-+++---', (s) => ['accessTokenList', { id: s.machine }]],
  ['machine account events', '+-+++---', (s) => ['machineAccountEventList', { serviceAccountId: s.machine }]],
  ['create machine account', '+++++---', () => ['machineAccountCreate', inOrg, { name: sealed('m') }]],
  [
    'rename machine account',
    '+--++---',
    (s) => ['machineAccountUpdate', { id: s.machine }, { name: sealed('m') }],
  ],
  ['delete machine account', '+xx++xxx', (s) => ['machineAccountDelete', {}, [s.machine]]],
  [
    'create token',
    '+--++---',
    (s) => [
      'accessTokenCreate',
      { id: s.machine },
      { name: sealed('t'), encryptedPayload: sealed('e'), key: sealed('k'), expireAt: null },
    ],
  ],
  ['revoke token', '+--++---', (s) => ['accessTokenRevoke', { id: s.machine }, { ids: [s.token] }]],
  ['read machine account people', '+--++---', (s) => ['machineAccountPeoplePolicyGet', { id: s.machine }]],
  [
    'replace machine account people',
    '+--++---',
    (s) => ['machineAccountPeoplePolicyPut', { id: s.machine }, noPolicies],
  ],
  ['read granted projects', '+--++---', (s) => ['grantedPolicyGet', { id: s.machine }]],
  [
    'grant project',
    '+--++---',
    (s) => [
      'grantedPolicyPut',
      { id: s.machine },
      { projectGrantedPolicyRequests: [{ grantedId: s.project, read: true, write: false }] },
    ],
  ],
  [
    'grant other project',
    '+-------',
    (s) => [
      'grantedPolicyPut',
      { id: s.machine },
      { projectGrantedPolicyRequests: [{ grantedId: s.otherProject, read: true, write: false }] },
    ],
  ],
  ['grantees: people', '++++++++', () => ['peopleGranteeList', { id: ORG }]],
  ['grantees: machine accounts', '+++++!!!', () => ['machineAccountGranteeList', { id: ORG }]],
  ['grantees: projects', '+++++!!!', () => ['projectGranteeList', { id: ORG }]],
  ['organization counts', '+++++---', () => ['organizationCountsGet', inOrg]],
  ['project counts', '+++++---', (s) => ['projectCountsGet', { projectId: s.project }]],
  ['machine account counts', '+++++---', (s) => ['machineAccountCountsGet', { serviceAccountId: s.machine }]],
  ['sync', 'bbbbb+++', () => ['secretSync', inOrg]],
  ['export', '+-------', () => ['secretsExport', inOrg]],
  ['import', '+-------', () => ['secretsImport', inOrg, { projects: [], secrets: [] }]],
  ['organization events', '+-------', () => ['organizationEventList', { id: ORG }]],
]

async function verdict(s: Scene, caller: Caller, [name, params, body]: Call): Promise<number | 'refused'> {
  const answer = await s.server.call(caller, name, params, body)
  const items = (answer.body as { data?: { error?: string | null }[] } | undefined)?.data
  return items?.some((item) => item.error === 'access denied') ? 'refused' : answer.status
}

describe('truth table', () => {
  it.each(table)('%s %s', async (_name, cells, operation) => {
    const actual: Partial<Record<Persona, number | 'refused'>> = {}
    const expected: typeof actual = {}
    for (const [index, persona] of personas.entries()) {
      const s = scene()
      actual[persona] = await verdict(s, s.callers[persona], operation(s))
      expected[persona] = answers[cells[index] ?? ''] ?? 0
    }
    expect(actual).toEqual(expected)
  })
})

describe('step 0', () => {
  const outsiders: [string, (s: Scene) => Caller][] = [
    [
      'an owner without the flag',
      ({ server }) => server.person(server.addMember('owner', { accessSecretsManager: false })),
    ],
    [
      'the owner of another organization',
      ({ server }) => server.person(server.addMember('owner', { organizationId: OTHER_ORG })),
    ],
    [
      'a machine account of another organization',
      ({ server }) => server.machine(server.addMachine({ organizationId: OTHER_ORG })),
    ],
    ['an organization key', ({ server }) => server.organizationKey()],
  ]

  it.each(outsiders)('%s finds nothing', async (_name, outsider) => {
    for (const [name, , operation] of table) {
      if (name === 'organization events') continue
      const s = scene()
      expect([name, await verdict(s, outsider(s), operation(s))]).toEqual([name, 404])
    }
  })

  it('believes the token, not the tables', async () => {
    const { server } = scene()
    const member = server.addMember('owner')
    const caller = server.person(member)
    server.db.members.update(member.id, { status: -1, accessSecretsManager: false })
    server.db.organizations.update(ORG, { enabled: false })
    expect((await server.call(caller, 'secretList', inOrg)).status).toBe(200)
    expect((await server.call(caller, 'secretCreate', inOrg, { ...texts, projectIds: null })).status).toBe(
      200,
    )
  })
})

describe('union of policies', () => {
  it('adds rights of member, groups and project, and never takes any away', async () => {
    const server = new TestServer()
    const project = server.addProject()
    const secret = server.addSecret({ projectId: project.id })
    const member = server.addMember('user')
    const caller = server.person(member)
    const read = async () => (await server.call(caller, 'secretGet', { id: secret.id })).body
    server.grant(member, secret, 'r')
    expect(await read()).toMatchObject({ read: true, write: false })
    server.grant(server.addGroup([member.id]), project, 'rw')
    server.grant(member, project, 'r')
    expect(await read()).toMatchObject({ read: true, write: true })
  })

  it('evaluates read and write apart', async () => {
    const server = new TestServer()
    const secret = server.addSecret()
    const member = server.addMember('user')
    server.grant(member, secret, 'w')
    expect((await server.call(server.person(member), 'secretGet', { id: secret.id })).status).toBe(404)
    expect(
      (
        await server.call(
          server.person(member),
          'secretUpdate',
          { id: secret.id },
          { ...texts, projectIds: null },
        )
      ).status,
    ).toBe(200)
  })

  it('never lets a right on a secret reach its project', async () => {
    const server = new TestServer()
    const project = server.addProject()
    const secret = server.addSecret({ projectId: project.id })
    const member = server.addMember('user')
    server.grant(member, secret, 'rw')
    expect((await server.call(server.person(member), 'projectGet', { id: project.id })).status).toBe(404)
    expect((await server.call(server.person(member), 'secretGet', { id: secret.id })).body).toMatchObject({
      projects: [{ id: project.id, name: sealed('p') }],
    })
  })

  it('shows a machine its direct write in the secret, but not in lists', async () => {
    const server = new TestServer()
    const secret = server.addSecret()
    const account = server.addMachine()
    server.grant(account, secret, 'rw')
    const caller = server.machine(account)
    expect((await server.call(caller, 'secretGet', { id: secret.id })).body).toMatchObject({ write: true })
    expect((await server.call(caller, 'secretList', inOrg)).body).toMatchObject({
      secrets: [{ id: secret.id, read: true, write: false }],
    })
  })
})
