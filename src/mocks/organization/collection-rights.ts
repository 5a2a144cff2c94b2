import { notFound } from '#/mocks/handler'
import type { Caller, Context } from '#/mocks/handler'
import { holds } from '#/mocks/organization-rules'
import { callerOf, isAdmin, isMember, ownMembership } from '#/mocks/rules'
import type { Db } from '#/mocks/store/db'
import type { CollectionGrant, CollectionRow, Id } from '#/mocks/store/tables'

// Rights on collections, as the server's `BulkCollectionAuthorizationHandler` has them: every failure is 404.

export const SHARED = 0

/** The caller's own grant; those of groups count only where there is no direct one. Null where there is none. */
export function ownGrant(
  db: Db,
  caller: Caller,
  collection: CollectionRow,
): Omit<CollectionGrant, 'id'> | null {
  const member = ownMembership(db, caller, collection.organizationId)
  if (!member) return null
  const direct = collection.users.find(({ id }) => id === member.id)
  if (direct) return direct
  const groups = new Set(db.groups.where('memberId', member.id).map(({ id }) => id))
  const through = collection.groups.filter(({ id }) => groups.has(id))
  if (through.length === 0) return null
  return {
    readOnly: through.every(({ readOnly }) => readOnly),
    hidePasswords: through.every(({ hidePasswords }) => hidePasswords),
    manage: through.some(({ manage }) => manage),
  }
}

const isManager = (db: Db, caller: Caller, collection: CollectionRow): boolean =>
  ownGrant(db, caller, collection)?.manage === true

export const isUnmanaged = ({ users, groups }: CollectionRow): boolean =>
  ![...users, ...groups].some(({ manage }) => manage)

const flag = (db: Db, organizationId: Id, name: string): boolean =>
  db.organizations.get(organizationId)?.flags[name] === true

/** Owners and admins may do everything with every collection. */
export const hasBlanketAccess = (db: Db, organizationId: Id): boolean =>
  flag(db, organizationId, 'allowAdminAccessToAllCollectionItems')

/** All shared collections, or those that the caller manages; nothing for strangers. */
export function listedCollections(
  { db, caller }: Context,
  organizationId: Id,
  ...permissions: string[]
): CollectionRow[] {
  if (!caller || !isMember(caller, organizationId)) return []
  const all = db.collections.where('organizationId', organizationId).filter(({ type }) => type === SHARED)
  const seesAll =
    isAdmin(caller, organizationId) ||
    holds(caller, organizationId, 'editanycollection', 'deleteanycollection', ...permissions)
  return seesAll ? all : all.filter((collection) => isManager(db, caller, collection))
}

export function mayReadCollection(c: Context, collection: CollectionRow, ...permissions: string[]): boolean {
  const caller = callerOf(c)
  const { organizationId } = collection
  if (!isMember(caller, organizationId)) return false
  return (
    isAdmin(caller, organizationId) ||
    holds(caller, organizationId, 'editanycollection', 'deleteanycollection', ...permissions) ||
    isManager(c.db, caller, collection)
  )
}

/** Its name, and who may do what with it. */
export function mayEditCollection(c: Context, collection: CollectionRow): boolean {
  const caller = callerOf(c)
  const { organizationId } = collection
  if (!isMember(caller, organizationId)) return false
  if (holds(caller, organizationId, 'editanycollection')) return true
  if (isManager(c.db, caller, collection)) return true
  return (
    isAdmin(caller, organizationId) && (hasBlanketAccess(c.db, organizationId) || isUnmanaged(collection))
  )
}

export function mayDeleteCollection(c: Context, collection: CollectionRow): boolean {
  const caller = callerOf(c)
  const { organizationId } = collection
  if (!isMember(caller, organizationId)) return false
  const admin = isAdmin(caller, organizationId)
  if (holds(caller, organizationId, 'deleteanycollection')) return true
  if (admin && hasBlanketAccess(c.db, organizationId)) return true
  return (
    isManager(c.db, caller, collection) && (admin || !flag(c.db, organizationId, 'limitCollectionDeletion'))
  )
}

export function mayCreateCollections(c: Context, organizationId: Id): boolean {
  const caller = callerOf(c)
  return (
    isMember(caller, organizationId) &&
    (isAdmin(caller, organizationId) ||
      holds(caller, organizationId, 'createnewcollections') ||
      !flag(c.db, organizationId, 'limitCollectionCreation'))
  )
}

/** Which of the collections whose rights a group or a member shall hold the caller may give: unknown ones are 404. */
export function demandGrantable(
  c: Context,
  organizationId: Id,
  grants: readonly { id: Id }[],
  ...permissions: string[]
): void {
  const caller = callerOf(c)
  for (const { id } of grants) {
    const collection = c.db.collections.get(id)
    if (collection?.organizationId !== organizationId) throw notFound()
    if (!mayEditCollection(c, collection) && !holds(caller, organizationId, ...permissions)) throw notFound()
  }
}
