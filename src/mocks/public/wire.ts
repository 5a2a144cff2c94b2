import { badRequest, ServerError } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { providersOf } from '#/mocks/identity/second-factor'
import { permissionNames } from '#/mocks/store/permissions'
import { toWireDate } from '#/mocks/store/stamp'
import type {
  CollectionGrant,
  CollectionRow,
  EventRow,
  GroupRow,
  Id,
  MemberRow,
  PolicyRow,
} from '#/mocks/store/tables'

// Rows as the Public API shows them.

/** Unlike the private lists there is no continuation token. */
export const publicList = (data: readonly unknown[]) => ({ object: 'list', data })

/** Unknown ids and those of other organizations: 404 without a body. */
export const emptyNotFound = () => new ServerError(404, '', null, true)

/** The organization of the key. */
export function organizationIdOf({ caller }: Context): Id {
  if (!caller?.organizationId) throw new Error('This endpoint needs an organization: its policy is missing.')
  return caller.organizationId
}

/** The row of the path, if it belongs to the organization of the key. */
export function ownRow<Row extends { organizationId: Id }>(context: Context, row: Row | undefined): Row {
  if (row?.organizationId !== organizationIdOf(context)) throw emptyNotFound()
  return row
}

/** Collections that are a member's own are hidden from every list. */
export const SHARED = 0

export const grantsOf = (
  { db }: Context,
  organizationId: Id,
  kind: 'users' | 'groups',
  granteeId: Id,
): CollectionGrant[] =>
  db.collections.where('organizationId', organizationId).flatMap((collection) => {
    const grant = collection[kind].find(({ id }) => id === granteeId)
    return grant && collection.type === SHARED ? [association({ ...grant, id: collection.id })] : []
  })

const association = ({ id, readOnly, hidePasswords, manage }: CollectionGrant) => ({
  id,
  readOnly,
  hidePasswords,
  manage,
})

export interface GrantWish {
  id: Id
  readOnly: boolean
  hidePasswords: boolean | null
  manage: boolean | null
}

/** Rights on collections as a body asks for them; null where it leaves them out. */
export function askedGrants(wishes: readonly GrantWish[] | null): CollectionGrant[] | null {
  const grants = wishes?.map(({ id, readOnly, hidePasswords, manage }) => ({
    id,
    readOnly,
    hidePasswords: hidePasswords ?? false,
    manage: manage ?? false,
  }))
  if (grants?.some((grant) => grant.manage && (grant.readOnly || grant.hidePasswords))) {
    throw badRequest(
      'The Manage property is mutually exclusive and cannot be true while the ReadOnly or HidePasswords properties are also true.',
    )
  }
  return grants ?? null
}

const permissionsOf = ({ permissions }: MemberRow) =>
  Object.fromEntries(permissionNames.map((name) => [name, permissions?.[name] ?? false]))

/** `collections`: as a write had them, null where it left them out; the stored ones otherwise. */
export function publicMemberAnswer(
  context: Context,
  row: MemberRow,
  collections: CollectionGrant[] | null = grantsOf(context, row.organizationId, 'users', row.id),
) {
  const user = context.db.users.get(row.userId)
  return {
    object: 'member',
    id: row.id,
    userId: row.userId,
    name: user?.name ?? null,
    email: user?.email ?? row.email,
    twoFactorEnabled: user !== undefined && providersOf(user).length > 0,
    status: row.status,
    collections,
    resetPasswordEnrolled: row.resetPasswordKey !== null,
    ssoExternalId: row.ssoExternalId ?? null,
    type: row.type,
    externalId: row.externalId,
    permissions: row.type === 4 ? permissionsOf(row) : null,
  }
}

export const publicGroupAnswer = (
  context: Context,
  row: GroupRow,
  collections: CollectionGrant[] | null = grantsOf(context, row.organizationId, 'groups', row.id),
) => ({ object: 'group', id: row.id, collections, name: row.name, externalId: row.externalId })

/** Never with its name. */
export const publicCollectionAnswer = (
  row: CollectionRow,
  groups: CollectionGrant[] | null = row.groups.map(association),
) => ({ object: 'collection', id: row.id, groups, externalId: row.externalId })

export const publicPolicyAnswer = ({ id, type, enabled, data }: PolicyRow) => ({
  object: 'policy',
  id,
  type,
  enabled,
  data,
})

/** Without `userId`, `systemUser` and whatever else would tell who acted. */
export const publicEventAnswer = (row: EventRow) => ({
  object: 'event',
  type: row.type,
  itemId: row.cipherId ?? null,
  collectionId: row.collectionId ?? null,
  groupId: row.groupId ?? null,
  policyId: row.policyId ?? null,
  memberId: row.organizationUserId ?? null,
  actingUserId: row.actingUserId ?? null,
  installationId: null,
  date: toWireDate(row.date),
  device: row.deviceType ?? null,
  ipAddress: row.ipAddress ?? null,
  secretId: row.secretId ?? null,
  projectId: row.projectId ?? null,
  serviceAccountId: row.serviceAccountId ?? null,
})
