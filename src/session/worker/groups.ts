import { flagsOfRight, rightOfFlags } from '#/domain/collection-rights'
import type { CollectionFlags, CollectionRight } from '#/domain/collection-rights'
import { mergeRights, mergeText } from '#/domain/list-merge'
import type {
  GroupRow,
  GroupState,
  RightEntry,
  Roster,
  RosterMember,
  Saved,
} from '#/session/organization-types'
import { isRefusal } from './policy-read'
import type { Context } from './vault'

const ROLES: Record<number, RosterMember['role']> = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' }

export const entriesOf = (grants: readonly ({ id: string } & CollectionFlags)[]): RightEntry[] =>
  grants.map((grant) => [grant.id, rightOfFlags(grant)])

export const grantsOf = (entries: Iterable<readonly [string, CollectionRight]>) =>
  Array.from(entries, ([id, right]) => ({ id, ...flagsOfRight(right) }))

/** Everybody by name; groups and safety of the accounts only for those who manage people. */
export async function listRoster(context: Context, orgId: string, signal: AbortSignal): Promise<Roster> {
  const params = { orgId }
  try {
    const query = { includeGroups: true }
    const { data } = await context.client.call('memberList', { params, query }, { signal })
    return {
      members: data.map((m) => rosterMember(m)),
      details: new Map(
        data.map((m) => [
          m.id,
          {
            groups: m.groups,
            hasTwoFactor: m.twoFactorEnabled,
            hasMasterPassword: m.hasMasterPassword,
            isRecoverable: m.resetPasswordEnrolled,
          },
        ]),
      ),
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { data } = await context.client.call('memberMiniList', { params }, { signal })
    return { members: data.map((m) => rosterMember(m)), details: null }
  }
}

interface Listed {
  id: string
  name: string | null
  email: string
  type: number
  status: number
}

const rosterMember = ({ id, name, email, type, status }: Listed): RosterMember => ({
  id,
  name,
  email,
  role: ROLES[type] ?? 'user',
  status,
})

export async function listGroups(context: Context, orgId: string, signal?: AbortSignal): Promise<GroupRow[]> {
  const answer = await context.client.call(
    'groupDetailsList',
    { params: { orgId } },
    { ...(signal && { signal }) },
  )
  return answer.data.map(({ id, name, externalId, collections }) => ({
    id,
    name,
    externalId,
    collections: entriesOf(collections),
  }))
}

export async function createGroup(
  context: Context,
  orgId: string,
  { name, members, collections }: GroupState,
): Promise<{ id: string }> {
  const body = { name, users: members, collections: grantsOf(collections) }
  const { id } = await context.client.call('groupCreate', { params: { orgId }, body })
  return { id }
}

export interface SaveGroup {
  organizationId: string
  id: string
  base: GroupState
  wanted: GroupState
}

const asSet = (ids: readonly string[]) => new Map(ids.map((id) => [id, true]))

/** Reads the group again, puts this person's changes in, and writes the whole: the server has no smaller act. */
export async function saveGroup(
  context: Context,
  { organizationId: orgId, id, base, wanted }: SaveGroup,
): Promise<Saved<GroupState>> {
  const params = { orgId, id }
  const [details, users] = await Promise.all([
    context.client.call('groupDetailsGet', { params }),
    context.client.call('groupMemberList', { params }),
  ])
  const now: GroupState = { name: details.name, members: users, collections: entriesOf(details.collections) }
  const name = mergeText(base.name, wanted.name, now.name)
  const members = mergeRights(asSet(base.members), asSet(wanted.members), asSet(now.members))
  const rights = mergeRights(new Map(base.collections), new Map(wanted.collections), new Map(now.collections))
  if (name.isConflict || rights.conflicts.length > 0) return { outcome: 'conflict', now }
  if (!name.isChanged && !members.isChanged && !rights.isChanged) return { outcome: 'unchanged' }
  const body = {
    name: name.text,
    users: [...members.result.keys()],
    collections: grantsOf(rights.result),
  }
  await context.client.call('groupUpdate', { params, body })
  return { outcome: 'saved', others: members.others.length + rights.others.length }
}

export async function deleteGroup(context: Context, orgId: string, id: string): Promise<void> {
  await context.client.call('groupDelete', { params: { orgId, id } })
}
