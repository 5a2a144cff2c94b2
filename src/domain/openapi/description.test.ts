import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicDocument } from '#/mocks/openapi/document'
import { matchingGroups, readDescription } from './description'

const association = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' }, readOnly: { type: 'boolean' } },
}
/** In the form of the generator that the real server uses: OpenAPI 3.0 with named parts and enum names. */
const served = {
  openapi: '3.0.4',
  info: { title: 'Public API', version: 'latest', description: 'For programs.' },
  security: [{ 'OAuth2 Client Credentials': ['api.organization'] }],
  paths: {
    '/public/members/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      put: {
        tags: ['Members'],
        summary: 'Update a member.',
        deprecated: true,
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Wish' } } } },
        responses: {
          '200': {
            description: 'Success',
            content: { 'application/json': { schema: { type: 'array', items: association } } },
          },
          '404': { description: 'Not found' },
        },
      },
    },
  },
  components: {
    parameters: {
      Id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    },
    schemas: {
      Wish: {
        allOf: [{ $ref: '#/components/schemas/Base' }],
        properties: { collections: { type: 'array', nullable: true, items: association } },
      },
      Base: {
        type: 'object',
        required: ['type'],
        properties: {
          type: { enum: [0, 1], 'x-enum-varnames': ['Owner', 'Admin'] },
          externalId: { type: 'string', maxLength: 300, nullable: true, description: 'Of the directory.' },
          parent: { $ref: '#/components/schemas/Base' },
        },
      },
    },
  },
}

describe('a served description', () => {
  it('follows references, also in a circle, and names what is inside lists', () => {
    const [group] = readDescription(served).groups
    const [endpoint] = group?.endpoints ?? []
    expect(endpoint).toMatchObject({
      key: 'PUT /public/members/{id}',
      isOutdated: true,
      scopes: ['api.organization'],
      parameters: [{ field: 'id', place: 'path', kind: 'string (uuid)', isRequired: true }],
    })
    const fields = endpoint?.body?.fields.map(({ field, kind, isRequired }) => [field, kind, isRequired])
    expect(fields).toContainEqual(['type', 'one of 0 Owner, 1 Admin', true])
    expect(fields).toContainEqual(['externalId', 'string (≤ 300 characters) or null', false])
    expect(fields).toContainEqual(['collections', 'list of object or null', false])
    expect(fields).toContainEqual(['collections[].id', 'string (uuid)', true])
    expect(fields).toContainEqual(['parent.parent', 'object', false])
    expect(endpoint?.answers.map(({ status, kind }) => [status, kind])).toEqual([
      ['200', 'list of object'],
      ['404', ''],
    ])
    expect(endpoint?.answers[0]?.fields.map(({ field }) => field)).toEqual(['[].id', '[].readOnly'])
  })

  it('is read whole where the imitation server serves it', () => {
    const document = publicDocument()
    const { groups } = readDescription(document)
    const operations = Object.values(document.paths).flatMap((item) => Object.keys(item))
    const endpoints = groups.flatMap((group) => group.endpoints)
    expect(endpoints.length).toBe(operations.length)
    expect(groups.map(({ tag }) => tag).toSorted()).toEqual([
      'collections',
      'events',
      'groups',
      'members',
      'organization',
      'policies',
    ])
    for (const { scopes, summary, answers } of endpoints) {
      expect(scopes).toEqual(['api.organization'])
      expect(summary).not.toBe('')
      expect(answers.length).toBeGreaterThan(1)
    }
    const events = endpoints.find(({ key }) => key === 'GET /public/events')
    expect(events?.parameters.map(({ field }) => field)).toContain('continuationToken')
    expect(events?.answers[0]?.fields.map(({ field }) => field)).toContain('data[].ipAddress')
  })

  it('is found by words in tag, path, summary and fields', () => {
    const { groups } = readDescription(served)
    expect(matchingGroups(groups, '  MEMBERS externalid ')).toHaveLength(1)
    expect(matchingGroups(groups, 'members nothing')).toEqual([])
    expect(matchingGroups(groups, '')).toEqual(groups)
  })

  it('never fails, whatever was served', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (item, schema) => {
        expect(readDescription(item).groups.length).toBeGreaterThanOrEqual(0)
        const wild = {
          paths: {
            '/a': { get: item, put: { parameters: [schema], requestBody: { content: { x: { schema } } } } },
          },
        }
        expect(readDescription(wild).groups.length).toBeGreaterThan(0)
      }),
    )
  })
})
