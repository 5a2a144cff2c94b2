import { z } from '#/lib/zod'
import { encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

/** A right on a collection: of a collection in lists of a group or member, of a grantee in lists of a collection. */
export const collectionGrant = z.object({
  id,
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
})

const facts = {
  id,
  organizationId: id,
  name: encString,
  externalId: z.nullable(z.string()),
  /** 0 shared, 1 a member's own. */
  type: z.int(),
  defaultUserCollectionEmail: z.nullable(z.string()),
}

const collection = z.object({ ...facts, object: tag('collection') })

const collectionDetails = z.object({
  ...facts,
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
  object: tag('collectionDetails'),
})

const collectionAccessDetails = z.object({
  ...facts,
  /** Null only to a creator who may not read the result back. */
  groups: z.nullable(z.array(collectionGrant)),
  users: z.nullable(z.array(collectionGrant)),
  /** Whether the caller has a grant of its own, and which. */
  assigned: z.boolean(),
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
  /** Nobody holds Manage. */
  unmanaged: z.boolean(),
  object: tag('collectionAccessDetails'),
})

const grants = { groups: z.array(collectionGrant), users: z.array(collectionGrant) }
const externalId = z.nullable(z.string())

/** Permission failures are 404 here, but the two lists answer an empty list. */
export const collectionEndpoints = {
  collectionList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/collections',
    response: listOf(collection),
  }),
  collectionDetailsList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/collections/details',
    response: listOf(collectionAccessDetails),
  }),
  /** The caller's own, across organizations. */
  collectionOwnList: endpoint({
    method: 'GET',
    path: '/api/collections',
    response: listOf(collectionDetails),
  }),
  collectionGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/collections/{id}',
    response: collection,
  }),
  collectionDetailsGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/collections/{id}/details',
    response: collectionAccessDetails,
  }),
  collectionUserList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/collections/{id}/users',
    response: z.array(collectionGrant),
  }),
  collectionCreate: endpoint({
    method: 'POST',
    path: '/api/organizations/{orgId}/collections',
    body: z.object({ name: encString, externalId, ...grants }),
    response: collectionAccessDetails,
  }),
  collectionUpdate: endpoint({
    method: 'PUT',
    path: '/api/organizations/{orgId}/collections/{id}',
    body: z.object({ name: z.optional(encString), externalId, ...grants }),
    response: collectionAccessDetails,
  }),
  collectionDelete: endpoint({
    method: 'DELETE',
    path: '/api/organizations/{orgId}/collections/{id}',
    response: null,
  }),
  collectionDeleteMany: endpoint({
    method: 'DELETE',
    path: '/api/organizations/{orgId}/collections',
    body: z.object({ ids }),
    response: null,
  }),
  /** Adds or overwrites the given rights and leaves the others. */
  collectionBulkAccess: endpoint({
    method: 'POST',
    path: '/api/organizations/{orgId}/collections/bulk-access',
    body: z.object({ collectionIds: ids, ...grants }),
    response: null,
  }),
}

export type CollectionGrantRow = z.output<typeof collectionGrant>
export type CollectionAccessDetails = z.output<typeof collectionAccessDetails>
