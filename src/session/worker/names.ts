import { ApiError } from '#/api/error'
import { encryptText } from '#/crypto/symmetric-key'
import { organizationKey } from './keys'
import { openText } from './secret-read'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

export interface NamedProject {
  id: string
  name: OpenedText
  canWrite: boolean
  created: number
  changed: number
}

export async function listProjects(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<NamedProject[]> {
  const key = await organizationKey(context.vault, organizationId)
  const answer = await context.client.call(
    'projectList',
    { params: { organizationId } },
    { ...(signal && { signal }) },
  )
  return Promise.all(
    answer.data.map(async (project) => ({
      id: project.id,
      name: await openText(key, project.name),
      canWrite: project.write,
      created: Date.parse(project.creationDate),
      changed: Date.parse(project.revisionDate),
    })),
  )
}

export async function createProject(
  context: Context,
  organizationId: string,
  name: string,
): Promise<{ id: string }> {
  const key = await organizationKey(context.vault, organizationId)
  const project = await context.client.call('projectCreate', {
    params: { organizationId },
    body: { name: await encryptText(key, name) },
  })
  return { id: project.id }
}

export async function renameProject(
  context: Context,
  organizationId: string,
  id: string,
  name: string,
): Promise<void> {
  const key = await organizationKey(context.vault, organizationId)
  await context.client.call('projectUpdate', { params: { id }, body: { name: await encryptText(key, name) } })
}

export async function deleteProjects(
  context: Context,
  ids: string[],
): Promise<{ id: string; error: string | null }[]> {
  const answer = await context.client.call('projectDelete', { body: ids })
  return answer.data.map(({ id, error }) => ({ id, error }))
}

const OWNER = 0
const CONFIRMED = 2

const REVOKED = -1

export interface PersonName {
  memberId: string
  userId: string | null
  name: string | null
  email: string
  isOwner: boolean
  isRevoked: boolean
}

/** Everybody's name, for authors. Null where this account may not list them. */
export async function listPeople(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<PersonName[] | null> {
  if (context.vault.machine || context.vault.audit) return null
  try {
    const answer = await context.client.call(
      'memberMiniList',
      { params: { orgId: organizationId } },
      { ...(signal && { signal }) },
    )
    return answer.data.map((m) => ({
      memberId: m.id,
      userId: m.userId,
      name: m.name,
      email: m.email,
      isOwner: m.type === OWNER && m.status === CONFIRMED,
      isRevoked: m.status === REVOKED,
    }))
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}

export interface ProjectReach {
  secrets: number
  people: number
  machines: number
}

export async function countProject(
  context: Context,
  projectId: string,
  signal?: AbortSignal,
): Promise<ProjectReach> {
  const answer = await context.client.call(
    'projectCountsGet',
    { params: { projectId } },
    { ...(signal && { signal }) },
  )
  return { secrets: answer.secrets, people: answer.people, machines: answer.serviceAccounts }
}

export interface OrganizationCounts {
  secrets: number
  projects: number
  machines: number
}

export async function countOrganization(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<OrganizationCounts> {
  const answer = await context.client.call(
    'organizationCountsGet',
    { params: { organizationId } },
    { ...(signal && { signal }) },
  )
  return { secrets: answer.secrets, projects: answer.projects, machines: answer.serviceAccounts }
}
