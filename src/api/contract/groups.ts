import { z } from '#/lib/zod'
import { id, listOf, tag } from './common'
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

/** A right on a collection. `manage` excludes the other two. */
const collectionGrant = z.object({
  id,
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
})

const groupDetails = z.object({
  ...facts,
  collections: z.array(collectionGrant),
  object: tag('groupDetails'),
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
}

export type Group = z.output<typeof group>
export type GroupDetails = z.output<typeof groupDetails>
