import { z } from '#/lib/zod'
import { ids, tag } from './common'
import { endpoint } from './endpoint'
import {
  publicCollection,
  publicEvent,
  publicGroup,
  publicListOf,
  publicMember,
  publicPolicy,
} from './public-shapes'

/** For tokens of an organization's API key alone (scope `api.organization`); everybody else gets an empty 403. */
export const publicEndpoints = {
  publicMemberList: endpoint({
    method: 'GET',
    path: '/api/public/members',
    response: publicListOf(publicMember),
  }),
  publicMemberGet: endpoint({ method: 'GET', path: '/api/public/members/{id}', response: publicMember }),
  /** A bare array. */
  publicMemberGroupList: endpoint({
    method: 'GET',
    path: '/api/public/members/{id}/group-ids',
    response: ids,
  }),
  publicGroupList: endpoint({
    method: 'GET',
    path: '/api/public/groups',
    response: publicListOf(publicGroup),
  }),
  publicGroupGet: endpoint({ method: 'GET', path: '/api/public/groups/{id}', response: publicGroup }),
  /** A bare array of membership ids. */
  publicGroupMemberList: endpoint({
    method: 'GET',
    path: '/api/public/groups/{id}/member-ids',
    response: ids,
  }),
  publicCollectionList: endpoint({
    method: 'GET',
    path: '/api/public/collections',
    response: publicListOf(publicCollection),
  }),
  publicCollectionGet: endpoint({
    method: 'GET',
    path: '/api/public/collections/{id}',
    response: publicCollection,
  }),
  publicPolicyList: endpoint({
    method: 'GET',
    path: '/api/public/policies',
    response: publicListOf(publicPolicy),
  }),
  /** Number or name of the type. An empty 404 where it was never saved. */
  publicPolicyGet: endpoint({ method: 'GET', path: '/api/public/policies/{type}', response: publicPolicy }),
  /** Of several filters one counts: actingUserId before itemId, secretId and projectId. */
  publicEventList: endpoint({
    method: 'GET',
    path: '/api/public/events',
    query: z.object({
      start: z.optional(z.string()),
      end: z.optional(z.string()),
      actingUserId: z.optional(z.string()),
      itemId: z.optional(z.string()),
      secretId: z.optional(z.string()),
      projectId: z.optional(z.string()),
      continuationToken: z.optional(z.string()),
    }),
    response: z.object({
      data: z.array(publicEvent),
      continuationToken: z.nullable(z.string()),
      object: tag('list'),
    }),
  }),
}
