import { listOf, objectOf, schemaReader, textOf, type ApiField, type Json } from './schema'

export interface ApiParameter extends ApiField {
  /** `path`, `query`, `header`. */
  readonly place: string
}

export interface ApiAnswer {
  readonly status: string
  readonly about: string
  /** Empty where the answer has no body. */
  readonly kind: string
  readonly fields: readonly ApiField[]
}

export interface ApiEndpoint {
  /** `GET /public/members`. */
  readonly key: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly about: string
  readonly isOutdated: boolean
  /** Who may call it, as scopes; null where the document does not tell, empty where everybody may. */
  readonly scopes: readonly string[] | null
  readonly parameters: readonly ApiParameter[]
  readonly body: { kind: string; fields: readonly ApiField[] } | null
  readonly answers: readonly ApiAnswer[]
}

export interface ApiDescription {
  readonly heading: string
  readonly version: string
  readonly about: string
  /** In the order of the document. */
  readonly groups: readonly { tag: string; endpoints: readonly ApiEndpoint[] }[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const
const UNTAGGED = 'other'

/**
 * An OpenAPI document (3.0 or 3.1), as it was served, made readable. What it leaves out is empty here, and what has
 * another form than the specification says is passed over: the document is somebody else's.
 */
export function readDescription(document: unknown): ApiDescription {
  const root = objectOf(document)
  const info = objectOf(root['info'])
  const schemas = schemaReader(document)
  const groups = new Map<string, ApiEndpoint[]>()
  for (const [path, item] of Object.entries(objectOf(root['paths']))) {
    const shared = objectOf(item)
    for (const method of METHODS) {
      if (!Object.hasOwn(shared, method)) continue
      const operation = objectOf(shared[method])
      const tag = textOf(listOf(operation['tags'])[0]) || UNTAGGED
      const endpoint = endpointOf(method.toUpperCase(), path, shared, operation, root, schemas)
      groups.set(tag, [...(groups.get(tag) ?? []), endpoint])
    }
  }
  return {
    heading: textOf(info['title']),
    version: textOf(info['version']),
    about: textOf(info['description']),
    groups: [...groups].map(([tag, endpoints]) => ({ tag, endpoints })),
  }
}

type Schemas = ReturnType<typeof schemaReader>

function endpointOf(
  method: string,
  path: string,
  shared: Json,
  operation: Json,
  root: Json,
  schemas: Schemas,
): ApiEndpoint {
  const body = contentOf(schemas.resolved(operation['requestBody']))
  return {
    key: `${method} ${path}`,
    method,
    path,
    summary: textOf(operation['summary']),
    about: textOf(operation['description']),
    isOutdated: operation['deprecated'] === true,
    scopes: scopesOf(operation['security'] ?? root['security']),
    parameters: [...listOf(shared['parameters']), ...listOf(operation['parameters'])].map((one) => {
      const parameter = schemas.resolved(one)
      return {
        field: textOf(parameter['name']),
        place: textOf(parameter['in']),
        kind: schemas.kindOf(parameter['schema']),
        isRequired: parameter['required'] === true,
        about: textOf(parameter['description']),
      }
    }),
    body: body === undefined ? null : { kind: schemas.kindOf(body), fields: schemas.fields(body) },
    answers: Object.entries(objectOf(operation['responses'])).map(([status, one]) => {
      const answer = schemas.resolved(one)
      const schema = contentOf(answer)
      const isSuccess = status.startsWith('2')
      return {
        status,
        about: textOf(answer['description']),
        kind: schema === undefined ? '' : schemas.kindOf(schema),
        // Refusals all have one form; only what a success brings is worth its lines.
        fields: schema === undefined || !isSuccess ? [] : schemas.fields(schema),
      }
    }),
  }
}

/** The schema of the first form in which a body travels. */
const contentOf = (holder: Json): unknown => objectOf(Object.values(objectOf(holder['content']))[0])['schema']

function scopesOf(security: unknown): string[] | null {
  if (!Array.isArray(security)) return null
  const ways = security.flatMap((way) => Object.values(objectOf(way)).flatMap((scopes) => listOf(scopes)))
  return [...new Set(ways.map(textOf))].filter((scope) => scope !== '')
}

/** Endpoints in which each word of the search occurs, in groups that have any. */
export function matchingGroups(
  groups: ApiDescription['groups'],
  search: string,
): { tag: string; endpoints: readonly ApiEndpoint[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (tag: string, { key, summary, about, parameters, body }: ApiEndpoint) => {
    const fields = [...parameters, ...(body?.fields ?? [])].map(({ field }) => field)
    const text = [tag, key, summary, about, ...fields].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return groups
    .map(({ tag, endpoints }) => ({ tag, endpoints: endpoints.filter((one) => fits(tag, one)) }))
    .filter(({ endpoints }) => endpoints.length > 0)
}
