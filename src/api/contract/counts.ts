import { z } from '#/lib/zod'
import { tag } from './common'
import { endpoint } from './endpoint'

const count = z.int()

/** What the caller may not read counts as 0; the status stays 200. */
export const countEndpoints = {
  organizationCountsGet: endpoint({
    method: 'GET',
    path: '/api/organizations/{organizationId}/sm-counts',
    response: z.object({
      projects: count,
      secrets: count,
      serviceAccounts: count,
      object: tag('organizationCounts'),
    }),
  }),
  projectCountsGet: endpoint({
    method: 'GET',
    path: '/api/projects/{projectId}/sm-counts',
    response: z.object({
      secrets: count,
      people: count,
      serviceAccounts: count,
      object: tag('projectCounts'),
    }),
  }),
  machineAccountCountsGet: endpoint({
    method: 'GET',
    path: '/api/service-accounts/{serviceAccountId}/sm-counts',
    response: z.object({
      projects: count,
      people: count,
      accessTokens: count,
      object: tag('serviceAccountCounts'),
    }),
  }),
}
