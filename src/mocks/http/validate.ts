import type { EndpointName } from '#/api/contract'
import { bodies } from './bodies'
import type { Body } from './bodies'
import { invalid, ServerError, unhandled } from '#/mocks/handler'
import type { ValidationErrors } from '#/mocks/handler'
import { BodyError, readBody } from './net-types'
import type { ModelType, NetType } from './net-types'
import { boolean } from './query'
import { isPublic } from '#/mocks/identity/policies'
import { policyTypeNames } from '#/mocks/public/policy-types'
import { stampOfText } from '#/mocks/store/stamp'

/** Routes whose id is a plain string in the server, by its own description of itself: it fails late, and with a 500. */
const textIds = new Set<EndpointName>([
  'organizationGet',
  'organizationPublicKey',
  'organizationKeysGet',
  'organizationApiKeyView',
  'organizationApiKeyRotate',
  'organizationEventList',
])

// Paths take every form of Guid.Parse; JSON takes only the dashed one.
const pathGuid = /^[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[})]?$/i
const queryGuid = (text: string) => (pathGuid.test(text) ? text : undefined)
const queryForms: Record<string, (text: string) => unknown> = {
  start: stampOfText,
  end: stampOfText,
  lastSyncedDate: stampOfText,
  actingUserId: queryGuid,
  itemId: queryGuid,
  secretId: queryGuid,
  projectId: queryGuid,
  excludeDomains: boolean,
  includeAccessToSecrets: boolean,
  includeGroups: boolean,
  includeCollections: boolean,
}
const nullable = new Set([
  'start',
  'end',
  'lastSyncedDate',
  'actingUserId',
  'itemId',
  'secretId',
  'projectId',
])

const notValid = (value: string) =>
  value.trim() === '' ? `The value '${value}' is invalid.` : `The value '${value}' is not valid.`

export interface Input {
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
}

/** The only path value that is no id: the type of an organization's key. */
function readKeyType(value: string, errors: ValidationErrors): string {
  if (!/^-?\d{1,9}$/.test(value)) errors.type = [notValid(value)]
  else if (!['0', '1', '2'].includes(value)) errors.type = [`The value '${value}' is invalid.`]
  return value
}

/** Number or name of a policy type, as a number. */
function readPolicyType(value: string, errors: ValidationErrors): string {
  const byName = policyTypeNames.findIndex((name) => name.toLowerCase() === value.toLowerCase())
  const type = byName >= 0 ? byName : Number(value)
  if (!/^-?\d{1,9}$/.test(value) && byName < 0) errors.type = [notValid(value)]
  else if (!(type in policyTypeNames)) errors.type = [`The value '${value}' is invalid.`]
  return String(type)
}

function readParams(
  endpoint: EndpointName,
  params: Record<string, string>,
  errors: ValidationErrors,
): Record<string, string> {
  const read: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    const parts = pathGuid.exec(value)
    if (name === 'type') read[name] = (/policy/i.test(endpoint) ? readPolicyType : readKeyType)(value, errors)
    else if (parts) read[name] = parts.slice(1).join('-').toLowerCase()
    else errors[name] = [notValid(value)]
  }
  return read
}

/** Names of query parameters match in any case; the answer names them as the server does. */
function readQuery(
  endpoint: EndpointName,
  query: URLSearchParams,
  errors: ValidationErrors,
): URLSearchParams {
  const names = new Map(
    [...Object.keys(queryForms), 'continuationToken'].map((name) => [name.toLowerCase(), name]),
  )
  const read = new URLSearchParams()
  for (const [sent, value] of query) {
    const name = names.get(sent.toLowerCase())
    if (name === undefined) continue
    const form = queryForms[name]
    const isLeftOut = value === '' && nullable.has(name)
    const isWrong = form && !isLeftOut && form(value.trim()) === undefined
    // The Public API binds its query to a model, which is named in its complaints.
    if (isWrong && isPublic(endpoint))
      errors[pascal(name)] = [`The value '${value}' is not valid for ${pascal(name)}.`]
    else if (isWrong) errors[name] = [notValid(value)]
    else if (!isLeftOut && !read.has(name)) read.append(name, value)
  }
  return read
}

const pascal = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

/** Property checks, deepest included; then `Validate`, where nothing complained. */
function validateModel(
  value: unknown,
  type: NetType,
  prefix: string,
  nowMs: number,
  errors: ValidationErrors,
): void {
  if (type.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries())
      validateModel(item, type.of, `${prefix}[${index}]`, nowMs, errors)
  }
  if (type.kind !== 'model' || value === null || typeof value !== 'object') return
  const before = Object.keys(errors).length
  validateProperties(value as Record<string, unknown>, type, prefix, nowMs, errors)
  if (Object.keys(errors).length > before) return
  Object.assign(errors, type.validate?.(value as Record<string, unknown>, nowMs))
}

function validateProperties(
  value: Record<string, unknown>,
  type: ModelType,
  prefix: string,
  nowMs: number,
  errors: ValidationErrors,
): void {
  for (const [name, property] of Object.entries(type.properties)) {
    const key = prefix === '' ? pascal(name) : `${prefix}.${pascal(name)}`
    const texts = (property.checks ?? [])
      .map((check) => check(value[name], pascal(name)))
      .filter((text) => text !== null)
    if (texts.length > 0) errors[key] = texts
    validateModel(value[name], property.type, key, nowMs, errors)
  }
}

const jsonMedia = /^(?:application\/(?:json|[\w.!#$&^-]+\+json)|text\/json)(?:\s*;|$)/i

async function readJson(
  request: Request,
  body: Body,
  nowMs: number,
  errors: ValidationErrors,
): Promise<unknown> {
  if (!jsonMedia.test(request.headers.get('content-type') ?? '')) throw new ServerError(415, '', null, true)
  const bytes = new Uint8Array(await request.arrayBuffer())
  try {
    const value = bytes.length === 0 ? null : readBody(bytes, body.type)
    if (value === null) throw new BodyError('', 'A non-empty request body is required.')
    validateModel(value, body.type, '', nowMs, errors)
    return value
  } catch (error) {
    if (!(error instanceof BodyError)) throw error
    errors[error.key] = [error.message]
    if (body.parameter) errors[body.parameter] = [`The ${body.parameter} field is required.`]
    return undefined
  }
}

/** Reads path, query and body as the server's model binding does; all complaints come in one answer. */
export async function readInput(
  name: EndpointName,
  sentParams: Record<string, string>,
  request: Request,
  nowMs: number,
): Promise<Input> {
  const errors: ValidationErrors = {}
  const pathErrors: ValidationErrors = {}
  const params = readParams(name, sentParams, pathErrors)
  if (!textIds.has(name)) Object.assign(errors, pathErrors)
  const query = readQuery(name, new URL(request.url).searchParams, errors)
  const body = bodies[name]
  const value = body ? await readJson(request, body, nowMs, errors) : undefined
  if (Object.keys(errors).length > 0) throw invalid(errors)
  if (Object.keys(pathErrors).length > 0) throw unhandled()
  return { params, query, body: value }
}
