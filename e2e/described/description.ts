import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { privateDocument } from '#/mocks/openapi/document'
import type { JsonSchema } from '#/mocks/openapi/schema'

interface Described {
  description: string
  content?: Record<string, { schema: JsonSchema }>
  'x-content-if-any'?: Record<string, { schema: JsonSchema }>
}

export interface Operation {
  operationId: string
  security: readonly unknown[]
  parameters?: { name: string; in: string; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, Described>
}

interface Place {
  method: string
  path: string
  operation: Operation
}

/** An OpenAPI document to measure answers by, with a validator that is not the contract's own. */
export class Description {
  readonly places = new Map<string, Place>()
  readonly components: { schemas: Record<string, JsonSchema> }
  private readonly ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    inlineRefs: false,
    code: { optimize: false },
  })
  private readonly compiled = new Map<object, ValidateFunction>()

  constructor({ paths, servers, components }: ReturnType<typeof privateDocument>) {
    const schemas = components.schemas as Record<string, JsonSchema>
    this.components = { schemas }
    const prefix = servers[0]?.url.replace(/\/$/, '') ?? ''
    for (const [path, verbs] of Object.entries(paths)) {
      for (const [method, found] of Object.entries(verbs)) {
        const operation = found as Operation
        this.places.set(operation.operationId, {
          method: method.toUpperCase(),
          path: prefix + path,
          operation,
        })
      }
    }
  }

  /** What of an answer the document does not say; null where it says all. `body`: the text, empty for none. */
  problem(name: string, status: number, body: string): string | null {
    const described = this.places.get(name)?.operation.responses[status]
    if (!described) return `${name}: ${status} is not described: ${body.slice(0, 200)}`
    if (body === '') return described.content ? `${name}: ${status} without a body is not described` : null
    const { schema } = (described.content ?? described['x-content-if-any'])?.['application/json'] ?? {}
    if (!schema) return `${name}: ${status} with a body is not described: ${body.slice(0, 200)}`
    const validate = this.validator(schema)
    if (validate(JSON.parse(body))) return null
    const [error] = validate.errors ?? []
    return `${name}: ${status} ${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`
  }

  private validator(schema: JsonSchema): ValidateFunction {
    const found = this.compiled.get(schema)
    if (found) return found
    const made = this.ajv.compile({ ...schema, components: this.components })
    this.compiled.set(schema, made)
    return made
  }
}
