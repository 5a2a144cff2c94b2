import { z } from '#/lib/zod'
import { bulkDeletion, date, encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

const machineAccount = z.object({
  id,
  organizationId: id,
  name: encString,
  creationDate: date,
  revisionDate: date,
  object: tag('serviceAccount'),
})

/** `accessToSecrets` is 0 unless the query asks for it. */
const machineAccountListItem = z.extend(machineAccount, { accessToSecrets: z.int() })

const body = z.object({ name: encString })

export const machineAccountEndpoints = {
  machineAccountList: endpoint({
    method: 'GET',
    path: '/api/organizations/{organizationId}/service-accounts',
    query: z.object({ includeAccessToSecrets: z.optional(z.boolean()) }),
    response: listOf(machineAccountListItem),
  }),
  machineAccountCreate: endpoint({
    method: 'POST',
    path: '/api/organizations/{organizationId}/service-accounts',
    body,
    response: machineAccount,
  }),
  machineAccountGet: endpoint({
    method: 'GET',
    path: '/api/service-accounts/{id}',
    response: machineAccount,
  }),
  machineAccountUpdate: endpoint({
    method: 'PUT',
    path: '/api/service-accounts/{id}',
    body,
    response: machineAccount,
  }),
  machineAccountDelete: endpoint({
    method: 'POST',
    path: '/api/service-accounts/delete',
    body: ids,
    response: bulkDeletion,
  }),
}

export type MachineAccount = z.output<typeof machineAccount>
export type MachineAccountListItem = z.output<typeof machineAccountListItem>
