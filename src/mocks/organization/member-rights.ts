import { badRequest, claimIds } from '#/mocks/handler'
import type { Caller, Context } from '#/mocks/handler'
import { isAdmin } from '#/mocks/rules'
import { permissionNames } from '#/mocks/store/permissions'
import type { CollectionRow, Id, MemberRow, Permissions } from '#/mocks/store/tables'
import { mayEditCollection } from './collection-rights'

// What the server asks before one member acts on another. The caller's role is that of the token.

export const OWNER = 0
const ADMIN = 1
export const CUSTOM = 4

const hasClaim = (caller: Caller, claim: string, organizationId: Id): boolean =>
  caller.kind === 'user' && claimIds(caller.claims, claim).includes(organizationId)

const isOwner = (caller: Caller, organizationId: Id): boolean => hasClaim(caller, 'orgowner', organizationId)

const isCustom = (caller: Caller, organizationId: Id): boolean =>
  hasClaim(caller, 'orgcustom', organizationId)

const isCustomWith = (caller: Caller, organizationId: Id, permission: string): boolean =>
  isCustom(caller, organizationId) && hasClaim(caller, permission, organizationId)

/** MANAGE-USERS. */
export const canManageUsers = (caller: Caller, organizationId: Id): boolean =>
  isAdmin(caller, organizationId) || isCustomWith(caller, organizationId, 'manageusers')

/** MANAGE-RESET. */
export const canManageRecovery = (caller: Caller, organizationId: Id): boolean =>
  isAdmin(caller, organizationId) || isCustomWith(caller, organizationId, 'manageresetpassword')

export interface RoleWish {
  type: MemberRow['type']
  permissions: Permissions | null
}

/** Who may give a role, and touch who has one. `before`: the role that is changed; left out for an invitation. */
export function demandRoleRight(
  { db, caller }: Context,
  organizationId: Id,
  wish: RoleWish,
  before?: MemberRow['type'],
): void {
  const customAllowed = db.organizations.get(organizationId)?.flags.useCustomPermissions
  if (wish.type === CUSTOM && !customAllowed)
    throw badRequest('To enable custom permissions the organization must be on an Enterprise plan.')
  // The organization's own key is nobody's role: what it may do is asked elsewhere.
  if (!caller || caller.kind !== 'user' || isOwner(caller, organizationId)) return
  if (wish.type === OWNER || before === OWNER)
    throw badRequest("Only an Owner can configure another Owner's account.")
  if (!isCustom(caller, organizationId)) return
  if (wish.type === ADMIN || before === ADMIN)
    throw badRequest('Custom users can not manage Admins or Owners.')
  if (wish.type === CUSTOM && !holdsAll(caller, organizationId, wish.permissions))
    throw badRequest('Custom users can only grant the same custom permissions that they have.')
}

const holdsAll = (caller: Caller, organizationId: Id, permissions: Permissions | null): boolean =>
  permissionNames.every(
    (name) => !permissions?.[name] || hasClaim(caller, name.toLowerCase(), organizationId),
  )

const CLAIMED =
  'Cannot remove member accounts claimed by the organization. To offboard a member, revoke or delete the account.'

/** Revoke, restore and remove ask the same of who does it; their texts differ in the verb. */
export function refusalOf(
  { caller }: Context,
  member: MemberRow,
  verb: 'revoke' | 'restore' | 'remove',
): string | null {
  if (!caller || caller.kind !== 'user') return null
  if (member.userId !== null && member.userId === caller.userId) return `You cannot ${verb} yourself.`
  if (member.type === OWNER && !isOwner(caller, member.organizationId))
    return `Only owners can ${verb} other owners.`
  if (member.type === ADMIN && isCustom(caller, member.organizationId))
    return `Custom users can not ${verb} admins.`
  return verb === 'remove' && member.isClaimed === true ? CLAIMED : null
}

export const LAST_OWNER = 'Organization must have at least one confirmed owner.'

/** Whether a confirmed owner stays who is none of these. */
export const keepsOwner = ({ db }: Context, organizationId: Id, without: readonly Id[]): boolean =>
  db.members
    .where('organizationId', organizationId)
    .some((member) => member.type === OWNER && member.status === 2 && !without.includes(member.id))

/** Whether the caller may change who can use the collection: the same right as to edit it, or the organization's key. */
export const mayGiveCollection = (context: Context, collection: CollectionRow): boolean =>
  context.caller?.kind === 'organization' ||
  (context.caller !== null && mayEditCollection(context, collection))
