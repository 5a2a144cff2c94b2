import { accessPolicyEndpoints } from './access-policies'
import { accessTokenEndpoints } from './access-tokens'
import { accountEndpoints } from './account'
import { collectionEndpoints } from './collections'
import { configEndpoints } from './config'
import { countEndpoints } from './counts'
import { eventEndpoints } from './events'
import { groupEndpoints } from './groups'
import { identityEndpoints } from './identity'
import { machineAccountEndpoints } from './machine-accounts'
import { memberEndpoints } from './members'
import { organizationEndpoints } from './organization'
import { policyEndpoints } from './policies'
import { portingEndpoints } from './porting'
import { projectEndpoints } from './projects'
import { publicEndpoints } from './public'
import { requestAccessEndpoints } from './request-access'
import { secretVersionEndpoints } from './secret-versions'
import { secretEndpoints } from './secrets'
import { trashEndpoints } from './trash'

/** THE table of what the server can be asked. The client's types and the mock's duties come from it. */
export const contract = {
  ...configEndpoints,
  ...identityEndpoints,
  ...accountEndpoints,
  ...organizationEndpoints,
  ...groupEndpoints,
  ...memberEndpoints,
  ...collectionEndpoints,
  ...policyEndpoints,
  ...secretEndpoints,
  ...secretVersionEndpoints,
  ...trashEndpoints,
  ...projectEndpoints,
  ...machineAccountEndpoints,
  ...accessTokenEndpoints,
  ...accessPolicyEndpoints,
  ...countEndpoints,
  ...eventEndpoints,
  ...portingEndpoints,
  ...publicEndpoints,
  ...requestAccessEndpoints,
} as const

export type Contract = typeof contract
export type EndpointName = keyof Contract

export type { ArgumentsOf, Endpoint, Method, ResponseOf } from './endpoint'
export type * from './access-policies'
export type * from './access-tokens'
export type * from './account'
export type * from './collections'
export type { BulkDeletion, ListOf } from './common'
export type { Config } from './config'
export type * from './events'
export type * from './groups'
export type { KdfSettings, PreloginAnswer } from './identity'
export type * from './machine-accounts'
export type * from './members'
export type * from './organization'
export type * from './organization-shape'
export type * from './policies'
export type * from './porting'
export type * from './profile'
export type * from './projects'
export type * from './public-shapes'
export type * from './secret-versions'
export type * from './secrets'
