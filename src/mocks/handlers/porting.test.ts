import { describe, expect, it } from 'vitest'
import { NOBODY, ORG, OTHER_ORG, sealed, TestServer } from '#/mocks/testing/harness'

const inOrg = { organizationId: ORG }
const texts = { key: sealed('k'), value: sealed('v'), note: sealed('n') }

function setUp() {
  const server = new TestServer()
  const owner = server.person(server.addMember('owner'))
  const importing = (body: unknown) => server.call(owner, 'secretsImport', inOrg, body)
  return { server, db: server.db, owner, importing }
}

const project = (n: number) => ({
  id: `cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: sealed('p'),
})

describe('export', () => {
  it('has everything but the trash and other organizations', async () => {
    const { server, owner } = setUp()
    const { id } = server.addProject()
    const [inProject, alone] = [server.addSecret({ projectId: id }), server.addSecret()]
    server.addSecret({ deletedDate: '2026-03-09T00:00:00.0000000Z' })
    server.addProject({ organizationId: OTHER_ORG })
    const secret = (secretId: string, projectIds: string[]) => ({
      ...{ id: secretId, key: sealed('k'), value: sealed('v'), note: sealed('') },
      projectIds,
    })
    expect((await server.call(owner, 'secretsExport', inOrg)).body).toEqual({
      projects: [{ id, name: sealed('p') }],
      secrets: [secret(inProject.id, [id]), secret(alone.id, [])],
      object: 'SecretsManagerExportResponseModel',
    })
  })

  it('is streamed when it is long', async () => {
    const { server, owner } = setUp()
    for (let i = 0; i < 1_500; i += 1) server.addSecret()
    const { body } = await server.call(owner, 'secretsExport', inOrg)
    expect((body as { secrets: unknown[] }).secrets).toHaveLength(1_500)
  })
})

describe('import', () => {
  it('gives new ids and keeps secrets in their projects; no policies, events or versions', async () => {
    const { server, db, importing } = setUp()
    const file = project(1)
    const secrets = [
      { id: NOBODY, ...texts, projectIds: [file.id] },
      { id: NOBODY, ...texts, projectIds: [] },
    ]
    const events = await server.eventsOf(async () => {
      expect(await importing({ projects: [file], secrets })).toEqual({ status: 200, body: undefined })
    })
    const made = db.projects.all()[0]
    expect(made?.id).not.toBe(file.id)
    expect(db.secrets.all()).toMatchObject([{ ...texts, projectId: made?.id }, { projectId: null }])
    expect(events).toEqual([])
    expect([db.accessPolicies.size, db.secretVersions.size]).toEqual([0, 0])
  })

  it('takes missing projects', async () => {
    const { importing } = setUp()
    expect((await importing({ projects: null, secrets: [] })).status).toBe(200)
  })

  const tooMuch = 'You cannot import this much data at once, the limit is 1000 projects and 6000 secrets.'
  const secret = { id: NOBODY, ...texts, projectIds: [] as string[] }
  it.each([
    [
      '1001 projects',
      { projects: Array.from({ length: 1001 }, (_, n) => project(n)), secrets: [] },
      400,
      tooMuch,
    ],
    ['6001 secrets', { projects: [], secrets: Array.from({ length: 6001 }, () => secret) }, 400, tooMuch],
    [
      'a secret in two projects',
      {
        projects: [project(1), project(2)],
        secrets: [{ ...secret, projectIds: [project(1).id, project(2).id] }],
      },
      400,
      'A secret can only be in one project at a time.',
    ],
    ['no secrets', { projects: [], secrets: null }, 500, null],
    ['a null secret', { projects: [project(1)], secrets: [null] }, 500, null],
    [
      'a project that is not in the file',
      { projects: [project(1)], secrets: [{ ...secret, projectIds: [NOBODY] }] },
      500,
      null,
    ],
    ['a project twice', { projects: [project(1), project(1)], secrets: [] }, 500, null],
  ])('refuses %s and keeps nothing of it', async (_name, body, status, text) => {
    const { db, importing } = setUp()
    expect(await importing(body)).toMatchObject(text === null ? { status } : { status, body: text })
    expect([db.projects.size, db.secrets.size]).toEqual([0, 0])
  })

  it('counts projects on the Free plan of the cloud', async () => {
    const { db, importing } = setUp()
    db.setMeta({ selfHosted: false })
    db.organizations.update(ORG, { planType: 0 })
    expect(await importing({ projects: [1, 2, 3, 4].map(project), secrets: [] })).toEqual({
      status: 400,
      body: 'The maximum number of projects for this plan is (3).',
    })
  })
})
