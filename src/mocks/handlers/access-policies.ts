import { unhandled } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { peopleGrantees, peoplePolicies, sealedGrantee } from '#/mocks/secrets-manager/people'
import {
  applyPolicies,
  policiesOn,
  policyChanges,
  requireRead,
  requireUnique,
  wishesFor,
} from '#/mocks/secrets-manager/policy-set'
import type { PolicyWish } from '#/mocks/rules'
import type { PolicyRequest, Target } from '#/mocks/secrets-manager/policy-set'
import { pathId } from '#/mocks/http/query'
import {
  allow,
  canReadProjectPolicies,
  canReadSecretAccessPolicies,
  canReplaceProjectPeople,
  canUpdateMachineAccount,
  canUpdateProject,
  canUpdateProjectMachineAccounts,
  rightsIn,
} from '#/mocks/rules'
import type { Rights } from '#/mocks/rules'
import { liveSecret } from '#/mocks/secrets-manager/secret-reads'
import type { Id } from '#/mocks/store/tables'
import { byRevision, listAnswer, machinePolicyAnswer } from '#/mocks/secrets-manager/wire'
import { projectOf } from './projects'

export interface PeopleBody {
  userAccessPolicyRequests: (PolicyRequest | null)[] | null
  groupAccessPolicyRequests: (PolicyRequest | null)[] | null
}

export const accessPolicyHandlers = {
  // The people are shown to whoever may use Secrets Manager, machines too.
  peopleGranteeList: (c) => {
    const organizationId = pathId(c, 'id')
    rightsIn(c, organizationId)
    return { body: listAnswer(peopleGrantees(c, organizationId)) }
  },

  machineAccountGranteeList: (c) => {
    const rights = granteeRights(c)
    const accounts = c.db.serviceAccounts.where('organizationId', rights.organizationId)
    const writable = accounts.filter((account) => canUpdateMachineAccount(rights, account.id))
    return {
      body: listAnswer(byRevision(writable).map((account) => sealedGrantee(account, 'serviceAccount'))),
    }
  },

  projectGranteeList: (c) => {
    const rights = granteeRights(c)
    const projects = c.db.projects.where('organizationId', rights.organizationId)
    const writable = projects.filter((project) => canUpdateProject(rights, project.id))
    return { body: listAnswer(byRevision(writable).map((project) => sealedGrantee(project, 'project'))) }
  },

  projectPeoplePolicyGet: (c) => {
    const project = projectOf(c)
    allow(canReadProjectPolicies(rightsIn(c, project.organizationId), project.id))
    return { body: projectPeople(c, project.id) }
  },

  projectPeoplePolicyPut: (c) => {
    const project = projectOf(c)
    const wishes = peopleWishes({ targetKind: 'project', targetId: project.id }, c.body as PeopleBody)
    requireUnique(wishes)
    requireRead(wishes)
    allow(canReplaceProjectPeople(c.db, rightsIn(c, project.organizationId), project.id, wishes))
    applyPolicies(c.db, policyChanges(policiesOn(c.db, project.id, 'member', 'group'), wishes))
    return { body: projectPeople(c, project.id) }
  },

  projectMachineAccountPolicyGet: (c) => {
    const project = projectOf(c)
    allow(canReadProjectPolicies(rightsIn(c, project.organizationId), project.id))
    return { body: projectMachineAccounts(c, project.id) }
  },

  projectMachineAccountPolicyPut: (c) => {
    const project = projectOf(c)
    const body = c.body as { serviceAccountAccessPolicyRequests: (PolicyRequest | null)[] }
    const target: Target = { targetKind: 'project', targetId: project.id }
    const wishes = wishesFor(target, 'serviceAccount', body.serviceAccountAccessPolicyRequests)
    requireUnique(wishes)
    requireRead(wishes)
    const changes = policyChanges(policiesOn(c.db, project.id, 'serviceAccount'), wishes)
    const rights = rightsIn(c, project.organizationId)
    allow(canUpdateProjectMachineAccounts(c.db, rights, project.id, changes))
    applyPolicies(c.db, changes)
    return { body: projectMachineAccounts(c, project.id) }
  },

  secretPolicyGet: (c) => {
    const secret = liveSecret(c, pathId(c, 'secretId'))
    allow(canReadSecretAccessPolicies(rightsIn(c, secret.organizationId), secret))
    const machines = machinePolicies(c, secret.id)
    return {
      body: {
        ...peoplePolicies(c, secret.id),
        serviceAccountAccessPolicies: machines,
        object: 'secretAccessPolicies',
      },
    }
  },
} satisfies Partial<Handlers>

export const peopleWishes = (target: Target, body: PeopleBody): PolicyWish[] => [
  ...wishesFor(target, 'member', body.userAccessPolicyRequests),
  ...wishesFor(target, 'group', body.groupAccessPolicyRequests),
]

/** Machines fall into an unhandled case of the server's repositories. */
function granteeRights(c: Context): Rights {
  const rights = rightsIn(c, pathId(c, 'id'))
  if (rights.kind === 'MACHINE') throw unhandled()
  return rights
}

const projectPeople = (c: Context, projectId: Id) => ({
  ...peoplePolicies(c, projectId),
  object: 'projectPeopleAccessPolicies',
})

const machinePolicies = (c: Context, targetId: Id) =>
  policiesOn(c.db, targetId, 'serviceAccount').map((row) => machinePolicyAnswer(c.db, row))

const projectMachineAccounts = (c: Context, projectId: Id) => ({
  serviceAccountAccessPolicies: machinePolicies(c, projectId),
  object: 'ProjectServiceAccountsAccessPolicies',
})
