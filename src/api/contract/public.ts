import { z } from '#/lib/zod'
import { ids } from './common'
import { endpoint } from './endpoint'
import { logPageOf } from './log-page'
import {
  collectionWish,
  directoryImport,
  groupWish,
  memberWish,
  policyWish,
  publicCollection,
  publicEvent,
  publicGroup,
  publicListOf,
  publicMember,
  publicPolicy,
  subscription,
  subscriptionWish,
} from './public-shapes'

const idList = z.optional(z.nullable(z.array(z.string())))

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
    response: logPageOf(publicEvent),
  }),
  publicMemberCreate: endpoint({
    method: 'POST',
    path: '/api/public/members',
    body: memberWish.create,
    response: publicMember,
  }),
  publicMemberUpdate: endpoint({
    method: 'PUT',
    path: '/api/public/members/{id}',
    body: memberWish.update,
    response: publicMember,
  }),
  publicMemberGroupPut: endpoint({
    method: 'PUT',
    path: '/api/public/members/{id}/group-ids',
    body: z.object({ groupIds: idList }),
    response: null,
  }),
  publicMemberDelete: endpoint({ method: 'DELETE', path: '/api/public/members/{id}', response: null }),
  publicMemberReinvite: endpoint({
    method: 'POST',
    path: '/api/public/members/{id}/reinvite',
    response: null,
  }),
  publicMemberRevoke: endpoint({ method: 'POST', path: '/api/public/members/{id}/revoke', response: null }),
  publicMemberRestore: endpoint({
    method: 'POST',
    path: '/api/public/members/{id}/restore',
    response: null,
  }),
  publicGroupCreate: endpoint({
    method: 'POST',
    path: '/api/public/groups',
    body: groupWish,
    response: publicGroup,
  }),
  publicGroupUpdate: endpoint({
    method: 'PUT',
    path: '/api/public/groups/{id}',
    body: groupWish,
    response: publicGroup,
  }),
  publicGroupMemberPut: endpoint({
    method: 'PUT',
    path: '/api/public/groups/{id}/member-ids',
    body: z.object({ memberIds: idList }),
    response: null,
  }),
  /** Leaves no event. */
  publicGroupDelete: endpoint({ method: 'DELETE', path: '/api/public/groups/{id}', response: null }),
  publicCollectionUpdate: endpoint({
    method: 'PUT',
    path: '/api/public/collections/{id}',
    body: collectionWish,
    response: publicCollection,
  }),
  /** Leaves no event. */
  publicCollectionDelete: endpoint({
    method: 'DELETE',
    path: '/api/public/collections/{id}',
    response: null,
  }),
  publicPolicyPut: endpoint({
    method: 'PUT',
    path: '/api/public/policies/{type}',
    body: policyWish,
    response: publicPolicy,
  }),
  publicImport: endpoint({
    method: 'POST',
    path: '/api/public/organization/import',
    body: directoryImport,
    response: null,
  }),
  publicSubscriptionGet: endpoint({
    method: 'GET',
    path: '/api/public/organization/subscription',
    response: subscription,
  }),
  publicSubscriptionPut: endpoint({
    method: 'PUT',
    path: '/api/public/organization/subscription',
    body: subscriptionWish,
    response: z.object({ message: z.string() }),
  }),
  /** The description of the Public API, which self-hosted servers give to everybody. */
  publicSpecification: endpoint({
    method: 'GET',
    path: '/api/specs/public/swagger.json',
    response: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    anonymous: true,
  }),
  /** The same of the private API. */
  privateSpecification: endpoint({
    method: 'GET',
    path: '/api/specs/internal/swagger.json',
    response: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    anonymous: true,
  }),
}
