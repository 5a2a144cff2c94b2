/** A field of a request or an answer, in the words of the document. */
export interface ApiField {
  /** Dotted where it is inside another: `collections[].readOnly`. */
  readonly field: string
  /** `string (uuid)`, `list of integer`. */
  readonly kind: string
  readonly isRequired: boolean
  readonly about: string
}

export type Json = Readonly<Record<string, unknown>>

/** An object of the document; empty for anything else. */
export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const DEEPEST = 3
const REFERENCE = '#/'

/**
 * Reads JSON schemas of OpenAPI 3.0 and 3.1 as far as a person wants to know them. `document` is where references
 * inside it lead; one that leads nowhere or in a circle is an object without fields.
 */
export function schemaReader(document: unknown) {
  function resolved(schema: unknown, seen: readonly string[] = []): Json {
    const own = objectOf(schema)
    const reference = textOf(own['$ref'])
    if (reference.startsWith(REFERENCE) && !seen.includes(reference)) {
      const parts = reference.slice(REFERENCE.length).split('/')
      const found = parts.reduce<unknown>((at, part) => {
        const inside = objectOf(at)
        return Object.hasOwn(inside, part) ? inside[part] : undefined
      }, document)
      return resolved(found, [...seen, reference])
    }
    const parts = listOf(own['allOf'])
    if (parts.length === 0 || seen.length > DEEPEST * 4) return own
    const all = [...parts.map((part) => resolved(part, [...seen, 'allOf'])), own]
    const merged = (ones: readonly Json[]) => Object.fromEntries(ones.flatMap(Object.entries)) as Json
    return {
      ...merged(all),
      properties: merged(all.map(({ properties }) => objectOf(properties))),
      required: all.flatMap(({ required }) => listOf(required)),
    }
  }

  function kindOf(schema: unknown, depth = 0): string {
    const own = resolved(schema)
    if (depth > DEEPEST) return 'object'
    if (own['const'] !== undefined) return JSON.stringify(own['const'])
    const values = listOf(own['enum'])
    if (values.length > 0) return choices(values, listOf(own['x-enum-varnames']))
    const ways = [...listOf(own['oneOf']), ...listOf(own['anyOf'])]
    if (ways.length > 0) return [...new Set(ways.map((way) => kindOf(way, depth + 1)))].join(' or ')
    const names = Array.isArray(own['type']) ? own['type'].map(textOf) : [textOf(own['type'])]
    const words = names.map((name) => kindOfType(name, own, depth))
    if (own['nullable'] === true) words.push('null')
    return words.join(' or ')
  }

  function kindOfType(type: string, own: Json, depth: number): string {
    if (type === 'array') return `list of ${kindOf(own['items'], depth + 1)}`
    if (type === '') return Object.hasOwn(own, 'properties') ? 'object' : 'anything'
    if (type === 'null') return type
    const notes = [textOf(own['format']), lengths(own), range(own)].filter((note) => note !== '')
    return notes.length > 0 && type !== 'object' ? `${type} (${notes.join(', ')})` : type
  }

  function fieldsOf(schema: unknown, prefix = '', depth = 0): ApiField[] {
    const own = resolved(schema)
    const required = new Set(listOf(own['required']))
    return Object.entries(objectOf(own['properties'])).flatMap(([name, inner]) => {
      const is = resolved(inner)
      const field = {
        field: prefix + name,
        kind: kindOf(is),
        isRequired: required.has(name),
        about: textOf(is['description']),
      }
      if (depth + 1 >= DEEPEST) return [field]
      const items = is['items']
      return [
        field,
        ...(items === undefined
          ? fieldsOf(is, `${prefix}${name}.`, depth + 1)
          : fieldsOf(items, `${prefix}${name}[].`, depth + 1)),
      ]
    })
  }

  /** Fields of an object, or of the objects in a list, named from the list on. */
  const fields = (schema: unknown): ApiField[] => {
    const { items } = resolved(schema)
    return items === undefined ? fieldsOf(schema) : fieldsOf(items, '[].')
  }

  return { resolved, kindOf, fields }
}

const MOST_CHOICES = 30

function choices(values: readonly unknown[], names: readonly unknown[]): string {
  const words = values.map((value, index) => [String(value), textOf(names[index])].join(' ').trimEnd())
  const rest = words.length - MOST_CHOICES
  return `one of ${words.slice(0, MOST_CHOICES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function lengths(own: Json): string {
  const most = own['maxLength']
  return typeof most === 'number' ? `≤ ${most.toLocaleString('en-GB')} characters` : ''
}

/** Bounds that only say that it is a number of 32 or 53 bits tell nothing. */
function range({ minimum: least, maximum: most }: Json): string {
  const isTold = (bound: unknown): bound is number =>
    typeof bound === 'number' && Math.abs(bound) < 2 ** 31 - 1
  if (isTold(least) && isTold(most)) return `${least} to ${most}`
  return isTold(least) ? `≥ ${least}` : isTold(most) ? `≤ ${most}` : ''
}
