import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '#/api/contract'
import { z } from '#/lib/zod'
import { checkSecretRows, isProject } from './secret-rows'

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  })
const guid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'))
const date = fc
  .tuple(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom('', '.1', '.1234567'))
  .map(([at, fraction]) => new Date(at).toISOString().replace(/\.\d+Z$/, `${fraction}Z`))
const project = fc.record({ id: guid, name: fc.string() })
const row = fc.record({
  id: guid,
  organizationId: guid,
  key: fc.string(),
  creationDate: date,
  revisionDate: date,
  projects: fc.array(project, { maxLength: 2 }),
  read: fc.boolean(),
  write: fc.boolean(),
  unknownField: fc.anything(),
})
const junk = fc.oneof(
  fc.anything(),
  guid.map((id) => id.toUpperCase()),
  date.map((d) => d.slice(0, -1)),
  fc.constant(undefined),
)

/** A good row with one field spoiled, or left alone. */
const maybeSpoiled = fc
  .tuple(
    row,
    fc.constantFrom<string>(
      'none',
      'id',
      'organizationId',
      'key',
      'creationDate',
      'revisionDate',
      'projects',
      'read',
      'write',
    ),
    junk,
  )
  .map(([good, field, bad]) => (field === 'none' ? good : { ...good, [field]: bad }))

const schemaTakes = (secrets: unknown) =>
  z.safeParse(contract.secretList.response, { secrets, projects: [], object: 'SecretsWithProjectsList' })
    .success

const readerTakes = (secrets: unknown) => {
  try {
    checkSecretRows(secrets)
    return true
  } catch {
    return false
  }
}

describe('checkSecretRows', () => {
  it('accepts and refuses exactly what the schema does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(maybeSpoiled, { maxLength: 4 }), fc.anything()), (secrets) => {
        expect(readerTakes(secrets)).toBe(schemaTakes(secrets))
      }),
      { numRuns: 1000 },
    )
  })

  it('names row and field, never the value', () => {
    const [good] = fc.sample(row, { numRuns: 1, seed: 7 })
    expect(() => checkSecretRows([good, { ...good, revisionDate: 'PLAINTEXT' }])).toThrow(
      expect.objectContaining({ path: 'secrets.1.revisionDate' }),
    )
    expect(() => checkSecretRows([{ ...good, key: { secret: 'PLAINTEXT' } }])).not.toThrow(/PLAINTEXT/)
  })
})

describe('isProject', () => {
  it('agrees with the schema of the projects beside the rows', () => {
    const candidate = fc.oneof(project, fc.record({ id: junk, name: junk }), fc.anything())
    fc.assert(
      fc.property(candidate, (value) => {
        const answer = { secrets: [], projects: [value], object: 'SecretsWithProjectsList' }
        expect(isProject(value)).toBe(z.safeParse(contract.secretList.response, answer).success)
      }),
      { numRuns: 500 },
    )
  })
})
