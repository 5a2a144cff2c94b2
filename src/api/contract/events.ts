import { z } from '#/lib/zod'
import { date, id, sent, tag } from './common'
import { endpoint } from './endpoint'
import { logPageOf } from './log-page'

const ref = z.nullable(id)

/** A row has no id of its own and holds no names. Unknown `type`s come from newer servers and are shown. */
const logEvent = z.object({
  type: z.int(),
  /** Who acted in secret and project rows; a membership id in 2300 and 2301; else whom it was done to. */
  userId: ref,
  organizationId: ref,
  providerId: ref,
  cipherId: ref,
  collectionId: ref,
  groupId: ref,
  policyId: ref,
  organizationUserId: ref,
  providerUserId: sent(ref),
  providerOrganizationId: sent(ref),
  actingUserId: ref,
  installationId: sent(ref),
  date,
  deviceType: z.nullable(z.int()),
  ipAddress: z.nullable(z.string()),
  systemUser: z.nullable(z.int()),
  domainName: z.nullable(z.string()),
  secretId: ref,
  projectId: ref,
  serviceAccountId: ref,
  grantedServiceAccountId: sent(ref),
  sendId: sent(ref),
  object: tag('event'),
})

const page = logPageOf(logEvent)

/** Dates in ISO 8601 with `Z`; both or none, at most 367 days. The token goes with the same dates. */
const query = z.object({
  start: z.optional(z.string()),
  end: z.optional(z.string()),
  continuationToken: z.optional(z.string()),
})

/** Mind the paths: three say `organization`, and one of them `service-account`. */
export const eventEndpoints = {
  machineAccountEventList: endpoint({
    method: 'GET',
    path: '/api/sm/events/service-accounts/{serviceAccountId}',
    query,
    response: page,
  }),
  secretEventList: endpoint({
    method: 'GET',
    path: '/api/organization/{orgId}/secrets/{id}/events',
    query,
    response: page,
  }),
  projectEventList: endpoint({
    method: 'GET',
    path: '/api/organization/{orgId}/projects/{id}/events',
    query,
    response: page,
  }),
  machineAccountEventListByOrganization: endpoint({
    method: 'GET',
    path: '/api/organization/{orgId}/service-account/{id}/events',
    query,
    response: page,
  }),
  organizationEventList: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/events',
    query,
    response: page,
  }),
  /** `id`: membership. Rows with that person in `actingUserId`, so none of secrets and projects. */
  memberEventList: endpoint({
    method: 'GET',
    path: '/api/organizations/{orgId}/users/{id}/events',
    query,
    response: page,
  }),
  /** The caller's own rows, those without an organization. */
  ownEventList: endpoint({ method: 'GET', path: '/api/events', query, response: page }),
}

export type LogEvent = z.output<typeof logEvent>
export type EventPage = z.output<typeof page>
export type EventQuery = z.input<typeof query>
