import type { Context } from '#/mocks/handler'
import { providersOf } from '#/mocks/identity/second-factor'
import { permissionNames } from '#/mocks/store/permissions'
import { toWireDate } from '#/mocks/store/stamp'
import type { CollectionGrant, CollectionRow, GroupRow, Id, MemberRow } from '#/mocks/store/tables'

// Members as the private API shows them.

function facts({ db }: Context, row: MemberRow) {
  const user = db.users.get(row.userId)
  return {
    id: row.id,
    userId: row.userId,
    type: row.type,
    status: row.status,
    externalId: row.externalId,
    accessSecretsManager: row.accessSecretsManager,
    accessPam: false,
    ...(row.permissions && {
      permissions: Object.fromEntries(
        permissionNames.map((name) => [name, row.permissions?.[name] ?? false]),
      ),
    }),
    resetPasswordEnrolled: row.resetPasswordKey !== null,
    usesKeyConnector: user?.usesKeyConnector ?? false,
    hasMasterPassword: (user?.masterPasswordHash ?? null) !== null,
    claimedByOrganization: row.isClaimed ?? false,
    creationDate: toWireDate(row.creationDate),
  }
}

/** What each member has, looked up once for a whole list. */
export interface MemberGrants {
  groups: ReadonlyMap<Id, readonly Id[]>
  collections: ReadonlyMap<Id, readonly CollectionGrant[]>
}

function filed<T>(entries: Iterable<readonly [Id, T]>): Map<Id, T[]> {
  const found = new Map<Id, T[]>()
  for (const [id, value] of entries) {
    const list = found.get(id)
    if (list) list.push(value)
    else found.set(id, [value])
  }
  return found
}

export const groupsByMember = (groups: readonly GroupRow[]) =>
  filed(groups.flatMap(({ id, memberIds }) => memberIds.map((member) => [member, id] as const)))

export const collectionsByMember = (collections: readonly CollectionRow[]) =>
  filed(
    collections
      .filter(({ type }) => type === 0)
      .flatMap(({ id, users }) =>
        users.map(({ id: member, readOnly, hidePasswords, manage }) => {
          return [member, { id, readOnly, hidePasswords, manage }] as const
        }),
      ),
  )

export function memberAnswer(context: Context, row: MemberRow, grants: MemberGrants) {
  const user = context.db.users.get(row.userId)
  return {
    name: user?.name ?? null,
    email: user?.email ?? row.email,
    avatarColor: user?.avatarColor ?? null,
    twoFactorEnabled: user !== undefined && providersOf(user).length > 0,
    ssoBound: (row.ssoExternalId ?? null) !== null,
    collections: grants.collections.get(row.id) ?? [],
    groups: grants.groups.get(row.id) ?? [],
    revocationReason: row.revocationReason,
    ...facts(context, row),
    object: 'organizationUserUserDetails',
  }
}

export function memberDetailAnswer(context: Context, row: MemberRow, withGroups: boolean) {
  const { db } = context
  const here = db.collections.where('organizationId', row.organizationId)
  return {
    ...facts(context, row),
    ssoExternalId: row.ssoExternalId ?? null,
    collections: collectionsByMember(here).get(row.id) ?? [],
    ...(withGroups && { groups: db.groups.where('memberId', row.id).map(({ id }) => id) }),
    object: 'organizationUserDetails',
  }
}
