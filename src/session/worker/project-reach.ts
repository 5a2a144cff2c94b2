import { ApiError } from '#/api/error'
import { organizationKey } from './keys'
import { openText } from './secret-read'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

export interface ProjectRef {
  organizationId: string
  projectId: string
}

/** A machine account with a policy on a project. */
export interface ProjectMachine {
  id: string
  name: OpenedText
  canRead: boolean
  canWrite: boolean
}

/** A member or a group with a policy on a project; names of people are not sealed. */
export interface ProjectPerson {
  kind: 'person' | 'group'
  id: string
  /** Null for a person who is only invited. */
  name: string | null
  isMe: boolean
  canWrite: boolean
}

const isRefusal = (error: unknown) =>
  error instanceof ApiError && (error.status === 403 || error.status === 404)

/** Null where this account may not know: only who may write a project may read its policies. */
export async function listProjectMachines(
  context: Context,
  { organizationId, projectId }: ProjectRef,
  signal?: AbortSignal,
): Promise<ProjectMachine[] | null> {
  const key = await organizationKey(context.vault, organizationId)
  try {
    const answer = await context.client.call(
      'projectMachineAccountPolicyGet',
      { params: { id: projectId } },
      { ...(signal && { signal }) },
    )
    return await Promise.all(
      answer.serviceAccountAccessPolicies.map(async (policy) => ({
        id: policy.serviceAccountId,
        name: await openText(key, policy.serviceAccountName),
        canRead: policy.read,
        canWrite: policy.write,
      })),
    )
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

export async function listProjectPeople(
  context: Context,
  { projectId }: ProjectRef,
  signal?: AbortSignal,
): Promise<ProjectPerson[] | null> {
  try {
    const answer = await context.client.call(
      'projectPeoplePolicyGet',
      { params: { id: projectId } },
      { ...(signal && { signal }) },
    )
    const people = answer.userAccessPolicies.map((policy) => ({
      kind: 'person' as const,
      id: policy.organizationUserId,
      name: policy.organizationUserName,
      isMe: policy.currentUser,
      canWrite: policy.write,
    }))
    const groups = answer.groupAccessPolicies.map((policy) => ({
      kind: 'group' as const,
      id: policy.groupId,
      name: policy.groupName,
      isMe: policy.currentUserInGroup,
      canWrite: policy.write,
    }))
    return [...people, ...groups]
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Number of secrets in reach of each machine account that this account can read, by id. */
export async function countMachineReach(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const answer = await context.client.call(
    'machineAccountList',
    { params: { organizationId }, query: { includeAccessToSecrets: true } },
    { ...(signal && { signal }) },
  )
  return Object.fromEntries(answer.data.map((machine) => [machine.id, machine.accessToSecrets]))
}

/** Secrets of the project in the trash; null for those who may not see the trash (401 or 404). */
export async function countProjectTrash(
  context: Context,
  { organizationId, projectId }: ProjectRef,
  signal?: AbortSignal,
): Promise<number | null> {
  const profile = context.vault.profile?.organizations.find((o) => o.id === organizationId)
  // Asked only by those whom the server answers: its 401 would look like a session that has ended.
  if (!profile || profile.type > 1) return null
  const answer = await context.client.call(
    'trashList',
    { params: { organizationId } },
    { ...(signal && { signal }) },
  )
  return answer.secrets.filter(({ projects }) => projects.some(({ id }) => id === projectId)).length
}
