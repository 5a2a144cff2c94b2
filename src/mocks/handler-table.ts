import type { Handlers } from './handler'
import { accessPolicyHandlers } from './handlers/access-policies'
import { accessTokenHandlers } from './handlers/access-tokens'
import { accountHandlers } from './handlers/accounts'
import { collectionHandlers } from './handlers/collections'
import { configHandlers } from './handlers/config'
import { countHandlers } from './handlers/counts'
import { eventHandlers } from './handlers/events'
import { groupHandlers } from './handlers/groups'
import { identityHandlers } from './handlers/identity'
import { machineAccountPolicyHandlers } from './handlers/machine-account-policies'
import { memberActHandlers } from './handlers/member-acts'
import { memberHandlers } from './handlers/members'
import { organizationFactHandlers } from './handlers/organization-facts'
import { organizationHandlers } from './handlers/organizations'
import { policyHandlers } from './handlers/policies'
import { portingHandlers } from './handlers/porting'
import { projectHandlers } from './handlers/projects'
import { publicMemberHandlers } from './handlers/public-members'
import { publicObjectHandlers } from './handlers/public-objects'
import { publicReadHandlers } from './handlers/public-reads'
import { requestAccessHandlers } from './handlers/request-access'
import { secretChangeHandlers } from './handlers/secret-changes'
import { secretVersionHandlers } from './handlers/secret-versions'
import { secretHandlers } from './handlers/secrets'
import { machineAccountHandlers } from './handlers/service-accounts'
import { specificationHandlers } from './handlers/specifications'
import { trashHandlers } from './handlers/trash'

/** One handler for each endpoint of the contract; the compiler names the one that is missing. */
export const handlers: Handlers = {
  ...configHandlers,
  ...identityHandlers,
  ...accountHandlers,
  ...organizationHandlers,
  ...organizationFactHandlers,
  ...groupHandlers,
  ...memberHandlers,
  ...memberActHandlers,
  ...collectionHandlers,
  ...policyHandlers,
  ...secretHandlers,
  ...secretChangeHandlers,
  ...secretVersionHandlers,
  ...trashHandlers,
  ...projectHandlers,
  ...machineAccountHandlers,
  ...accessTokenHandlers,
  ...accessPolicyHandlers,
  ...machineAccountPolicyHandlers,
  ...countHandlers,
  ...eventHandlers,
  ...portingHandlers,
  ...publicMemberHandlers,
  ...publicObjectHandlers,
  ...publicReadHandlers,
  ...requestAccessHandlers,
  ...specificationHandlers,
}
