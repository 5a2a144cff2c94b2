import fc from 'fast-check'
import type { JsonSchema } from '#/mocks/openapi/schema'
import type { Operation } from './description'

type Ids = Record<string, readonly string[]>

/** What values are drawn from: ids, addresses and hashes that the server knows. */
export interface Known {
  /** By table; `home` of the organization that most requests are about. */
  home: Ids
  away: Ids
  emails: readonly string[]
  hashes: readonly string[]
  forms: readonly Record<string, string>[]
}

export interface Wish {
  path: Record<string, string>
  query: Record<string, string | undefined>
  body: unknown
  caller: number
  contentType: 'json' | 'none' | 'text' | 'broken'
}

const encString = fc.constantFrom(
  `2.${btoa('iv'.repeat(8))}|${btoa('sixteen bytes ok')}|${btoa('mac.'.repeat(8))}`,
  `4.${btoa('k'.repeat(256))}`,
)
const date = fc.constantFrom(
  '2026-11-20T10:00:00Z',
  '2024-01-01T00:00:00.1234567Z',
  '2027-12-31T23:59:59Z',
  '2026-11-20',
)
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', ' ', 'Ωμ 🔑', '\u0000', 'null', '<b>', 'x'.repeat(1200)),
)
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e30, '', 'x', [], {}, [null], 'a'.repeat(36)),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Mostly `good`, now and then `bad`. */
const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ weight, arbitrary: good }, { weight: 1, arbitrary: bad })

const isGuid = (schema: JsonSchema) => schema.$ref === '#/components/schemas/Guid' || schema.format === 'uuid'

const tables: Record<string, string> = {
  ...{ secrets: 'secrets', projects: 'projects', 'service-accounts': 'serviceAccounts' },
  ...{ 'secret-versions': 'secretVersions', 'service-account': 'serviceAccounts', trash: 'secrets' },
  ...{ 'access-tokens': 'accessTokens', groups: 'groups', collections: 'collections' },
  ...{ organizations: 'organizations', members: 'members', users: 'members', user: 'members' },
}

const wordsOf = (path: string) => path.split(/[/.]/).filter((word) => word !== '' && !word.startsWith('{'))

/** The table that an id most likely is of: by the words before it, the nearest first. */
export function tableOf(place: string): string {
  if (place.startsWith('/api/users/')) return 'users'
  if (/(?:organizationI|orgI)d}?$|^\/api\/sm\/\{/i.test(place)) return 'organizations'
  const word = wordsOf(place).findLast((found) => fieldTable(found) !== undefined)
  return (word && fieldTable(word)) ?? 'organizations'
}

/** `groupIds`, `userAccessPolicyRequests`, `projectIds`, `grantedId` and their like. */
function fieldTable(field: string): string | undefined {
  if (/^(?:user|member|orgUser)\w*(?:Ids?|Requests)$/.test(field)) return 'members'
  if (/^(?:group)\w*(?:Ids?|Requests)$/.test(field)) return 'groups'
  if (/^serviceAccount\w*(?:Ids?|Requests)$/.test(field)) return 'serviceAccounts'
  if (/^(?:project\w*Ids?|grantedId)$/.test(field)) return 'projects'
  if (/^secret\w*Id$/.test(field)) return 'secrets'
  return /^versionId$/.test(field) ? 'secretVersions' : tables[field]
}

export class Requests {
  private readonly known: Known

  constructor(known: Known) {
    this.known = known
  }

