import { badRequest, unhandled } from '#/mocks/handler'
import type { Answer, Context, Handlers } from '#/mocks/handler'
import { requireProjectsAllowed } from '#/mocks/secrets-manager/plan-limits'
import { pathId } from '#/mocks/http/query'
import { allow, canPort, rightsIn } from '#/mocks/rules'
import { liveSecretsOf } from '#/mocks/secrets-manager/secret-reads'
import { STREAMED_FROM, streamedArray } from '#/mocks/http/stream'
import type { Id, SecretRow } from '#/mocks/store/tables'

interface PortedProject {
  id: Id
  name: string
}

interface PortedSecret {
  id: Id
  key: string
  value: string
  note: string
  projectIds: Id[]
}

interface ImportBody {
  projects: (PortedProject | null)[] | null
  secrets: (PortedSecret | null)[] | null
}

const MOST_PROJECTS = 1000
const MOST_SECRETS = 6000

export const portingHandlers = {
  secretsExport: (c) => {
    const organizationId = pathId(c, 'organizationId')
    allow(canPort(rightsIn(c, organizationId)))
    return exportAnswer(c, organizationId, liveSecretsOf(c, organizationId))
  },

  // No policies, no events, no versions: imported projects are seen by admins alone.
  secretsImport: (c) => {
    const organizationId = pathId(c, 'organizationId')
    allow(canPort(rightsIn(c, organizationId)))
    const body = c.body as ImportBody
    requireSizes(body)
    const projects = body.projects ?? []
    requireProjectsAllowed(c, organizationId, projects.length, 'import')
    writeImport(c, organizationId, linked(body))
    return {}
  },
} satisfies Partial<Handlers>

function exportAnswer(
  c: Context,
  organizationId: Id,
  secrets: readonly SecretRow[],
): Answer | Promise<Answer> {
  const projects = c.db.projects.where('organizationId', organizationId).map(({ id, name }) => ({ id, name }))
  const write = async (batch: readonly SecretRow[]) =>
    (await c.db.sealed(batch, 'all')).map(({ id, key, value, note, projectId }) => ({
      ...{ id, key, value, note },
      projectIds: projectId === null ? [] : [projectId],
    }))
  const object = 'SecretsManagerExportResponseModel'
  if (secrets.length < STREAMED_FROM) {
    return write(secrets).then((exported) => ({ body: { projects, secrets: exported, object } }))
  }
  const before = `{"projects":${JSON.stringify(projects)},"secrets":[`
  return streamedArray(secrets, write, before, `],"object":"${object}"}`)
}

function requireSizes({ projects, secrets }: ImportBody): void {
  if ((projects?.length ?? 0) > MOST_PROJECTS || (secrets?.length ?? 0) > MOST_SECRETS) {
    throw badRequest(
      `You cannot import this much data at once, the limit is ${MOST_PROJECTS} projects and ${MOST_SECRETS} secrets.`,
    )
  }
  if (secrets?.some((secret) => secret && secret.projectIds.length > 1)) {
    throw badRequest('A secret can only be in one project at a time.')
  }
}

interface Linked {
  projects: Map<Id, PortedProject>
  secrets: PortedSecret[]
}

/** What breaks the server in the middle of its work: nothing of it is kept. */
function linked({ projects, secrets }: ImportBody): Linked {
  if (secrets === null || secrets.includes(null) || projects?.includes(null)) throw unhandled()
  const byId = new Map((projects ?? []).flatMap((project) => (project ? [[project.id, project]] : [])))
  const items = secrets.flatMap((secret) => secret ?? [])
  const isLinked = items.every(({ projectIds }) => projectIds.every((id) => byId.has(id)))
  if (byId.size !== (projects?.length ?? 0) || !isLinked) throw unhandled()
  return { projects: byId, secrets: items }
}

/** Everything gets a new id; those of the file only tie secrets to projects. */
function writeImport(c: Context, organizationId: Id, { projects, secrets }: Linked): void {
  const date = c.now()
  const dates = { creationDate: date, revisionDate: date }
  const ids = new Map<Id, Id>()
  for (const [oldId, { name }] of projects) {
    const id = c.db.newId()
    ids.set(oldId, id)
    c.db.projects.put({ id, organizationId, name, ...dates })
  }
  for (const { key, value, note, projectIds } of secrets) {
    const projectId = ids.get(projectIds[0] ?? '') ?? null
    const id = c.db.newId()
    c.db.secrets.put({ id, organizationId, projectId, key, value, note, ...dates, deletedDate: null })
  }
}
