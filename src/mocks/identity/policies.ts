import { contract } from '#/api/contract'
import type { EndpointName } from '#/api/contract'
import { deviceTypeOf } from './device-types'
import { emptyStatus, ServerError } from '#/mocks/handler'
import type { Caller, Claims } from '#/mocks/handler'
import { verifyToken } from './jwt'
import type { TokenVerdict } from './jwt'

/**
 * - `secrets`: any token with the text `api` in its scope, so organization keys too.
 * - `application`: a person's token with scope `api`.
 * - `web`: the same, of the client `web` alone.
 * - `guarded`: `application` behind a role requirement, which fails with an empty 500 before a dead token,
 *   no token or an organization key is refused in good order (recorded/README.md).
 * - `organization`: the token of an organization's API key.
 */
export type Policy = 'anonymous' | 'secrets' | 'application' | 'web' | 'guarded' | 'organization'

const application = new Set<EndpointName>([
  'accountsProfile',
  'accountsProfileUpdate',
  'accountsOrganizations',
  'accountsKeys',
  'accountsRevisionDate',
  'accountsSync',
  'userKeyIdSet',
  'verifyPassword',
  'requestOtp',
  'verifyOtp',
  'securityStamp',
  'accountApiKeyView',
  'accountApiKeyRotate',
  'userPublicKey',
  'userKeys',
  'groupList',
  'memberList',
  'collectionList',
  'collectionDetailsList',
  'collectionOwnList',
  'collectionGet',
  'collectionDetailsGet',
  'collectionUserList',
  'collectionCreate',
  'collectionUpdate',
  'collectionDelete',
  'collectionDeleteMany',
  'collectionBulkAccess',
  'policyMasterPasswordGet',
  'organizationList',
  'organizationGet',
  'organizationUpdate',
  'organizationCollectionManagement',
  'organizationKeysGet',
  'organizationKeysPost',
  'organizationPublicKey',
  'organizationApiKeyView',
  'organizationApiKeyRotate',
  'organizationApiKeyInformation',
  'organizationApiKeyInformationByType',
  'secretEventList',
  'projectEventList',
  'machineAccountEventListByOrganization',
  'organizationEventList',
  'memberEventList',
  'ownEventList',
])

/** Belongs to the Public API, which has callers and errors of its own. */
export const isPublic = (name: EndpointName): boolean => contract[name].path.startsWith('/api/public/')

export function policyOf(name: EndpointName): Policy {
  const endpoint = contract[name]
  if ('anonymous' in endpoint) return 'anonymous'
  if ('guarded' in endpoint) return 'guarded'
  if (isPublic(name)) return 'organization'
  if (name === 'accessRequest') return 'web'
  return application.has(name) ? 'application' : 'secrets'
}

function callerOf(claims: Claims): Caller {
  const base = { claims, clientId: claims.client_id }
  if (claims.type === 'ServiceAccount') {
    const ids = { serviceAccountId: claims.sub ?? '', organizationId: claims.organization ?? '' }
    return { ...base, kind: 'machine', ...ids }
  }
  if (claims.client_sub !== undefined)
    return { ...base, kind: 'organization', organizationId: claims.client_sub }
  return { ...base, kind: 'user', userId: claims.sub ?? '' }
}

function challenge(verdict: TokenVerdict | null): string {
  if (!verdict || 'claims' in verdict) return 'Bearer'
  if (verdict.error === 'invalid') return 'Bearer error="invalid_token"'
  const [date = '', time = ''] = new Date(verdict.at).toISOString().split(/[T.]/)
  const [year, month, day] = date.split('-')
  return `Bearer error="invalid_token", error_description="The token expired at '${month}/${day}/${year} ${time}'"`
}

async function verdictOf(request: Request, nowMs: number): Promise<TokenVerdict | null> {
  const header = request.headers.get('authorization')
  const token =
    header === null
      ? new URL(request.url).searchParams.get('access_token')
      : /^Bearer (.+)$/i.exec(header)?.[1]
  return token ? verifyToken(token.trim(), nowMs) : null
}

function isAllowed(policy: Policy, { kind, claims }: Caller): boolean {
  const scopes = Array.isArray(claims.scope) ? claims.scope : [claims.scope]
  if (policy === 'organization') return scopes.includes('api.organization')
  if (policy === 'secrets') return scopes.some((scope) => scope.includes('api'))
  const isPerson =
    kind === 'user' && (claims.amr ?? []).some((way) => way === 'Application' || way === 'external')
  return isPerson && scopes.includes('api') && (policy !== 'web' || claims.client_id === 'web')
}

/** The caller, or the refusal that the middleware gives before any controller runs. */
export async function authorize(policy: Policy, request: Request, nowMs: number): Promise<Caller | null> {
  const verdict = await verdictOf(request, nowMs)
  const caller = verdict && 'claims' in verdict ? callerOf(verdict.claims) : null
  if (policy === 'anonymous') return caller
  if (policy === 'guarded' && (!caller || caller.kind === 'organization')) throw emptyStatus(500)
  if (!caller) throw new ServerError(401, '', null, true, { 'WWW-Authenticate': challenge(verdict) })
  if (!isAllowed(policy, caller)) throw emptyStatus(403)
  return caller
}

/** The device of the request: its header, else what the token was issued for. */
export function deviceTypeIn(request: Request, caller: Caller | null): number | undefined {
  return deviceTypeOf(request.headers.get('device-type')) ?? deviceTypeOf(caller?.claims.devicetype)
}
