import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from './contract'
import type { Endpoint } from './contract'

// What a newer server may do to an answer: fields that nobody knows yet, and numbers of kinds, states and roles that
// this version has no word for. The rest must be read as before.

interface Exchange {
  seq: number
  request: { method: string; path: string }
  response: { status: number; body: unknown }
}

const folder = new URL('../../e2e/recorded/exchanges/', import.meta.url)
const isCut = (text: string) => text.includes('"_omitted"') || text.includes(' characters in all ...>')

const places = Object.values(contract).map((endpoint: Endpoint) => ({
  endpoint,
  form: new RegExp(`^${endpoint.path.replaceAll(/{\w+}/g, '[^/]+')}$`),
}))

const endpointOf = ({ method, path }: Exchange['request']) => {
  const at = `/api${path.split('?')[0]}`
  // A literal segment goes before a parameter.
  const fitting = places.filter(({ endpoint, form }) => endpoint.method === method && form.test(at))
  return fitting.toSorted((a, b) => a.endpoint.path.split('{').length - b.endpoint.path.split('{').length)[0]
    ?.endpoint
}

const answers = readdirSync(folder)
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Exchange[])
  .flatMap(({ seq, request, response }) => {
    const schema = endpointOf(request)?.response
    const isWhole = response.status === 200 && !isCut(JSON.stringify(response.body))
    return schema && isWhole ? [{ seq, schema, body: response.body }] : []
  })

const ADDED = 'addedByANewerServer'

/** The answer with more in each of its objects. */
function grown(value: unknown, field: string, content: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => grown(item, field, content))
  if (value === null || typeof value !== 'object') return value
  const fields = Object.entries(value).map(([name, item]) => [name, grown(item, field, content)])
  return { ...Object.fromEntries(fields), [field]: content }
}

/** Every number of a kind, state or role as one that nobody knows. */
function unknownKinds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unknownKinds)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isKind = typeof item === 'number' && /(?:type|status|kdf|systemUser|pushTechnology)$/i.test(name)
      return [name, isKind ? 9_999 : unknownKinds(item)]
    }),
  )
}

test('fields that nobody knows are passed over in every answer', () => {
  expect(answers.length).toBeGreaterThan(400)
  const content = fc.jsonValue({ maxDepth: 1 })
  const wish = fc.record({ answer: fc.constantFrom(...answers), content })
  fc.assert(
    fc.property(wish, ({ answer: { schema, body }, content }) => {
      const read = schema.parse(grown(body, ADDED, content))
      // What holds whatever a server puts in, as the data of a policy does, holds it still.
      const known = JSON.stringify(read, (name, value: unknown) => (name === ADDED ? undefined : value))
      expect(JSON.parse(known)).toEqual(schema.parse(body))
    }),
    { numRuns: 600, seed: 8 },
  )
})

test('kinds, states and roles without a word are read as their number', () => {
  const refused = answers.filter(({ schema, body }) => !schema.safeParse(unknownKinds(body)).success)
  expect(refused.map(({ seq }) => seq)).toEqual([])
})
