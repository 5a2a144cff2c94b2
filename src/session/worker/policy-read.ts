import { ApiError } from '#/api/error'
import type { GroupPolicy, MachineAccountPolicy, UserPolicy } from '#/api/contract'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { READ, WRITE } from '#/domain/access/facts'
import type { GrantRow, PolicyList, PolicyTarget } from '#/session/access-types'
import { organizationKey } from './keys'
import { openText } from './secret-read'
import type { Context } from './vault'

export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404)

const rightOf = ({ read, write }: { read: boolean; write: boolean }) =>
  (read ? READ : 0) | (write ? WRITE : 0)

interface People {
  userAccessPolicies: UserPolicy[]
  groupAccessPolicies: GroupPolicy[]
}

const peopleRows = ({ userAccessPolicies, groupAccessPolicies }: People): GrantRow[] => [
  ...userAccessPolicies.map((policy): GrantRow => ({
    kind: 'person',
    id: policy.organizationUserId,
    name: policy.organizationUserName === null ? null : { ok: true, text: policy.organizationUserName },
    isMe: policy.currentUser,
    right: rightOf(policy),
    mayChange: true,
  })),
  ...groupAccessPolicies.map((policy): GrantRow => ({
    kind: 'group',
    id: policy.groupId,
    name: { ok: true, text: policy.groupName },
    isMe: policy.currentUserInGroup,
    right: rightOf(policy),
    mayChange: true,
  })),
]

const machineRows = (key: SymmetricKey, policies: readonly MachineAccountPolicy[]): Promise<GrantRow[]> =>
  Promise.all(
    policies.map(async (policy) => ({
      kind: 'machine' as const,
      id: policy.serviceAccountId,
      name: await openText(key, policy.serviceAccountName),
      isMe: false,
      right: rightOf(policy),
      mayChange: true,
    })),
  )

interface Question {
  organizationId: string
  target: PolicyTarget
}

/** All grants of one object. "Refused" is data: most objects are not for this account to know. */
export async function readPolicies(
  context: Context,
  question: Question,
  signal?: AbortSignal,
): Promise<PolicyList> {
  try {
    const grants = await fetchGrants(context, question, signal)
    return { status: 'read', grants, readAt: Date.now() }
  } catch (error) {
    if (isRefusal(error)) return { status: 'refused' }
    throw error
  }
}

/** The same, where a refusal is an error. */
export async function fetchGrants(
  context: Context,
  { organizationId, target: { kind, id } }: Question,
  signal?: AbortSignal,
): Promise<GrantRow[]> {
  const { client } = context
  const key = await organizationKey(context.vault, organizationId)
  const options = signal ? { signal } : {}
  const params = { id }
  switch (kind) {
    case 'project': {
      const [people, machines] = await Promise.all([
        client.call('projectPeoplePolicyGet', { params }, options),
        client.call('projectMachineAccountPolicyGet', { params }, options),
      ])
      return [...peopleRows(people), ...(await machineRows(key, machines.serviceAccountAccessPolicies))]
    }
    case 'secret': {
      const answer = await client.call('secretPolicyGet', { params: { secretId: id } }, options)
      return [...peopleRows(answer), ...(await machineRows(key, answer.serviceAccountAccessPolicies))]
    }
    case 'machine':
      return peopleRows(await client.call('machineAccountPeoplePolicyGet', { params }, options))
    case 'granted': {
      const answer = await client.call('grantedPolicyGet', { params }, options)
      return Promise.all(
        answer.grantedProjectPolicies.map(async ({ accessPolicy, hasPermission }): Promise<GrantRow> => ({
          kind: 'project',
          id: accessPolicy.grantedProjectId,
          name: await openText(key, accessPolicy.grantedProjectName),
          isMe: false,
          right: rightOf(accessPolicy),
          mayChange: hasPermission,
        })),
      )
    }
  }
}
