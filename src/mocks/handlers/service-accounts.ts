import { bulkDelete } from '#/mocks/secrets-manager/bulk-delete'
import { deleteMachineAccounts } from '#/mocks/secrets-manager/cascade'
import { grantCreator } from '#/mocks/secrets-manager/creator'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { notFound, unhandled } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { takeMachineAccountSlot } from '#/mocks/secrets-manager/plan-limits'
import { pathId, queryFlag } from '#/mocks/http/query'
import {
  allow,
  canCreateMachineAccount,
  canDeleteMachineAccount,
  canReadMachineAccount,
  canUpdateMachineAccount,
  rightsIn,
} from '#/mocks/rules'
import { liveSecretsOf } from '#/mocks/secrets-manager/secret-reads'
import type { Id, ServiceAccountRow } from '#/mocks/store/tables'
import { byRevision, listAnswer, machineAccountAnswer } from '#/mocks/secrets-manager/wire'

export const machineAccountHandlers = {
  machineAccountList: (c) => {
    const organizationId = pathId(c, 'organizationId')
    const rights = rightsIn(c, organizationId)
    // An unhandled case of the server's repository.
    if (rights.kind === 'MACHINE') throw unhandled()
    const accounts = c.db.serviceAccounts
      .where('organizationId', organizationId)
      .filter((account) => canReadMachineAccount(rights, account.id))
    const count = queryFlag(c, 'includeAccessToSecrets') ? secretCounter(c, organizationId) : () => 0
    return {
      body: listAnswer(
        byRevision(accounts).map((account) => ({
          accessToSecrets: count(account.id),
          ...machineAccountAnswer(account),
        })),
      ),
    }
  },

  machineAccountCreate: (c) => {
    const organizationId = pathId(c, 'organizationId')
    allow(canCreateMachineAccount(rightsIn(c, organizationId)))
    takeMachineAccountSlot(c, organizationId)
    const date = c.now()
    const { name } = c.body as { name: string }
    const account = { id: c.db.newId(), organizationId, name, creationDate: date, revisionDate: date }
    const memberId = grantCreator(c, organizationId, { targetKind: 'serviceAccount', targetId: account.id })
    c.db.serviceAccounts.put(account)
    // The server puts the membership where an account id belongs, here alone.
    const granted = { grantedServiceAccountId: account.id }
    writeEvent(c, organizationId, 2300, { userId: memberId, actingUserId: memberId, ...granted })
    writeEvent(c, organizationId, 2304, granted)
    return { body: machineAccountAnswer(account) }
  },

  machineAccountGet: (c) => {
    const account = machineAccountOf(c, 'id')
    allow(canReadMachineAccount(rightsIn(c, account.organizationId), account.id))
    return { body: machineAccountAnswer(account) }
  },

  machineAccountUpdate: (c) => {
    const account = machineAccountOf(c, 'id')
    allow(canUpdateMachineAccount(rightsIn(c, account.organizationId), account.id))
    const { name } = c.body as { name: string }
    return {
      body: machineAccountAnswer(c.db.serviceAccounts.put({ ...account, name, revisionDate: c.now() })),
    }
  },

  machineAccountDelete: (c) =>
    bulkDelete(c, {
      find: (id) => c.db.serviceAccounts.get(id),
      may: (rights, account) => canDeleteMachineAccount(rights, account.id),
      remove: deleteMachineAccounts,
      log: (account) => writeEvent(c, account.organizationId, 2305, { grantedServiceAccountId: account.id }),
    }),
} satisfies Partial<Handlers>

export function machineAccountOf(c: Context, parameter: string): ServiceAccountRow {
  const account = c.db.serviceAccounts.get(pathId(c, parameter))
  if (!account) throw notFound()
  return account
}

/** Live secrets that a machine account has a policy on, directly or by project, each once; flags are not asked. */
function secretCounter(c: Context, organizationId: Id): (accountId: Id) => number {
  const secrets = liveSecretsOf(c, organizationId)
  return (accountId) => {
    const targets = new Set(
      c.db.accessPolicies.where('granteeId', accountId).map((policy) => policy.targetId),
    )
    const isReached = (id: Id | null) => id !== null && targets.has(id)
    return secrets.filter((secret) => isReached(secret.id) || isReached(secret.projectId)).length
  }
}
