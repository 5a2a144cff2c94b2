import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { contract } from '#/api/contract'
import { privateDocument, publicDocument } from './document'

const documents = { public: publicDocument(), private: privateDocument() }
const all = Object.values(documents)

test.each(Object.entries(documents))('the %s document is valid OpenAPI 3.1', async (_, document) => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every endpoint of the table stands in one of them, under its name', () => {
  const operations = all.flatMap(({ paths }) => Object.values(paths).flatMap((verbs) => Object.values(verbs)))
  const names = operations.map((operation) => (operation as { operationId: string }).operationId)
  expect(names.toSorted()).toEqual(Object.keys(contract).toSorted())
})

test('paths and verbs of the Public API are those of the real server’s document', () => {
  const recorded = new URL('../../../e2e/recorded/public-paths.json', import.meta.url)
  const real = JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, string[]>
  const ours = Object.fromEntries(
    Object.entries(documents.public.paths).map(([path, verbs]) => [path, Object.keys(verbs).toSorted()]),
  )
  expect(ours).toEqual(real)
})

describe.each(Object.entries(documents))('the %s document', (_, document) => {
  test('is plain JSON, refers to what is there, and holds nothing that is not used', () => {
    const text = JSON.stringify(document)
    expect(JSON.parse(text)).toEqual(document)
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name)
    expect([...new Set(refs)].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted())
    expect(text).not.toContain('$defs')
  })
})

test('an answer is described at its strictest, a request as it is taken', () => {
  const get = documents.private.paths['/api/secrets/{id}']
  expect(get).toMatchObject({
    get: {
      responses: {
        200: {
          content: {
            'application/json': {
              schema: {
                required: expect.arrayContaining(['value', 'object']) as string[],
                properties: {
                  object: { const: 'secret' },
                  value: { $ref: '#/components/schemas/EncString' },
                },
                additionalProperties: false,
              },
            },
          },
        },
      },
    },
  })
  expect(JSON.stringify((get as { put: { requestBody: unknown } }).put.requestBody)).not.toContain(
    'additionalProperties',
  )
})
