import { contract } from '#/api/contract'
import type { EndpointName } from '#/api/contract'
import { isPublic } from '#/mocks/identity/policies'
import { operation } from './operation'
import { namedSchemas } from './schema'
import type { JsonSchema } from './schema'

const VERSION = '2026.8.0'
const texts = { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }
const nullable = (schema: JsonSchema) => ({ ...schema, type: [schema.type, 'null'] })
const text = { type: 'string' }

const errors: Record<string, JsonSchema> = {
  Error: {
    type: 'object',
    required: [
      ...['message', 'validationErrors', 'exceptionMessage', 'exceptionStackTrace', 'innerExceptionMessage'],
      'object',
    ],
    properties: {
      message: nullable(text),
      validationErrors: nullable(texts),
      exceptionMessage: { type: 'null' },
      exceptionStackTrace: { type: 'null' },
      innerExceptionMessage: { type: 'null' },
      object: { type: 'string', const: 'error' },
    },
    additionalProperties: false,
  },
  PublicError: {
    type: 'object',
    required: ['object', 'message', 'errors'],
    properties: { object: { type: 'string', const: 'error' }, message: text, errors: nullable(texts) },
    additionalProperties: false,
  },
  TokenRefusal: {
    type: 'object',
    required: ['error'],
    properties: {
      error: text,
      error_description: text,
      ErrorModel: {
        type: 'object',
        required: ['Message', 'Object'],
        properties: { Message: text, Object: text },
        additionalProperties: false,
      },
      TwoFactorProviders: { type: 'array', items: text },
      TwoFactorProviders2: { type: 'object', additionalProperties: {} },
      SsoEmail2faSessionToken: text,
      Email: text,
    },
  },
}

const token = (scopes: Record<string, string>) => ({
  clientCredentials: { tokenUrl: '/identity/connect/token', scopes },
})

const schemes: Record<string, JsonSchema> = {
  organizationKey: {
    type: 'oauth2',
    description:
      'client_id is organization.<id of the organization>, client_secret its API key. A token lasts 60 minutes.',
    flows: token({ 'api.organization': 'Everything of the Public API, with the rights of an owner.' }),
  },
  person: {
    type: 'oauth2',
    description:
      'client_id is user.<id of the account>, client_secret the personal API key, with deviceType, deviceIdentifier and deviceName. Clients of people use the grant password instead, with a hash of the master password.',
    flows: token({ api: 'Everything that the person may do.' }),
  },
  machineAccount: {
    type: 'oauth2',
    description: 'client_id and client_secret are parts of the access token of a machine account.',
    flows: token({ 'api.secrets': 'Projects and secrets that the machine account was granted.' }),
  },
}

type Paths = Record<string, Record<string, unknown>>

function pathsOf(isMeant: (name: EndpointName) => boolean, from: string): Paths {
  const paths: Paths = {}
  for (const name of Object.keys(contract) as EndpointName[]) {
    if (!isMeant(name)) continue
    const { path, method } = contract[name]
    const at = path.slice(from.length)
    paths[at] = { ...paths[at], [method.toLowerCase()]: operation(name) }
  }
  return paths
}

const pick = <T>(from: Record<string, T>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))

function documentOf(title: string, description: string, server: string, paths: Paths, ways: string[]) {
  const used = new Set(
    [...JSON.stringify(paths).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name),
  )
  return {
    openapi: '3.1.1',
    info: { title, version: VERSION, description },
    servers: [{ url: server }],
    paths,
    components: {
      securitySchemes: pick(schemes, ways),
      schemas: pick({ ...namedSchemas, ...errors }, [...used]),
    },
  }
}

/** The description of the Public API, made from the same table that the server answers by. */
export const publicDocument = () =>
  documentOf(
    'Public API',
    'Members, groups, collections, policies and events of one organization, for its own programs. No vault items, and nothing of Secrets Manager but ids in events. Made by the imitation server from the table of endpoints that it answers by.',
    '/api',
    pathsOf(isPublic, '/api'),
    ['organizationKey'],
  )

/** The same for everything else: what the console, the command line and the Secrets Manager SDK call. */
export const privateDocument = () =>
  documentOf(
    'Private API',
    'What the server offers its own clients, as far as the imitation server imitates it: identity, organizations and Secrets Manager. Names, keys and values travel as ciphertext. Made by the imitation server from the table of endpoints that it answers by. Each 500 that stands here was recorded of the real server.',
    '/',
    pathsOf((name) => !isPublic(name), ''),
    ['person', 'machineAccount'],
  )
