import { bumpMachineAccounts, machineAccountsReaching } from '#/mocks/secrets-manager/cascade'
import { writeEvent } from '#/mocks/secrets-manager/events'
import type { Context, Handlers } from '#/mocks/handler'
import {
  applyPolicies,
  policiesOn,
  policyChanges,
  requireRead,
  requireUnique,
  wishesFor,
} from '#/mocks/secrets-manager/policy-set'
import type { PolicyChanges } from '#/mocks/rules'
import type { PolicyRequest, Target } from '#/mocks/secrets-manager/policy-set'
import { pathId } from '#/mocks/http/query'
import {
  allow,
  canCreateSecret,
  canUpdateSecret,
  canUpdateSecretAccessPolicies,
  rightsIn,
} from '#/mocks/rules'
import type { Rights } from '#/mocks/rules'
import { liveSecret } from '#/mocks/secrets-manager/secret-reads'
import type { Id, SecretRow } from '#/mocks/store/tables'
import { isGenerationB, recordVersion } from '#/mocks/secrets-manager/versions'
import { projectsOf, writtenSecret } from '#/mocks/secrets-manager/wire'

type Requests = readonly (PolicyRequest | null)[]

interface SecretBody {
  key: string
  value: string
  note: string
  projectIds: Id[] | null
  accessPoliciesRequests: {
    userAccessPolicyRequests: Requests
    groupAccessPolicyRequests: Requests
    serviceAccountAccessPolicyRequests: Requests
  } | null
  valueChanged?: boolean
}

export const secretChangeHandlers = {
  secretCreate: (c) => {
    const body = c.body as SecretBody
    const organizationId = pathId(c, 'organizationId')
    const rights = rightsIn(c, organizationId)
    const projectId = body.projectIds?.[0] ?? null
    allow(canCreateSecret(c.db, rights, projectId))
    const id = c.db.newId()
    const policies = wantedPolicies(c, rights, id, body.accessPoliciesRequests)
    const date = c.now()
    const secret = c.db.secrets.put({
      ...{ id, organizationId, projectId, ...textsOf(body) },
      ...{ creationDate: date, revisionDate: date, deletedDate: null },
    })
    if (isGenerationB(c)) recordVersion(c, secret, secret.value, date)
    if (policies) applyPolicies(c.db, policies)
    bumpMachineAccounts(c.db, machineAccountsReaching(c.db, [secret]))
    writeEvent(c, organizationId, 2101, { secretId: id })
    // The server echoes a stub of the project, without its name.
    return { body: writtenSecret(secret, projectId === null ? null : [{ id: projectId, name: null }]) }
  },

  secretUpdate: (c) => {
    const body = c.body as SecretBody
    const before = liveSecret(c, pathId(c, 'id'))
    const rights = rightsIn(c, before.organizationId)
    allow(canUpdateSecret(c.db, rights, before, body.projectIds))
    const policies = wantedPolicies(c, rights, before.id, body.accessPoliciesRequests)
    const reached = machineAccountsReaching(c.db, [before])
    const projectId = body.projectIds?.[0] ?? null
    const after = c.db.secrets.put({ ...before, ...textsOf(body), projectId, revisionDate: c.now() })
    // Generation A means to keep the old value and stores the new one.
    if (body.valueChanged) {
      recordVersion(c, after, after.value, isGenerationB(c) ? after.revisionDate : c.now())
    }
    if (policies) applyPolicies(c.db, policies)
    bumpMachineAccounts(c.db, new Set([...reached, ...machineAccountsReaching(c.db, [after])]))
    writeEvent(c, after.organizationId, 2102, { secretId: after.id })
    const isMoved = projectId !== null && projectId !== before.projectId
    return { body: writtenSecret(after, isMoved ? [{ id: projectId, name: null }] : projectsOf(c.db, after)) }
  },
} satisfies Partial<Handlers>

const textsOf = ({ key, value, note }: SecretBody): Pick<SecretRow, 'key' | 'value' | 'note'> => ({
  key,
  value,
  note,
})

/** Checked after the right on the secret itself: form first, then the right on what would change. */
function wantedPolicies(
  c: Context,
  rights: Rights,
  secretId: Id,
  requests: SecretBody['accessPoliciesRequests'],
): PolicyChanges | null {
  if (!requests) return null
  const target: Target = { targetKind: 'secret', targetId: secretId }
  const wishes = [
    ...wishesFor(target, 'member', requests.userAccessPolicyRequests),
    ...wishesFor(target, 'group', requests.groupAccessPolicyRequests),
    ...wishesFor(target, 'serviceAccount', requests.serviceAccountAccessPolicyRequests),
  ]
  requireUnique(wishes)
  requireRead(wishes)
  const changes = policyChanges(policiesOn(c.db, secretId, 'member', 'group', 'serviceAccount'), wishes)
  allow(canUpdateSecretAccessPolicies(c.db, rights, changes))
  return changes
}
