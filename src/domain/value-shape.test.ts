import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from './value-shape'

describe('shapeOf', () => {
  it('names every part of a JSON document by what it is, however it is written', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const shape = shapeOf(text)
        let reached = 0
        for (const { from, to, kind } of shape?.tokens ?? []) {
          expect(from).toBeGreaterThanOrEqual(reached)
          reached = to
          const part: unknown = JSON.parse(text.slice(from, to))
          const expected = { key: 'string', string: 'string', number: 'number', literal: '', label: '' }[kind]
          if (kind === 'literal') expect([true, false, null]).toContain(part)
          else expect(typeof part).toBe(expected)
        }
        for (const { from, to } of shape?.folds ?? [])
          expect(['{}', '[]']).toContain(text.charAt(from - 1) + text.charAt(to))
      }),
    )
  })

  it('counts what is folded', () => {
    const shape = shapeOf('{"a":[1,2,{"b":null}],"c":{}}')
    expect(shape?.folds.map(({ what, depth }) => [what, depth])).toEqual([
      ['object, 2 keys', 0],
      ['array, 3 entries', 1],
      ['object, 1 key', 2],
    ])
    expect(shape?.tokens.map(({ kind }) => kind)).toEqual([
      'key',
      'number',
      'number',
      'key',
      'literal',
      'key',
    ])
  })

  it('is not taken in by brackets and quotes inside of texts', () => {
    expect(shapeOf('{"a\\"}":"]{\\\\"}')?.folds).toHaveLength(1)
  })

  it('knows PEM blocks, and nothing else', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\nAAAA\n-----END CERTIFICATE-----\n'
    expect(shapeOf(pem + pem)?.folds.map(({ what }) => what)).toEqual([
      'PEM body, 2 lines',
      'PEM body, 2 lines',
    ])
    for (const other of ['', 'plain', '{"a":', '[1,]', '-----BEGIN X-----']) expect(shapeOf(other)).toBeNull()
  })
})
