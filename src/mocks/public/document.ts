import { contract } from '#/api/contract'
import type { Endpoint, EndpointName } from '#/api/contract'
import { strictRules } from '#/api/contract/common'
import { z } from '#/lib/zod'
import { descriptions } from './descriptions'

const PREFIX = '/api/public/'

/** JSON Schema of a part of the contract: tags by their exact words, all else as it stands. */
function schemaOf(schema: z.ZodMiniType): unknown {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const exact = strictRules.get(zodSchema)?.exact
      if (exact !== undefined) Object.assign(jsonSchema, { type: 'string', enum: [exact] })
    },
  })
  return made
}

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } })
const failure = (description: string) => ({
  description,
  ...json({ $ref: '#/components/schemas/Error' }),
})

function parametersOf({ path, query }: Endpoint) {
  const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema:
      name === 'type' ? { type: 'integer', minimum: 0, maximum: 22 } : { type: 'string', format: 'uuid' },
  }))
  const shape = query ? Object.keys((query as z.ZodMiniObject).def.shape) : []
  const inQuery = shape.map((name) => ({
    name,
    in: 'query',
    schema: { type: 'string', ...(name.endsWith('Id') && { format: 'uuid' }) },
  }))
  return [...inPath, ...inQuery]
}

function operation(name: EndpointName) {
  const endpoint: Endpoint = contract[name]
  const parameters = parametersOf(endpoint)
  const { summary, description } = descriptions[name] ?? { summary: name }
  return {
    operationId: name,
    tags: [endpoint.path.slice(PREFIX.length).split('/')[0]],
    summary,
    ...(description && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && { requestBody: { required: true, ...json(schemaOf(endpoint.body)) } }),
    responses: {
      200: {
        description: endpoint.response ? 'Done.' : 'Done; the answer has no body.',
        ...(endpoint.response && json(schemaOf(endpoint.response))),
      },
      400: failure('The request breaks a rule, which the message or the fields tell.'),
      401: { description: 'The token is missing or has ended. No body.' },
      403: { description: 'The token is no organization’s. No body.' },
      ...(endpoint.path.includes('{') && { 404: { description: 'Not in this organization. No body.' } }),
    },
  }
}

/** The description of the Public API, made from the same table that the server answers by. */
export function publicDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(contract) as EndpointName[]) {
    const { path, method } = contract[name]
    if (!path.startsWith(PREFIX)) continue
    const at = path.slice('/api'.length)
    paths[at] = { ...paths[at], [method.toLowerCase()]: operation(name) }
  }
  return {
    openapi: '3.0.4',
    info: {
      title: 'Public API',
      version: '2026.8.0',
      description:
        'Members, groups, collections, policies and events of one organization, for its own programs. No vault items, and nothing of Secrets Manager but ids in events. Made by the imitation server from the table of endpoints that it answers by.',
    },
    servers: [{ url: '/api' }],
    security: [{ organizationKey: ['api.organization'] }],
    paths,
    components: {
      securitySchemes: {
        organizationKey: {
          type: 'oauth2',
          description:
            'client_id is organization.<id of the organization>, client_secret its API key. A token lasts 60 minutes.',
          flows: {
            clientCredentials: {
              tokenUrl: '/identity/connect/token',
              scopes: { 'api.organization': 'Everything below, with the rights of an owner.' },
            },
          },
        },
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['object', 'message', 'errors'],
          properties: {
            object: { type: 'string', enum: ['error'] },
            message: { type: 'string' },
            errors: {
              type: 'object',
              nullable: true,
              additionalProperties: { type: 'array', items: { type: 'string' } },
            },
          },
        },
      },
    },
  }
}
