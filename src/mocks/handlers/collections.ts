import { notFound, unhandled } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import {
  isUnmanaged,
  listedCollections,
  mayCreateCollections,
  mayEditCollection,
  mayReadCollection,
  ownGrant,
} from '#/mocks/organization/collection-rights'
import {
  createCollection,
  deleteCollections,
  grantOnCollections,
  updateCollection,
} from '#/mocks/organization/collections'
import type { BulkAccessInput, CollectionInput } from '#/mocks/organization/collections'
import { allow, callerOf } from '#/mocks/rules'
import { listAnswer } from '#/mocks/secrets-manager/wire'
import type { CollectionGrant, CollectionRow } from '#/mocks/store/tables'

const facts = ({ id, organizationId, name, externalId, type }: CollectionRow) => ({
  id,
  organizationId,
  name,
  externalId,
  type,
  defaultUserCollectionEmail: null,
})

const collectionAnswer = (row: CollectionRow) => ({ ...facts(row), object: 'collection' })

const grantAnswer = ({ id, readOnly, hidePasswords, manage }: CollectionGrant) => ({
  id,
  readOnly,
  hidePasswords,
  manage,
})

function accessAnswer(c: Context, row: CollectionRow) {
  const own = ownGrant(c.db, callerOf(c), row)
  return {
    groups: row.groups.map(grantAnswer),
    users: row.users.map(grantAnswer),
    assigned: own !== null,
    readOnly: own?.readOnly ?? false,
    hidePasswords: own?.hidePasswords ?? false,
    manage: own?.manage ?? false,
    unmanaged: isUnmanaged(row),
    ...facts(row),
    object: 'collectionAccessDetails',
  }
}

/** The collection of the path; one of another organization is not there. */
function collectionOf(c: Context): CollectionRow {
  const row = c.db.collections.get(pathId(c, 'id'))
  if (row?.organizationId !== pathId(c, 'orgId')) throw notFound()
  return row
}

export const collectionHandlers = {
  collectionList: (c) => {
    const rows = listedCollections(c, pathId(c, 'orgId'), 'accessimportexport', 'managegroups')
    return { body: listAnswer(rows.map(collectionAnswer)) }
  },
  collectionDetailsList: (c) => {
    const rows = listedCollections(c, pathId(c, 'orgId'), 'manageusers', 'managegroups')
    return { body: listAnswer(rows.map((row) => accessAnswer(c, row))) }
  },
  collectionOwnList: (c) => {
    const caller = callerOf(c)
    const rows = c.db.collections.all().flatMap((row) => {
      const own = ownGrant(c.db, caller, row)
      const { readOnly = false, hidePasswords = false, manage = false } = own ?? {}
      const isOpen = c.db.organizations.get(row.organizationId)?.enabled
      return own && isOpen
        ? [{ readOnly, hidePasswords, manage, ...facts(row), object: 'collectionDetails' }]
        : []
    })
    return { body: listAnswer(rows) }
  },
  collectionGet: (c) => {
    const row = collectionOf(c)
    allow(mayReadCollection(c, row))
    return { body: collectionAnswer(row) }
  },
  collectionDetailsGet: (c) => {
    // Databases other than the cloud's fail before the row is found missing.
    if (!c.db.collections.get(pathId(c, 'id'))) throw unhandled()
    const row = collectionOf(c)
    allow(mayReadCollection(c, row, 'manageusers'))
    return { body: accessAnswer(c, row) }
  },
  collectionUserList: (c) => {
    const row = collectionOf(c)
    allow(mayReadCollection(c, row))
    return { body: row.users.map(grantAnswer) }
  },
  collectionCreate: (c) => {
    const organizationId = pathId(c, 'orgId')
    allow(mayCreateCollections(c, organizationId))
    return { body: accessAnswer(c, createCollection(c, organizationId, c.body as CollectionInput)) }
  },
  collectionUpdate: (c) => {
    const row = collectionOf(c)
    allow(mayEditCollection(c, row))
    return { body: accessAnswer(c, updateCollection(c, row, c.body as CollectionInput)) }
  },
  collectionDelete: (c) => {
    deleteCollections(c, pathId(c, 'orgId'), [pathId(c, 'id')])
    return {}
  },
  collectionDeleteMany: (c) => {
    deleteCollections(c, pathId(c, 'orgId'), (c.body as { ids: string[] }).ids)
    return {}
  },
  collectionBulkAccess: (c) => {
    grantOnCollections(c, pathId(c, 'orgId'), c.body as BulkAccessInput)
    return {}
  },
} satisfies Partial<Handlers>
