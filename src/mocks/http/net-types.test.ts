import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guidList, projectCreate, secretUpdate } from './models'
import { BodyError, readBody } from './net-types'
import type { NetType } from './net-types'

const bytes = (text: string) => new TextEncoder().encode(text)

function complaint(text: string, type: NetType = projectCreate): string {
  try {
    readBody(bytes(text), type)
    return 'none'
  } catch (error) {
    if (!(error instanceof BodyError)) throw error
    return `${error.key}: ${error.message}`
  }
}

const at = (path: string, byte: number, line = 0) =>
  `Path: ${path} | LineNumber: ${line} | BytePositionInLine: ${byte}.`
const OPEN =
  'Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.'

// The texts and positions of the .NET reader; the first lines are recorded answers of the server.
test.each([
  ['{"name":', '$.name', `${OPEN} ${at('$.name', 8)}`],
  ['{"name":5}', '$.name', `The JSON value could not be converted to System.String. ${at('$.name', 9)}`],
  [
    '{"name":/* c */"x"}',
    '$.name',
    `'/' is invalid after a value. Expected either ',', '}', or ']'. ${at('$.name', 8)}`,
  ],
  ['hello', '$', `'h' is an invalid start of a value. ${at('$', 0)}`],
  [
    '{"name":"x",',
    '$',
    `Expected start of a property name or value, but instead reached end of data. ${at('$', 11)}`,
  ],
  [
    '{"name":"x",}',
    '$',
    `The JSON object contains a trailing comma at the end which is not supported in this mode. Change the reader options. ${at('$', 12)}`,
  ],
  ['{"name"', '$', `Expected a value, but instead reached end of data. ${at('$', 7)}`],
  ['{"name" 1', '$', `'1' is invalid after a property name. Expected a ':'. ${at('$', 8)}`],
  ['{name:1}', '$', `'n' is an invalid start of a property name. Expected a '"'. ${at('$', 1)}`],
  ['{"name":"x"]', '$', `']' is invalid without a matching open. ${at('$', 11)}`],
  ['{"name":"x"} 1', '$', `'1' is invalid after a single JSON value. Expected end of data. ${at('$', 13)}`],
  ['{"name":"x', '$.name', `Expected end of string, but instead reached end of data. ${at('$.name', 10)}`],
  [
    '{"name":"a\nb"}',
    '$.name',
    `'0x0A' is invalid within a JSON string. The string should be correctly escaped. ${at('$.name', 10)}`,
  ],
  [
    '{\n "name":tru}',
    '$.name',
    `'tru}' is an invalid JSON literal. Expected the literal 'true'. ${at('$.name', 11, 1)}`,
  ],
  ['{"x":1', '$.x', `'1' is an invalid end of a number. Expected a delimiter. ${at('$.x', 6)}`],
  ['{"x":01}', '$.x', `Invalid leading zero before '1'. ${at('$.x', 6)}`],
  ['{"NAME":5}', '$.NAME', `The JSON value could not be converted to System.String. ${at('$.NAME', 9)}`],
])('%s', (text, key, message) => {
  expect(complaint(text)).toBe(`${key}: ${message}`)
})

test('lists name the element by its place', () => {
  const id = '"10000000-0000-4000-8000-000000000001"'
  expect(complaint(`[${id},"x"]`, guidList)).toBe(
    `$[1]: The JSON value could not be converted to System.Guid. ${at('$[1]', 43)}`,
  )
  expect(complaint(`[${id},`, guidList)).toContain('$[1]: Expected start of a property name or value')
})

test('a missing required member is told at its object', () => {
  const text = '{"accessPoliciesRequests":{"userAccessPolicyRequests":[]}}'
  const type = 'Bit.Api.SecretsManager.Models.Request.SecretAccessPoliciesRequestsModel'
  const missing = "'groupAccessPolicyRequests', 'serviceAccountAccessPolicyRequests'"
  expect(complaint(text, secretUpdate)).toBe(
    `$.accessPoliciesRequests: JSON deserialization for type '${type}' was missing required properties including: ${missing}.`,
  )
})

describe('bodies that can be read', () => {
  test('names match in any case, unknown ones pass, what is left out has its default', () => {
    const body = readBody(bytes('{"KEY":"k","else":[{"a":null}],"valueChanged":true}'), secretUpdate)
    expect(body).toEqual({
      key: 'k',
      value: null,
      note: null,
      projectIds: null,
      accessPoliciesRequests: null,
      valueChanged: true,
    })
  })

  test('ids come in lower case', () => {
    expect(readBody(bytes('["ABCDEF00-0000-4000-8000-00000000000F"]'), guidList)).toEqual([
      'abcdef00-0000-4000-8000-00000000000f',
    ])
  })

  test('any text survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = JSON.stringify({ other: [1, -2.5e3, true, null, { name }], name })
        expect(readBody(bytes(text), projectCreate)).toEqual({ name })
      }),
      { seed: 9 },
    )
  })

  test('what JSON.parse refuses is refused, and the other way round', () => {
    const type: NetType = { kind: 'list', name: 'x', of: { kind: 'model', name: 'y', properties: {} } }
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'e1',
      'true',
      'nul',
      ' ',
      '\n',
      '"',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const isJson = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        const told = complaint(text, type)
        // JSON of another type is refused by conversion, which may come before a fault of syntax further on.
        if (told.includes('could not be converted')) return
        expect(told === 'none').toBe(isJson)
      }),
      { numRuns: 500, seed: 9 },
    )
  })
})
