import { z } from '#/lib/zod'
import { apiKey, verification } from './account'
import { date, encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'
import { organization } from './organization-shape'
import { profileOrganization } from './profile'

/** 0 public API, 1 billing sync, 2 SCIM; left out it counts as 0. */
const keyRequest = z.extend(verification, { type: z.optional(z.int()) })

const memberMini = z.object({
  /** Membership id. */
  id,
  /** Account id; null while invited. */
  userId: z.nullable(id),
  type: z.int(),
  status: z.int(),
  name: z.nullable(z.string()),
  email: z.string(),
  object: tag('organizationUserUserMiniDetails'),
})

const keyInformation = listOf(
  z.object({ keyType: z.int(), revisionDate: date, object: tag('keyInformation') }),
)

const publicKey = z.object({ publicKey: z.nullable(z.string()), object: tag('organizationPublicKey') })

export const organizationEndpoints = {
  /** The caller's confirmed memberships. */
  organizationList: endpoint({
    method: 'GET',
    path: '/api/organizations',
    response: listOf(profileOrganization),
  }),
  /** Owners only; everybody else gets 404 and reads the profile instead. */
  organizationGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}',
    response: organization,
  }),
  /** Name and address are ignored by self-hosted servers, which answer 200 all the same and record it. */
  organizationUpdate: endpoint({
    method: 'PUT',
    path: '/api/organizations/{id}',
    body: z.object({
      name: z.optional(z.nullable(z.string())),
      billingEmail: z.optional(z.nullable(z.string())),
    }),
    response: organization,
  }),
  organizationCollectionManagement: endpoint({
    method: 'PUT',
    path: '/api/organizations/{id}/collection-management',
    body: z.object({
      limitCollectionCreation: z.boolean(),
      limitCollectionDeletion: z.boolean(),
      limitItemDeletion: z.boolean(),
      allowAdminAccessToAllCollectionItems: z.boolean(),
    }),
    response: organization,
  }),
  /** The obsolete name of the path below. */
  organizationKeysGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/keys',
    response: publicKey,
  }),
  organizationKeysPost: endpoint({
    method: 'POST',
    path: '/api/organizations/{id}/keys',
    body: z.object({ publicKey: z.string(), encryptedPrivateKey: encString }),
    response: z.object({
      publicKey: z.string(),
      privateKey: encString,
      object: tag('organizationKeys'),
    }),
  }),
  organizationPublicKey: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/public-key',
    response: publicKey,
  }),
  organizationApiKeyView: endpoint({
    method: 'POST',
    path: '/api/organizations/{id}/api-key',
    body: keyRequest,
    response: apiKey,
  }),
  organizationApiKeyRotate: endpoint({
    method: 'POST',
    path: '/api/organizations/{id}/rotate-api-key',
    body: keyRequest,
    response: apiKey,
  }),
  organizationApiKeyInformation: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/api-key-information',
    response: keyInformation,
  }),
  /** `type`: 0 public API, 1 billing sync, 2 SCIM. */
  organizationApiKeyInformationByType: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/api-key-information/{type}',
    response: keyInformation,
  }),
  /** Any member may call it: names and addresses of people in logs and histories. */
  memberMiniList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/users/mini-details',
    response: listOf(memberMini),
    guarded: true,
  }),
  /** Membership ids, as a bare array; only for those who may manage groups (403 without a body otherwise). */
  groupMemberList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/groups/{id}/users',
    response: ids,
    guarded: true,
  }),
}

export type MemberMini = z.output<typeof memberMini>
