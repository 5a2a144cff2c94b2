import type { Db } from '#/mocks/store/db'
import type { Context } from '#/mocks/handler'
import { policiesOn } from './policy-set'
import { callerOf } from '#/mocks/rules'
import type { AccessPolicyRow, GroupRow, Id, MemberRow } from '#/mocks/store/tables'

// Members and groups as policies show them, with marks relative to the caller.

const userOf = (db: Db, member: MemberRow | undefined) => db.users.get(member?.userId)

const isOwn = (c: Context, memberId: Id): boolean => {
  const { userId } = callerOf(c)
  return userId !== undefined && c.db.members.get(memberId)?.userId === userId
}

const isOwnGroup = (c: Context, group: GroupRow | undefined): boolean =>
  group?.memberIds.some((id) => isOwn(c, id)) ?? false

/** The name, or the address where the name is blank; null for who is only invited. */
function nameOf(c: Context, memberId: Id): string | null {
  const user = userOf(c.db, c.db.members.get(memberId))
  if (!user) return null
  return user.name?.trim() ? user.name : user.email
}

const userPolicy = (c: Context, row: AccessPolicyRow) => ({
  organizationUserId: row.granteeId,
  organizationUserName: nameOf(c, row.granteeId),
  currentUser: isOwn(c, row.granteeId),
  read: row.read,
  write: row.write,
  object: 'userAccessPolicy',
})

function groupPolicy(c: Context, row: AccessPolicyRow) {
  const group = c.db.groups.get(row.granteeId)
  return {
    groupId: row.granteeId,
    groupName: group?.name ?? null,
    currentUserInGroup: isOwnGroup(c, group),
    read: row.read,
    write: row.write,
    object: 'groupAccessPolicy',
  }
}

/** The two arrays that every answer about people has. */
export const peoplePolicies = (c: Context, targetId: Id) => ({
  userAccessPolicies: policiesOn(c.db, targetId, 'member').map((row) => userPolicy(c, row)),
  groupAccessPolicies: policiesOn(c.db, targetId, 'group').map((row) => groupPolicy(c, row)),
})

const grantee = (id: Id, name: string | null, type: string) => ({
  id,
  name,
  type,
  email: null,
  currentUserInGroup: false,
  currentUser: false,
  object: 'potentialGrantee',
})

/** Machine accounts and projects, whose names are sealed. */
export const sealedGrantee = (row: { id: Id; name: string }, type: 'serviceAccount' | 'project') =>
  grantee(row.id, row.name, type)

/** Confirmed members with Secrets Manager, then all groups, with or without such members. */
export function peopleGrantees(c: Context, organizationId: Id) {
  const members = c.db.members
    .where('organizationId', organizationId)
    .filter((member) => member.status === 2 && member.accessSecretsManager)
  const users = members.map((member) => ({
    ...grantee(member.id, userOf(c.db, member)?.name ?? null, 'user'),
    email: userOf(c.db, member)?.email ?? null,
    currentUser: isOwn(c, member.id),
  }))
  const groups = c.db.groups.where('organizationId', organizationId).map((group) => ({
    ...grantee(group.id, group.name, 'group'),
    currentUserInGroup: isOwnGroup(c, group),
  }))
  return [...users, ...groups]
}
