import { contract } from '#/api/contract'
import type { Endpoint, EndpointName } from '#/api/contract'
import { isPublic, policyOf } from '#/mocks/identity/policies'
import type { JsonSchema } from './schema'

type Content = Record<string, { schema: JsonSchema }>

export interface Failure {
  description: string
  headers?: Record<string, unknown>
  /** Every answer of this status has this body; without it, none has. */
  content?: Content
  /** In place of `content`, where answers with this body and answers without any share a status: the format has no
   * word for it, and `content` alone would promise a body that does not always come. */
  'x-content-if-any'?: Content
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

// identity-and-crypto.md, section 8.1; which routes take text, the server's recorded description of itself tells.
const malformedId = 'a malformed GUID in a string-typed route'
// secrets-manager-api.md, rules of access policies.
const nullPerson = 'a null entry in a people array'

/** What no exchange shows of the endpoint itself, but the contract says of it in words: what fails with 500, and where. */
export const toldFailures: { [K in EndpointName]?: string } = {
  organizationPublicKey: malformedId,
  organizationKeysGet: malformedId,
  organizationEventList: malformedId,
  organizationApiKeyRotate: 'an undefined type, organization-api.md, section 7',
  machineAccountPeoplePolicyPut: nullPerson,
  secretCreate: nullPerson,
  secretUpdate: nullPerson,
}

const body = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
})

/** Where a missing right is a 401, with the error object. */
const lacksRight = new Set<EndpointName>(['trashList', 'trashRestore', 'trashEmpty', 'organizationKeysPost'])

/** What a person does with the own account: a token can outlive it. The sync says so with a 400, as ever. */
const needsAccount = new Set<EndpointName>([
  'accountsProfile',
  'accountsProfileUpdate',
  'accountsOrganizations',
  'accountsKeys',
  'accountsRevisionDate',
  'userKeyIdSet',
  'verifyPassword',
  'requestOtp',
  'verifyOtp',
  'securityStamp',
  'accountApiKeyView',
  'accountApiKeyRotate',
  'organizationList',
])

function unauthorized(name: EndpointName): Failure {
  const text = 'The token is missing, forged or has ended; WWW-Authenticate says which. No body.'
  if (name === 'organizationUpdate')
    return { description: `${text} Or the caller is no owner, without a body too.` }
  const other = [
    ...(lacksRight.has(name) ? ['the right is missing'] : []),
    ...(needsAccount.has(name) ? ['the account of the token is gone'] : []),
  ]
  if (other.length === 0) return { description: text }
  return {
    description: `${text} Or ${other.join(' or ')}, which the error object says.`,
    'x-content-if-any': body('Error').content,
  }
}

function notFound(name: EndpointName): Failure {
  const description = 'It is not there, or the caller may not know that it is.'
  if (!isPublic(name)) return { description, ...body('Error') }
  return { description: `${description} No body.` }
}

function serverError(name: EndpointName): Failure | undefined {
  const isGuarded = policyOf(name) === 'guarded'
  const isRecorded = recordedFailures.has(name) || name in toldFailures
  if (!isGuarded && !isRecorded) return undefined
  const { content } = body(isPublic(name) ? 'PublicError' : 'Error')
  const texts = [
    ...(isRecorded ? ['As the real server does; the text above says when.'] : []),
    ...(isGuarded ? ['Without a body where the token is missing, has ended or is an organization’s.'] : []),
  ]
  return {
    description: texts.join(' '),
    ...(isRecorded && { [isGuarded ? 'x-content-if-any' : 'content']: content }),
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
