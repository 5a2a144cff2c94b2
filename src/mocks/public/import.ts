import { badRequest, unhandled } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { createGroup, updateGroup } from '#/mocks/organization/groups'
import { inviteMembers, removeMember } from '#/mocks/organization/member-acts'
import { OWNER } from '#/mocks/organization/member-rights'
import type { GroupRow, Id, MemberRow } from '#/mocks/store/tables'
import { grantsOf } from './wire'

export interface DirectoryImport {
  groups: { name: string; externalId: string; memberExternalIds: string[] | null }[] | null
  members: { email: string | null; externalId: string; deleted: boolean }[] | null
  overwriteExisting: boolean
  largeImport: boolean
}

const MOST_ON_CLOUD = 2_000

/** What a directory says of people and groups. What it does is recorded as done by the Public API. */
export function importDirectory(c: Context, organizationId: Id, wish: DirectoryImport): void {
  const { groups, members, overwriteExisting, largeImport } = wish
  if (!groups || !members) throw unhandled()
  const isLarge = groups.length > MOST_ON_CLOUD || members.length > MOST_ON_CLOUD
  if (isLarge && !largeImport && !c.db.meta.selfHosted)
    throw badRequest('You cannot import this much data at once.')
  const { useDirectory, useGroups } = c.db.organizations.get(organizationId)?.flags ?? {}
  if (!useDirectory) throw badRequest('Organization cannot use directory syncing.')
  if (groups.length > 0 && !useGroups) throw badRequest('Organization cannot use groups.')
  const here = () => c.db.members.where('organizationId', organizationId)
  for (const member of leaving(c, here(), wish)) removeMember(c, member)
  for (const { email, externalId, deleted } of members) {
    if (!email || deleted) continue
    const known = here().find((row) => addressOf(c, row) === email.toLowerCase())
    const [row] = known ? [known] : invite(c, organizationId, email)
    if (row && row.externalId !== externalId) c.db.members.update(row.id, { externalId })
  }
  for (const group of groups) importGroup(c, organizationId, group, overwriteExisting, here())
}

const addressOf = ({ db }: Context, row: MemberRow) =>
  (db.users.get(row.userId)?.email ?? row.email ?? '').toLowerCase()

const invite = (c: Context, organizationId: Id, email: string): MemberRow[] =>
  inviteMembers(c, organizationId, [email], {
    type: 2,
    permissions: null,
    accessSecretsManager: false,
    collections: [],
    groups: [],
  })

/** Those listed as deleted; when overwriting, also all that the directory kept and no longer lists. Owners never. */
function leaving(
  c: Context,
  rows: readonly MemberRow[],
  { members, overwriteExisting }: DirectoryImport,
): MemberRow[] {
  const deleted = new Set(members?.filter((one) => one.deleted).map((one) => one.externalId))
  const listed = new Set(members?.map((one) => one.externalId))
  const gone = rows.filter(
    ({ externalId, type }) =>
      type !== OWNER &&
      externalId !== null &&
      (deleted.has(externalId) || (overwriteExisting && !listed.has(externalId))),
  )
  const hasNoPassword = gone.some(
    ({ userId, externalId }) =>
      userId !== null &&
      !deleted.has(externalId ?? '') &&
      c.db.users.get(userId)?.masterPasswordHash === null,
  )
  if (hasNoPassword) {
    throw badRequest(
      "Sync failed. To proceed, disable the 'Remove and re-add users during next sync' setting and try again.",
    )
  }
  return gone
}

const BY_PUBLIC_API = 3

function importGroup(
  c: Context,
  organizationId: Id,
  { name, externalId, memberExternalIds }: NonNullable<DirectoryImport['groups']>[number],
  overwriteExisting: boolean,
  members: readonly MemberRow[],
): void {
  const known = c.db.groups
    .where('organizationId', organizationId)
    .find((group) => group.externalId === externalId)
  const row = known
    ? renamed(c, known, name)
    : createGroup(
        c,
        organizationId,
        {
          ...{ name, externalId, collections: [], users: [] },
        },
        BY_PUBLIC_API,
      )
  const wanted = new Set(memberExternalIds ?? [])
  const ids = members
    .filter((one) => one.externalId !== null && wanted.has(one.externalId))
    .map(({ id }) => id)
  const kept = overwriteExisting ? [] : row.memberIds
  c.db.groups.put({ ...row, memberIds: [...new Set([...kept, ...ids])] })
}

function renamed(c: Context, group: GroupRow, name: string): GroupRow {
  if (group.name === name) return group
  const collections = grantsOf(c, group.organizationId, 'groups', group.id)
  return updateGroup(c, group, { name, collections, users: null }, BY_PUBLIC_API)
}
