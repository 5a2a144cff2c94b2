import { badRequest, notFound, unhandled } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { holds } from '#/mocks/organization-rules'
import { callerOf, isAdmin, ownMembership } from '#/mocks/rules'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { forgetGrantee } from '#/mocks/secrets-manager/cascade'
import type { CollectionGrant, GroupRow, Id, MemberRow } from '#/mocks/store/tables'
import { demandGrantable, hasBlanketAccess, mayEditCollection, SHARED } from './collection-rights'

const GROUP_CREATED = 1400
const GROUP_UPDATED = 1401
const GROUP_DELETED = 1402
const MEMBER_GROUPS_UPDATED = 1504

export interface GroupInput {
  name: string
  /** Null: none on creation, an error on update. */
  collections: CollectionGrant[] | null
  /** Membership ids; null leaves them as they are. */
  users: Id[] | null
  /** Only the Public API writes it. */
  externalId?: string | null
}

/** What a group may hold, whoever asks. */
function checkGroup({ db }: Context, organizationId: Id, { collections }: GroupInput): void {
  if (!db.organizations.get(organizationId)?.flags.useGroups)
    throw badRequest('This organization cannot use groups.')
  if (collections?.some((grant) => grant.manage && (grant.readOnly || grant.hidePasswords))) {
    throw badRequest(
      'The Manage property is mutually exclusive and cannot be true while the ReadOnly or HidePasswords properties are also true.',
    )
  }
  if (collections?.some(({ id }) => (db.collections.get(id)?.type ?? SHARED) !== SHARED))
    throw badRequest('You cannot modify group access for collections with the type as DefaultUserCollection.')
}

/** Where admins may not open every collection, joining a group would be a way around. */
function checkOneself(c: Context, organizationId: Id, added: readonly Id[]): void {
  const caller = callerOf(c)
  if (caller.kind !== 'user' || hasBlanketAccess(c.db, organizationId)) return
  const own = isAdmin(caller, organizationId) && ownMembership(c.db, caller, organizationId)
  if (own && added.includes(own.id)) throw badRequest('You cannot add yourself to groups.')
}

/** `systemUser`: what acted in nobody's name; the Public API itself names nothing. */
export function createGroup(
  c: Context,
  organizationId: Id,
  input: GroupInput,
  systemUser?: number,
): GroupRow {
  checkGroup(c, organizationId, input)
  const wanted = input.users ?? []
  checkOneself(c, organizationId, wanted)
  const date = c.now()
  // Unknown members are left out without a word; those of others are, too, but get a row in their own log.
  const members = [...new Set(wanted)].flatMap((id) => c.db.members.get(id) ?? [])
  const group = c.db.groups.put({
    id: c.db.newId(),
    organizationId,
    name: input.name,
    externalId: input.externalId ?? null,
    memberIds: members.filter((member) => member.organizationId === organizationId).map(({ id }) => id),
    creationDate: date,
    revisionDate: date,
  })
  setGroupGrants(c, group, input.collections ?? [])
  for (const member of members) writeMemberEvent(c, member)
  writeEvent(c, organizationId, GROUP_CREATED, { groupId: group.id, ...(systemUser && { systemUser }) })
  return group
}

export function updateGroup(c: Context, group: GroupRow, input: GroupInput, systemUser?: number): GroupRow {
  const { organizationId } = group
  checkGroup(c, organizationId, input)
  if (input.collections === null) throw unhandled()
  const wanted = input.users && [...new Set(input.users)]
  const members = wanted?.map((id) => c.db.members.get(id)) ?? []
  if (members.some((member) => member?.organizationId !== organizationId)) throw notFound()
  const before = new Set(group.memberIds)
  const after = new Set(wanted ?? group.memberIds)
  checkOneself(
    c,
    organizationId,
    [...after].filter((id) => !before.has(id)),
  )
  const changed = c.db.groups.put({
    ...group,
    name: input.name,
    externalId: input.externalId === undefined ? group.externalId : input.externalId,
    memberIds: [...after],
    revisionDate: c.now(),
  })
  setGroupGrants(c, changed, input.collections)
  for (const id of new Set([...before, ...after])) {
    const member = before.has(id) === after.has(id) ? undefined : c.db.members.get(id)
    if (member) writeMemberEvent(c, member)
  }
  writeEvent(c, organizationId, GROUP_UPDATED, { groupId: group.id, ...(systemUser && { systemUser }) })
  return changed
}

/** `isSilent`: the Public API leaves no event. */
export function deleteGroup(c: Context, group: GroupRow, isSilent = false): void {
  setGroupGrants(c, group, [], true)
  forgetGrantee(c.db, group.id)
  c.db.groups.delete(group.id)
  if (!isSilent) writeEvent(c, group.organizationId, GROUP_DELETED, { groupId: group.id })
}

/** Taking out who is not in it is recorded all the same. */
export function removeFromGroup(c: Context, group: GroupRow, memberId: Id): void {
  const member = c.db.members.get(memberId)
  if (member?.organizationId !== group.organizationId) throw notFound()
  c.db.groups.put({ ...group, memberIds: group.memberIds.filter((id) => id !== memberId) })
  writeMemberEvent(c, member)
}

function writeMemberEvent(c: Context, member: MemberRow): void {
  writeEvent(c, member.organizationId, MEMBER_GROUPS_UPDATED, {
    organizationUserId: member.id,
    ...(member.userId !== null && { userId: member.userId }),
  })
}

/** Rights on collections that the caller may not edit stay as they are. The key of an organization may edit all. */
function setGroupGrants(
  c: Context,
  group: GroupRow,
  grants: readonly CollectionGrant[],
  isGone = false,
): void {
  const editsAll = isGone || c.caller?.kind === 'organization' || managesGroups(c, group.organizationId)
  for (const collection of c.db.collections.where('organizationId', group.organizationId)) {
    const wanted = grants.find(({ id }) => id === collection.id)
    const held = collection.groups.some(({ id }) => id === group.id)
    if (!wanted && (!held || !(editsAll || mayEditCollection(c, collection)))) continue
    const others = collection.groups.filter(({ id }) => id !== group.id)
    const groups = wanted ? [...others, { ...wanted, id: group.id }] : others
    c.db.collections.put({ ...collection, groups })
  }
}

const managesGroups = (c: Context, organizationId: Id): boolean => {
  const caller = callerOf(c)
  return (
    (caller.kind === 'user' && holds(caller, organizationId, 'managegroups')) ||
    (isAdmin(caller, organizationId) && hasBlanketAccess(c.db, organizationId))
  )
}

/** What a person may give a group: rights on collections that the person may edit. */
export const demandGroupGrants = (
  c: Context,
  organizationId: Id,
  grants: readonly CollectionGrant[] | null,
): void => demandGrantable(c, organizationId, grants ?? [], 'managegroups')
