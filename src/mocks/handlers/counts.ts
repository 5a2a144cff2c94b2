import { notFound } from '#/mocks/handler'
import type { Handlers } from '#/mocks/handler'
import { policiesOn } from '#/mocks/secrets-manager/policy-set'
import { pathId } from '#/mocks/http/query'
import {
  allow,
  canCount,
  canCountProjectAccess,
  canReadMachineAccount,
  canReadProject,
  canReadSecret,
  rightsIn,
} from '#/mocks/rules'
import { liveSecretsOf } from '#/mocks/secrets-manager/secret-reads'
import { machineAccountOf } from './service-accounts'

/** What the caller may not see counts as 0. */
export const countHandlers = {
  organizationCountsGet: (c) => {
    const organizationId = pathId(c, 'organizationId')
    const rights = rightsIn(c, organizationId)
    allow(canCount(rights))
    const projects = c.db.projects.where('organizationId', organizationId)
    const accounts = c.db.serviceAccounts.where('organizationId', organizationId)
    return {
      body: {
        projects: projects.filter((project) => canReadProject(rights, project.id)).length,
        secrets: liveSecretsOf(c, organizationId).filter((secret) => canReadSecret(rights, secret)).length,
        serviceAccounts: accounts.filter((account) => canReadMachineAccount(rights, account.id)).length,
        object: 'organizationCounts',
      },
    }
  },

  projectCountsGet: (c) => {
    const project = c.db.projects.get(pathId(c, 'projectId'))
    if (!project) throw notFound()
    const rights = rightsIn(c, project.organizationId)
    allow(canCount(rights))
    const secrets = c.db.secrets
      .where('projectId', project.id)
      .filter((secret) => secret.deletedDate === null)
    const mayCountAccess = canCountProjectAccess(rights, project.id)
    return {
      body: {
        secrets: canReadProject(rights, project.id) ? secrets.length : 0,
        people: mayCountAccess ? policiesOn(c.db, project.id, 'member', 'group').length : 0,
        serviceAccounts: mayCountAccess ? policiesOn(c.db, project.id, 'serviceAccount').length : 0,
        object: 'projectCounts',
      },
    }
  },

  machineAccountCountsGet: (c) => {
    const account = machineAccountOf(c, 'serviceAccountId')
    const rights = rightsIn(c, account.organizationId)
    allow(canCount(rights))
    const isReadable = canReadMachineAccount(rights, account.id)
    const policies = c.db.accessPolicies.where('granteeId', account.id)
    return {
      body: {
        projects: isReadable ? policies.filter((policy) => policy.targetKind === 'project').length : 0,
        people: isReadable ? policiesOn(c.db, account.id, 'member', 'group').length : 0,
        accessTokens: isReadable ? c.db.accessTokens.count('serviceAccountId', account.id) : 0,
        object: 'serviceAccountCounts',
      },
    }
  },
} satisfies Partial<Handlers>
