import { badRequest, notFound, unhandled } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { writeEvent } from '#/mocks/secrets-manager/events'
import type { CollectionGrant, CollectionRow, Id } from '#/mocks/store/tables'
import { hasBlanketAccess, mayDeleteCollection, mayEditCollection, SHARED } from './collection-rights'

const CREATED = 1300
const UPDATED = 1301
const DELETED = 1302

export interface CollectionInput {
  /** Null leaves the name as it is. */
  name: string | null
  externalId: string | null
  groups: CollectionGrant[] | null
  users: CollectionGrant[] | null
}

type Kind = 'groups' | 'users'

function split(c: Context, organizationId: Id, kind: Kind, grants: readonly CollectionGrant[] | null) {
  const table = kind === 'users' ? c.db.members : c.db.groups
  const known = (grants ?? []).filter(({ id }) => table.get(id)?.organizationId === organizationId)
  const isUnknown = (grants ?? []).some(({ id }) => table.get(id) === undefined)
  return { known, isUnknown }
}

function checkManager(c: Context, organizationId: Id, input: CollectionInput): void {
  if (hasBlanketAccess(c.db, organizationId)) return
  if ([...(input.groups ?? []), ...(input.users ?? [])].some(({ manage }) => manage)) return
  throw badRequest('At least one member or group must have can manage permission.')
}

export function createCollection(c: Context, organizationId: Id, input: CollectionInput): CollectionRow {
  checkManager(c, organizationId, input)
  const limit = c.db.organizations.get(organizationId)?.maxCollections ?? null
  if (limit !== null && c.db.collections.count('organizationId', organizationId) >= limit) {
    throw badRequest(`You have reached the maximum number of collections (${limit}) for this organization.`)
  }
  const date = c.now()
  const row = c.db.collections.put({
    id: c.db.newId(),
    organizationId,
    name: input.name ?? '',
    externalId: input.externalId,
    type: SHARED,
    users: split(c, organizationId, 'users', input.users).known,
    groups: split(c, organizationId, 'groups', input.groups).known,
    creationDate: date,
    revisionDate: date,
  })
  writeEvent(c, organizationId, CREATED, { collectionId: row.id })
  return row
}

/** Unknown grantees break the foreign key of the server's database. */
export function updateCollection(c: Context, row: CollectionRow, input: CollectionInput): CollectionRow {
  if (row.type !== SHARED)
    throw badRequest('You cannot edit a collection with the type as DefaultUserCollection.')
  checkManager(c, row.organizationId, input)
  const users = split(c, row.organizationId, 'users', input.users)
  const groups = split(c, row.organizationId, 'groups', input.groups)
  if (users.isUnknown || groups.isUnknown) throw unhandled()
  const changed = c.db.collections.put({
    ...row,
    name: input.name ?? row.name,
    externalId: input.externalId,
    users: input.users === null ? row.users : users.known,
    groups: input.groups === null ? row.groups : groups.known,
    revisionDate: c.now(),
  })
  writeEvent(c, row.organizationId, UPDATED, { collectionId: row.id })
  return changed
}

/** All or none: each must be there and the caller's to delete. */
export function deleteCollections(c: Context, organizationId: Id, ids: readonly Id[]): void {
  const rows = ids.map((id) => c.db.collections.get(id))
  if (rows.length === 0) throw notFound()
  const mine = rows.filter((row) => row?.organizationId === organizationId && mayDeleteCollection(c, row))
  if (mine.length < rows.length) throw notFound()
  for (const row of mine) {
    if (!row) continue
    if (row.type !== SHARED)
      throw badRequest('You cannot delete a collection with the type as DefaultUserCollection.')
    c.db.collections.delete(row.id)
    writeEvent(c, organizationId, DELETED, { collectionId: row.id })
  }
}

export interface BulkAccessInput {
  collectionIds: Id[]
  groups: CollectionGrant[] | null
  users: CollectionGrant[] | null
}

/** Adds or overwrites these rights and leaves the others. */
export function grantOnCollections(c: Context, organizationId: Id, input: BulkAccessInput): void {
  const rows = input.collectionIds.map((id) => c.db.collections.get(id))
  if (rows.length === 0) throw badRequest('No collections were provided.')
  const mine = rows.flatMap((row) =>
    row?.organizationId === organizationId && mayEditCollection(c, row) ? [row] : [],
  )
  if (mine.length < rows.length) throw notFound()
  const users = split(c, organizationId, 'users', input.users)
  const groups = split(c, organizationId, 'groups', input.groups)
  if (users.known.length < (input.users?.length ?? 0)) throw badRequest('One or more users do not exist.')
  if (groups.known.length < (input.groups?.length ?? 0)) throw badRequest('One or more groups do not exist.')
  const merged = (old: readonly CollectionGrant[], given: readonly CollectionGrant[]) => [
    ...old.filter(({ id }) => !given.some((grant) => grant.id === id)),
    ...given,
  ]
  for (const row of mine) {
    c.db.collections.put({
      ...row,
      users: merged(row.users, users.known),
      groups: merged(row.groups, groups.known),
      revisionDate: c.now(),
    })
    writeEvent(c, organizationId, UPDATED, { collectionId: row.id })
  }
}
