import { z } from '#/lib/zod'
import { date, id, listOf, sent, tag } from './common'
import { endpoint } from './endpoint'

/** Verbatim what a client saved: the server neither converts nor, but for some types, checks it. */
const data = z.nullable(z.record(z.string(), z.unknown()))

const policyStatus = z.object({
  organizationId: id,
  type: z.int(),
  data,
  enabled: z.boolean(),
  /** Computed for type 3 by the single answer alone. */
  canToggleState: sent(z.boolean()),
  object: tag('policy'),
})

const policy = z.object({
  id,
  organizationId: id,
  type: z.int(),
  data,
  enabled: z.boolean(),
  revisionDate: date,
  object: tag('policy'),
})

export const policyEndpoints = {
  /** Types that were saved at least once, and 21. */
  policyList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/policies',
    response: listOf(policyStatus),
    guarded: true,
  }),
  policyGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/policies/{type}',
    response: policyStatus,
    guarded: true,
  }),
  policyPut: endpoint({
    method: 'PUT',
    path: '/api/organizations/{orgId}/policies/{type}',
    body: z.object({
      policy: z.object({ enabled: z.boolean(), data }),
      metadata: z.nullable(z.record(z.string(), z.unknown())),
    }),
    response: policy,
    guarded: true,
  }),
  /** For the member; 404 where it is off. */
  policyMasterPasswordGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/policies/master-password',
    response: policy,
  }),
}

export type PolicyStatus = z.output<typeof policyStatus>
