import type { MemberMini } from '#/api/contract'
import type { Directory, DirectoryPerson } from '#/session/access-types'
import { organizationKey } from './keys'
import { isRefusal } from './policy-read'
import { openText } from './secret-read'
import type { Context } from './vault'

const ROLES: Record<number, DirectoryPerson['role']> = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' }

/**
 * People, groups and machine accounts by name: the server's own lists of potential grantees, the roles of members
 * (any member may ask), and the machine accounts that this account can read.
 */
export async function listDirectory(
  context: Context,
  organizationId: string,
  signal: AbortSignal,
): Promise<Directory> {
  const key = await organizationKey(context.vault, organizationId)
  const inOrganization = { params: { id: organizationId } }
  const [grantees, writable, machines, members] = await Promise.all([
    context.client.call('peopleGranteeList', inOrganization, { signal }),
    context.client.call('machineAccountGranteeList', inOrganization, { signal }),
    context.client.call(
      'machineAccountList',
      { params: { organizationId }, query: { includeAccessToSecrets: true } },
      { signal },
    ),
    listMembers(context, organizationId, signal),
  ])
  const mayGrant = new Set(writable.data.map(({ id }) => id))
  const listed = grantees.data.filter(({ type }) => type === 'user')
  return {
    people: joinPeople(listed, members),
    groups: grantees.data
      .filter(({ type }) => type === 'group')
      .map((group) => ({ id: group.id, name: group.name ?? '', isMine: group.currentUserInGroup })),
    machines: await Promise.all(
      machines.data.map(async (machine) => ({
        id: machine.id,
        name: await openText(key, machine.name),
        mayGrant: mayGrant.has(machine.id),
        inReach: machine.accessToSecrets,
      })),
    ),
    hasRoles: members !== null,
  }
}

interface ListedPerson {
  id: string
  name: string | null
  email: string | null
  currentUser: boolean
}

function joinPeople(
  listed: readonly ListedPerson[],
  members: readonly MemberMini[] | null,
): DirectoryPerson[] {
  const byId = new Map(members?.map((member) => [member.id, member]))
  const active = listed.map((person): DirectoryPerson => {
    const member = byId.get(person.id)
    byId.delete(person.id)
    return {
      id: person.id,
      name: person.name,
      email: person.email ?? member?.email ?? '',
      role: member ? (ROLES[member.type] ?? 'user') : null,
      isActive: true,
      isMe: person.currentUser,
    }
  })
  // The others have no effect, but may hold grants, and then a name.
  const others = [...byId.values()].map((member): DirectoryPerson => ({
    id: member.id,
    name: member.name,
    email: member.email,
    role: ROLES[member.type] ?? 'user',
    isActive: false,
    isMe: false,
  }))
  return [...active, ...others]
}

async function listMembers(
  context: Context,
  orgId: string,
  signal: AbortSignal,
): Promise<MemberMini[] | null> {
  try {
    return (await context.client.call('memberMiniList', { params: { orgId } }, { signal })).data
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Membership ids; null where this account may not know who is in the group. */
export async function listGroupMembers(
  context: Context,
  { organizationId: orgId, groupId: id }: { organizationId: string; groupId: string },
  signal: AbortSignal,
): Promise<string[] | null> {
  try {
    return await context.client.call('groupMemberList', { params: { orgId, id } }, { signal })
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Projects that this account may grant a machine account. */
export async function listGrantableProjects(
  context: Context,
  organizationId: string,
  signal: AbortSignal,
): Promise<string[]> {
  const answer = await context.client.call(
    'projectGranteeList',
    { params: { id: organizationId } },
    { signal },
  )
  return answer.data.map(({ id }) => id)
}
