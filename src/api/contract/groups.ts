import { z } from '#/lib/zod'
import { collectionGrant } from './collections'
import { id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

const facts = {
  id,
  organizationId: id,
  /** In the clear, unlike names of collections. */
  name: z.string(),
  /** Set where a directory keeps the group. */
  externalId: z.nullable(z.string()),
}

const group = z.object({ ...facts, object: tag('group') })

const groupDetails = z.object({
  ...facts,
  collections: z.array(collectionGrant),
  object: tag('groupDetails'),
})

/** All of a group but its id: each write replaces name, collections and members as a whole. */
const groupBody = z.object({
  name: z.string(),
  /** Null is a 500. */
  collections: z.array(collectionGrant),
  /** Membership ids. */
  users: ids,
})

/** The plain list refuses with 401 and 403 as usual; all others are behind a role requirement. */
export const groupEndpoints = {
  groupList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/groups',
    response: listOf(group),
  }),
  groupDetailsList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/groups/details',
    response: listOf(groupDetails),
    guarded: true,
  }),
  groupGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/groups/{id}',
    response: group,
    guarded: true,
  }),
  groupDetailsGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/groups/{id}/details',
    response: groupDetails,
    guarded: true,
  }),
  groupCreate: endpoint({
    method: 'POST',
    path: '/api/organizations/{orgId}/groups',
    body: groupBody,
    response: group,
    guarded: true,
  }),
  groupUpdate: endpoint({
    method: 'PUT',
    path: '/api/organizations/{orgId}/groups/{id}',
    body: groupBody,
    response: group,
    guarded: true,
  }),
  groupDelete: endpoint({
    method: 'DELETE',
    path: '/api/organizations/{orgId}/groups/{id}',
    response: null,
    guarded: true,
  }),
  groupDeleteMany: endpoint({
    method: 'DELETE',
    path: '/api/organizations/{orgId}/groups',
    body: z.object({ ids }),
    response: null,
    guarded: true,
  }),
  groupMemberRemove: endpoint({
    method: 'DELETE',
    path: '/api/organizations/{orgId}/groups/{id}/user/{orgUserId}',
    response: null,
    guarded: true,
  }),
}

export type Group = z.output<typeof group>
export type GroupDetails = z.output<typeof groupDetails>
