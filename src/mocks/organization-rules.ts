import { claimIds, emptyStatus } from './handler'
import type { Caller, Context } from './handler'
import { isAdmin, isMember } from './rules'
import type { Id } from './store/tables'

// Role requirements of the organization endpoints, by the token alone. Who fails one gets 403 without a body.

/** Custom, with one of these permissions. */
export const holds = (caller: Caller, organizationId: Id, ...permissions: string[]): boolean =>
  caller.kind === 'user' &&
  claimIds(caller.claims, 'orgcustom').includes(organizationId) &&
  permissions.some((permission) => claimIds(caller.claims, permission).includes(organizationId))

const managesCollection = ({ db }: Context, caller: Caller, organizationId: Id): boolean => {
  const own = db.members
    .where('userId', caller.userId)
    .find((member) => member.organizationId === organizationId)
  return (
    own !== undefined &&
    db.collections
      .all()
      .some(
        (collection) =>
          collection.organizationId === organizationId &&
          collection.users.some(({ id, manage }) => manage && id === own.id),
      )
  )
}

/** Lists of names: who may create collections, has to do with people and groups, or manages a collection. */
export const mayReadDirectory = (context: Context, caller: Caller, organizationId: Id): boolean => {
  if (!isMember(caller, organizationId)) return false
  if (isAdmin(caller, organizationId)) return true
  const permissions = ['createnewcollections', 'manageusers', 'managegroups', 'accessreports']
  return (
    holds(caller, organizationId, ...permissions) ||
    context.db.organizations.get(organizationId)?.flags.limitCollectionCreation === false ||
    managesCollection(context, caller, organizationId)
  )
}

export const mayManageUsersOrGroups = (caller: Caller, organizationId: Id): boolean =>
  isAdmin(caller, organizationId) || holds(caller, organizationId, 'manageusers', 'managegroups')

/** The requirement refuses before the action: hence 403 and no body. */
export function demandRole(verdict: boolean): asserts verdict {
  if (!verdict) throw emptyStatus(403)
}
