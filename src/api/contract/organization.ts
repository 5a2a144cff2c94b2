import { z } from '#/lib/zod'
import { apiKey, verification } from './account'
import { date, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

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

export const organizationEndpoints = {
  organizationPublicKey: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/public-key',
    response: z.object({ publicKey: z.nullable(z.string()), object: tag('organizationPublicKey') }),
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
