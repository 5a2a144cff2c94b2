import { contract } from '#/api/contract'
import type { Endpoint, EndpointName } from '#/api/contract'
import { isPublic, policyOf } from '#/mocks/identity/policies'
import type { JsonSchema } from './schema'

export interface Failure {
  description: string
  headers?: Record<string, unknown>
  content?: Record<string, { schema: JsonSchema }>
  /** Whether an answer of this status can come without a body where `content` stands. */
  'x-may-be-empty'?: true
}

/** Endpoints that the real server was recorded to fail on with 500 and the error object; each `words` says when. */
export const recordedFailures = new Set<EndpointName>([
  'projectPeoplePolicyPut',
  'machineAccountGranteeList',
  'projectGranteeList',
  'machineAccountList',
  'secretsImport',
  'organizationGet',
  'organizationApiKeyView',
  'collectionDetailsGet',
  'collectionUpdate',
  'groupUpdate',
  'groupDeleteMany',
  'memberUpdate',
  'publicMemberGroupPut',
  'publicCollectionUpdate',
  'publicImport',
])

/**
 * What was not recorded itself, but is the same code as what was: ids that the server reads as text, which fail late,
 * the type of an organization's key, and null entries among access policies.
 */
export const alikeFailures: { [K in EndpointName]?: EndpointName } = {
  organizationUpdate: 'organizationGet',
  organizationPublicKey: 'organizationGet',
  organizationKeysGet: 'organizationGet',
  organizationEventList: 'organizationGet',
  memberEventList: 'organizationGet',
  organizationApiKeyRotate: 'organizationApiKeyView',
  projectMachineAccountPolicyPut: 'projectPeoplePolicyPut',
  machineAccountPeoplePolicyPut: 'projectPeoplePolicyPut',
  grantedPolicyPut: 'projectPeoplePolicyPut',
  secretCreate: 'projectPeoplePolicyPut',
  secretUpdate: 'projectPeoplePolicyPut',
}

const body = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
})

/** Trash for those who are not admins, and the organization's own settings. */
const saysUnauthorized = /^(?:trash|organization)/

function unauthorized(name: EndpointName): Failure {
  const text = 'The token is missing, forged or has ended; WWW-Authenticate says which. No body.'
  if (!saysUnauthorized.test(name)) return { description: text }
  return {
    description: `${text} Or the right is missing, which the error object says.`,
    ...body('Error'),
    'x-may-be-empty': true,
  }
}

function notFound(name: EndpointName): Failure {
  const description = 'It is not there, or the caller may not know that it is.'
  if (!isPublic(name)) return { description, ...body('Error') }
  return {
    description: `${description} Mostly without a body.`,
    ...body('PublicError'),
    'x-may-be-empty': true,
  }
}

function serverError(name: EndpointName): Failure | undefined {
  const isGuarded = policyOf(name) === 'guarded'
  const isRecorded = recordedFailures.has(name) || name in alikeFailures
  if (!isGuarded && !isRecorded) return undefined
  const texts = [
    ...(isRecorded ? ['As the real server does; the text above says when.'] : []),
    ...(isGuarded ? ['Without a body where the token is missing, has ended or is an organization’s.'] : []),
  ]
  return {
    description: texts.join(' '),
    ...(isRecorded && body(isPublic(name) ? 'PublicError' : 'Error')),
    ...(isRecorded && isGuarded && { 'x-may-be-empty': true as const }),
  }
}

/** How an endpoint can fail, by status. */
export function failuresOf(name: EndpointName): Record<string, Failure> {
  const endpoint: Endpoint = contract[name]
  const policy = policyOf(name)
  const takesInput = endpoint.path.includes('{') || Boolean(endpoint.body ?? endpoint.query)
  const found: Record<string, Failure | undefined> = {
    400: takesInput || isPublic(name) ? badRequest(name) : undefined,
    401: policy === 'anonymous' || policy === 'guarded' ? undefined : unauthorized(name),
    403:
      policy === 'anonymous'
        ? undefined
        : { description: 'The token is of another kind, or the role lacks the right. No body.' },
    404: policy === 'anonymous' ? undefined : notFound(name),
    415: endpoint.body && !endpoint.form ? { description: 'The body is no JSON. No body.' } : undefined,
    429: {
      description: 'Too many requests of one address. Cloud servers alone.',
      headers: { 'Retry-After': { schema: { type: 'integer' } } },
      ...body('Error'),
    },
    500: serverError(name),
  }
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, Failure] => entry[1] !== undefined),
  )
}

function badRequest(name: EndpointName): Failure {
  const description = 'The request breaks a rule, which the message or the fields tell.'
  if (name === 'tokenCreate')
    return { description: 'The sign-in is refused, or wants a second step.', ...body('TokenRefusal') }
  return { description, ...body(isPublic(name) ? 'PublicError' : 'Error') }
}
