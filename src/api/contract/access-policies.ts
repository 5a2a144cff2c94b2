import { z } from '#/lib/zod'
import { encString, id, listOf, tag } from './common'
import { endpoint } from './endpoint'

const rights = { read: z.boolean(), write: z.boolean() }

const userPolicy = z.object({
  organizationUserId: id,
  /** Name or e-mail, in the clear; null for a member who is only invited. */
  organizationUserName: z.nullable(z.string()),
  currentUser: z.boolean(),
  ...rights,
  object: tag('userAccessPolicy'),
})

const groupPolicy = z.object({
  groupId: id,
  groupName: z.string(),
  currentUserInGroup: z.boolean(),
  ...rights,
  object: tag('groupAccessPolicy'),
})

const machineAccountPolicy = z.object({
  serviceAccountId: id,
  serviceAccountName: encString,
  ...rights,
  object: tag('serviceAccountProjectAccessPolicy'),
})

const grantedPolicy = z.object({
  grantedProjectId: id,
  grantedProjectName: encString,
  ...rights,
  object: tag('grantedProjectAccessPolicy'),
})

const people = { userAccessPolicies: z.array(userPolicy), groupAccessPolicies: z.array(groupPolicy) }
const machines = { serviceAccountAccessPolicies: z.array(machineAccountPolicy) }

const projectPeople = z.object({ ...people, object: tag('projectPeopleAccessPolicies') })
const machineAccountPeople = z.object({ ...people, object: tag('serviceAccountAccessPolicies') })
const projectMachineAccounts = z.object({ ...machines, object: tag('ProjectServiceAccountsAccessPolicies') })
const secretPolicies = z.object({ ...people, ...machines, object: tag('secretAccessPolicies') })

const granted = z.object({
  grantedProjectPolicies: z.array(
    z.object({
      accessPolicy: grantedPolicy,
      /** Rows with false must go back unchanged: the caller may not touch them. */
      hasPermission: z.boolean(),
      object: tag('grantedProjectAccessPolicyPermissionDetails'),
    }),
  ),
  object: tag('ServiceAccountGrantedPoliciesPermissionDetails'),
})

/** `name` is in the clear for users and groups, an EncString for machine accounts and projects. */
const grantee = z.object({
  id,
  name: z.nullable(z.string()),
  type: z.enum(['user', 'group', 'serviceAccount', 'project']),
  email: z.nullable(z.string()),
  currentUserInGroup: z.boolean(),
  currentUser: z.boolean(),
  object: tag('potentialGrantee'),
})

const request = z.object({ granteeId: id, ...rights })
const peopleBody = z.object({
  userAccessPolicyRequests: z.array(request),
  groupAccessPolicyRequests: z.array(request),
})
const machineAccountsBody = z.object({ serviceAccountAccessPolicyRequests: z.array(request) })
const grantedBody = z.object({
  projectGrantedPolicyRequests: z.array(z.object({ grantedId: id, ...rights })),
})

/** Rides in the body of a secret: all three arrays must be there. */
export const accessPolicyRequests = z.extend(peopleBody, machineAccountsBody.shape)

/** Every PUT states the whole wanted set of its kind; the last writer wins. */
export const accessPolicyEndpoints = {
  peopleGranteeList: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/access-policies/people/potential-grantees',
    response: listOf(grantee),
  }),
  machineAccountGranteeList: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/access-policies/service-accounts/potential-grantees',
    response: listOf(grantee),
  }),
  projectGranteeList: endpoint({
    method: 'GET',
    path: '/api/organizations/{id}/access-policies/projects/potential-grantees',
    response: listOf(grantee),
  }),
  projectPeoplePolicyGet: endpoint({
    method: 'GET',
    path: '/api/projects/{id}/access-policies/people',
    response: projectPeople,
  }),
  projectPeoplePolicyPut: endpoint({
    method: 'PUT',
    path: '/api/projects/{id}/access-policies/people',
    body: peopleBody,
    response: projectPeople,
  }),
  projectMachineAccountPolicyGet: endpoint({
    method: 'GET',
    path: '/api/projects/{id}/access-policies/service-accounts',
    response: projectMachineAccounts,
  }),
  projectMachineAccountPolicyPut: endpoint({
    method: 'PUT',
    path: '/api/projects/{id}/access-policies/service-accounts',
    body: machineAccountsBody,
    response: projectMachineAccounts,
  }),
  machineAccountPeoplePolicyGet: endpoint({
    method: 'GET',
    path: '/api/service-accounts/{id}/access-policies/people',
    response: machineAccountPeople,
  }),
  machineAccountPeoplePolicyPut: endpoint({
    method: 'PUT',
    path: '/api/service-accounts/{id}/access-policies/people',
    body: peopleBody,
    response: machineAccountPeople,
  }),
  grantedPolicyGet: endpoint({
    method: 'GET',
    path: '/api/service-accounts/{id}/granted-policies',
    response: granted,
  }),
  grantedPolicyPut: endpoint({
    method: 'PUT',
    path: '/api/service-accounts/{id}/granted-policies',
    body: grantedBody,
    response: granted,
  }),
  /** Written through the secret itself, never here. */
  secretPolicyGet: endpoint({
    method: 'GET',
    path: '/api/secrets/{secretId}/access-policies',
    response: secretPolicies,
  }),
}

export type Grantee = z.output<typeof grantee>
export type UserPolicy = z.output<typeof userPolicy>
export type GroupPolicy = z.output<typeof groupPolicy>
export type MachineAccountPolicy = z.output<typeof machineAccountPolicy>
export type GrantedPolicy = z.output<typeof grantedPolicy>
export type ProjectPeoplePolicies = z.output<typeof projectPeople>
export type ProjectMachineAccountPolicies = z.output<typeof projectMachineAccounts>
export type MachineAccountPeoplePolicies = z.output<typeof machineAccountPeople>
export type GrantedPolicies = z.output<typeof granted>
export type SecretPolicies = z.output<typeof secretPolicies>
export type PolicyRequest = z.input<typeof request>
export type AccessPolicyRequests = z.input<typeof accessPolicyRequests>
