import { contract } from '#/api/contract'
import type { Endpoint, EndpointName } from '#/api/contract'
import type { z } from '#/lib/zod'
import { policyOf } from '#/mocks/identity/policies'
import type { Policy } from '#/mocks/identity/policies'
import { failuresOf } from './failures'
import { answerSchema, inputSchema } from './schema'
import type { JsonSchema } from './schema'
import { wordsOf } from './words'

const json = (schema: JsonSchema) => ({ content: { 'application/json': { schema } } })

/** In a path every way to write a GUID is taken, also without dashes. */
const pathSchema = (name: string): JsonSchema =>
  name === 'type' ? { type: 'integer', minimum: 0, maximum: 22 } : { type: 'string', format: 'uuid' }

function querySchema(name: string, schema: JsonSchema): JsonSchema {
  if (name.endsWith('Id')) return { ...schema, format: 'uuid' }
  return /^(?:start|end|lastSyncedDate)$/.test(name) ? { ...schema, format: 'date-time' } : schema
}

function parametersOf({ path, query }: Endpoint) {
  const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: pathSchema(name),
  }))
  const shape = query ? (query as z.ZodMiniObject).def.shape : {}
  const inQuery = Object.entries(shape).map(([name, field]) => ({
    name,
    in: 'query',
    required: false,
    schema: querySchema(name, inputSchema(field)),
  }))
  return [...inPath, ...inQuery]
}

const ways: Record<Policy, JsonSchema[]> = {
  anonymous: [],
  application: [{ person: ['api'] }],
  guarded: [{ person: ['api'] }],
  web: [{ person: ['api'] }],
  secrets: [{ person: ['api'] }, { machineAccount: ['api.secrets'] }],
  organization: [{ organizationKey: ['api.organization'] }],
}

/** The first word of the path that says what it is about. */
function tagOf(path: string): string {
  const words = path.split('/').filter((word) => word !== '' && !word.startsWith('{'))
  const [prefix, first = '', second] = words
  if (prefix === 'identity') return 'identity'
  if (first === 'public') return second ?? first
  const isInside = first === 'organizations' || first === 'organization' || first === 'sm'
  return isInside && second !== undefined ? second : first
}

const form = (schema: JsonSchema) => ({ content: { 'application/x-www-form-urlencoded': { schema } } })

export function operation(name: EndpointName) {
  const endpoint: Endpoint = contract[name]
  const parameters = parametersOf(endpoint)
  const { body, response } = endpoint
  return {
    operationId: name,
    tags: [tagOf(endpoint.path)],
    ...wordsOf(name),
    security: ways[policyOf(name)],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, ...(endpoint.form ? form : json)(inputSchema(body)) },
    }),
    responses: {
      [endpoint.success ?? 200]: {
        description: response ? 'Done.' : 'Done; the answer has no body.',
        ...(response && json(answerSchema(response))),
      },
      ...failuresOf(name),
    },
  }
}
