import { writeEvent } from '#/mocks/secrets-manager/events'
import type { Context, Handlers } from '#/mocks/handler'
import { peoplePolicies } from '#/mocks/secrets-manager/people'
import {
  applyPolicies,
  noEntry,
  policiesOn,
  policyChanges,
  requireRead,
  requireReadWrite,
  requireUnique,
} from '#/mocks/secrets-manager/policy-set'
import type { PolicyChanges, PolicyWish } from '#/mocks/rules'
import {
  allow,
  canGrantProject,
  canReadMachineAccountPolicies,
  canReplaceMachineAccountPeople,
  canUpdateGrantedPolicies,
  rightsIn,
} from '#/mocks/rules'
import type { Rights } from '#/mocks/rules'
import type { Id, ServiceAccountRow } from '#/mocks/store/tables'
import { grantedPolicyAnswer } from '#/mocks/secrets-manager/wire'
import { peopleWishes } from './access-policies'
import type { PeopleBody } from './access-policies'
import { machineAccountOf } from './service-accounts'

interface GrantedBody {
  projectGrantedPolicyRequests: ({ grantedId: Id; read: boolean; write: boolean } | null)[]
}

export const machineAccountPolicyHandlers = {
  machineAccountPeoplePolicyGet: (c) => {
    const account = machineAccountOf(c, 'id')
    allow(canReadMachineAccountPolicies(rightsIn(c, account.organizationId), account.id))
    return { body: machineAccountPeople(c, account.id) }
  },

  machineAccountPeoplePolicyPut: (c) => {
    const account = machineAccountOf(c, 'id')
    const wishes = peopleWishes({ targetKind: 'serviceAccount', targetId: account.id }, c.body as PeopleBody)
    requireUnique(wishes)
    requireReadWrite(wishes)
    const rights = rightsIn(c, account.organizationId)
    allow(canReplaceMachineAccountPeople(c.db, rights, account.id, wishes))
    const changes = policyChanges(policiesOn(c.db, account.id, 'member', 'group'), wishes)
    applyPolicies(c.db, changes)
    logPeople(c, account, changes)
    return { body: machineAccountPeople(c, account.id) }
  },

  grantedPolicyGet: (c) => {
    const account = machineAccountOf(c, 'id')
    const rights = rightsIn(c, account.organizationId)
    allow(canReadMachineAccountPolicies(rights, account.id))
    return { body: grantedPolicies(c, rights, account.id) }
  },

  grantedPolicyPut: (c) => {
    const account = machineAccountOf(c, 'id')
    const wishes = grantedWishes(account.id, c.body as GrantedBody)
    requireUnique(wishes)
    requireRead(wishes)
    const rights = rightsIn(c, account.organizationId)
    const changes = policyChanges(grantedRows(c, account.id), wishes)
    allow(canUpdateGrantedPolicies(c.db, rights, account.id, changes))
    applyPolicies(c.db, changes)
    return { body: grantedPolicies(c, rights, account.id) }
  },
} satisfies Partial<Handlers>

const machineAccountPeople = (c: Context, accountId: Id) => ({
  ...peoplePolicies(c, accountId),
  object: 'serviceAccountAccessPolicies',
})

/** Groups before members, removals before additions; a member stands in `userId` by membership id. */
function logPeople(c: Context, account: ServiceAccountRow, { created, deleted }: PolicyChanges): void {
  const log = (type: number, kind: PolicyWish['granteeKind'], column: 'groupId' | 'userId') => {
    const isRemoval = type === 2301 || type === 2303
    for (const policy of isRemoval ? deleted : created) {
      if (policy.granteeKind !== kind) continue
      const fields = { [column]: policy.granteeId, grantedServiceAccountId: account.id }
      writeEvent(c, account.organizationId, type, fields)
    }
  }
  log(2303, 'group', 'groupId')
  log(2302, 'group', 'groupId')
  log(2301, 'member', 'userId')
  log(2300, 'member', 'userId')
}

const grantedRows = (c: Context, accountId: Id) =>
  c.db.accessPolicies.where('granteeId', accountId).filter((row) => row.targetKind === 'project')

const grantedPolicies = (c: Context, rights: Rights, accountId: Id) => ({
  grantedProjectPolicies: grantedRows(c, accountId).map((row) =>
    grantedPolicyAnswer(c.db, row, canGrantProject(rights, accountId, row.targetId)),
  ),
  object: 'ServiceAccountGrantedPoliciesPermissionDetails',
})

const grantedWishes = (accountId: Id, body: GrantedBody): PolicyWish[] =>
  body.projectGrantedPolicyRequests.map((request) => {
    if (!request) throw noEntry()
    const ends = { granteeKind: 'serviceAccount', granteeId: accountId, targetKind: 'project' } as const
    return { ...ends, targetId: request.grantedId, read: request.read, write: request.write }
  })