  /** Requests to one operation, by its description: mostly as it says, some not. */
  of(path: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Wish> {
    const inPath = parameters.filter((parameter) => parameter.in === 'path')
    const inQuery = parameters.filter((parameter) => parameter.in === 'query')
    const [media, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
    return fc.record({
      path: fc.record(Object.fromEntries(inPath.map(({ name }) => [name, this.parameter(path, name)]))),
      query: fc.record(
        Object.fromEntries(inQuery.map(({ name, schema }) => [name, this.query(name, schema)])),
        {
          requiredKeys: [],
        },
      ),
      body: media === 'application/json' ? this.body(content?.schema ?? {}, path) : this.form(media),
      caller: fc.nat({ max: 99 }),
      contentType: mostly<Wish['contentType']>(
        fc.constant('json'),
        fc.constantFrom('none', 'text', 'broken'),
        20,
      ),
    })
  }

  private id(table?: string): fc.Arbitrary<string> {
    const { home, away } = this.known
    const all = Object.values(home).flat()
    const from = (ids: readonly string[] | undefined) =>
      fc.constantFrom(...(ids && ids.length > 0 ? ids : all))
    return fc.oneof(
      { weight: 14, arbitrary: from(home[table ?? '']) },
      { weight: 2, arbitrary: from(away[table ?? '']) },
      { weight: 1, arbitrary: from(all) },
      { weight: 1, arbitrary: fc.uuid() },
    )
  }

  private parameter(path: string, name: string): fc.Arbitrary<string> {
    if (name === 'type') return mostly(fc.nat({ max: 22 }).map(String), fc.constantFrom('x', '99', '-1'), 8)
    const odd = fc.constantFrom(
      'x',
      '0',
      'null',
      '%00',
      'a'.repeat(40),
      '{00000000-0000-0000-0000-000000000000}',
    )
    return mostly(this.id(tableOf(path.slice(0, path.indexOf(`{${name}}`) + name.length + 2))), odd, 14)
  }

  private query(name: string, schema: JsonSchema): fc.Arbitrary<string> {
    const odd = fc.constantFrom('', 'x', '-1', '2026-13-40', '9'.repeat(40))
    if (name === 'continuationToken') return fc.constantFrom('', '638000000000000000', 'x')
    if (schema.format === 'uuid') return mostly(this.id(), odd, 4)
    if (schema.format === 'date-time') return mostly(date, odd, 4)
    return mostly(fc.constantFrom('true', 'false'), odd, 4)
  }

  private form(media: string | undefined): fc.Arbitrary<unknown> {
    if (media === undefined) return fc.constant(undefined)
    const field = fc.tuple(
      fc.constantFrom('scope', 'grant_type', 'password', 'deviceType', 'client_secret', 'twoFactorProvider'),
      text,
    )
    return fc
      .tuple(fc.constantFrom(...this.known.forms), fc.option(field, { freq: 3 }))
      .map(([form, change]) => (change ? { ...form, [change[0]]: change[1] } : form))
  }

  private body(schema: JsonSchema, path: string): fc.Arbitrary<unknown> {
    return mostly(this.good(schema, path), junk, 25)
  }

  /** `name`: the path of the request, then the fields on the way, with dots. */
  private value(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
    return mostly(this.good(schema, name), junk, 40)
  }

  private good(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
    if (Array.isArray(schema.anyOf))
      return fc.oneof(...(schema.anyOf as JsonSchema[]).map((part) => this.good(part, name)))
    if (isGuid(schema)) return this.id(tableOf(name))
    if (schema.$ref === '#/components/schemas/EncString') return encString
    if (schema.$ref === '#/components/schemas/UtcDate') return date
    if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
    const types = ([] as unknown[]).concat(schema.type)
    return fc.oneof(...types.map((type) => this.typed(type, schema, name)))
  }

  private typed(type: unknown, schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
    if (type === 'null') return fc.constant(null)
    // Rights are refused without read, and of machine accounts without write.
    if (type === 'boolean')
      return /\.(?:read|write)$/.test(name) ? mostly(fc.constant(true), fc.constant(false), 8) : fc.boolean()
    if (type === 'integer' || type === 'number') return fc.integer({ min: -1, max: 6 })
    if (type === 'string') return this.text(name)
    const { items, properties, required, additionalProperties } = schema as {
      items?: JsonSchema
      properties?: Record<string, JsonSchema>
      required?: string[]
      additionalProperties?: JsonSchema
    }
    if (type === 'array') {
      const options = { maxLength: 3, selector: (item: unknown) => JSON.stringify(item) }
      return fc.uniqueArray(this.value(items ?? {}, name), options)
    }
    if (type !== 'object') return junk
    if (!properties) return fc.dictionary(text, additionalProperties ? junk : text, { maxKeys: 2 })
    const fields = Object.entries(properties).map(
      ([key, part]) => [key, this.value(part, `${name}.${key}`)] as const,
    )
    const whole = fc.record(Object.fromEntries(fields), { requiredKeys: required ?? [] })
    return mostly(whole, fc.record(Object.fromEntries(fields), { requiredKeys: [] }), 12)
  }

  private text(place: string): fc.Arbitrary<unknown> {
    const name = place.slice(place.lastIndexOf('.') + 1)
    if (/email/i.test(name)) return mostly(fc.constantFrom(...this.known.emails), text, 5)
    if (/hash$/i.test(name)) return mostly(fc.constantFrom(...this.known.hashes), text, 5)
    if (/(?:^|[a-z])ids?$/i.test(name) && name !== 'externalId')
      return mostly(this.id(tableOf(place)), text, 8)
    if (name === 'expireAt') return date
    if (/^(?:key|name|value|note)$|key|payload|defaultUserCollectionName/i.test(name))
      return fc.oneof(encString, text)
    return text
  }
}
