import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from './contract'
import type { Endpoint, EndpointName } from './contract'
import { requestBody, requestUrl } from './request'
import type { LooseArguments } from './request'

const url = (name: EndpointName, args: LooseArguments, base = 'https://vault.example') =>
  requestUrl(base, name, contract[name], args)

describe('requestUrl', () => {
  it('fills in the parts of the path', () => {
    expect(url('secretEventList', { params: { orgId: 'o', id: 's' } })).toBe(
      'https://vault.example/api/organization/o/secrets/s/events',
    )
  })

  it('keeps the path of a server that does not stand at the root', () => {
    expect(url('configGet', {}, 'https://example/bitwarden/')).toBe('https://example/bitwarden/api/config')
  })

  it('leaves out what is undefined and encodes the rest', () => {
    const query = { start: '2026-08-01T00:00:00+02:00', end: undefined, continuationToken: 'a&b=c d' }
    const search = new URL(url('organizationEventList', { params: { id: 'o' }, query })).searchParams
    expect([...search]).toEqual([
      ['start', '2026-08-01T00:00:00+02:00'],
      ['continuationToken', 'a&b=c d'],
    ])
    expect(
      url('machineAccountList', { params: { organizationId: 'o' }, query: { includeAccessToSecrets: true } }),
    ).toMatch(/\?includeAccessToSecrets=true$/)
  })

  it('reaches the endpoint it names or none, whatever stands in the path', () => {
    const parameter = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '.', '..', '%2e%2E', '../x', 'a/b', '?', '#', 'a\\b'),
    )
    fc.assert(
      fc.property(parameter, (id) => {
        let text: string
        try {
          text = url('secretGet', { params: { id } })
        } catch (error) {
          expect(error).toMatchObject({ status: 400, kind: 'status' })
          return
        }
        const { pathname, search, hash } = new URL(text)
        const parts = pathname.split('/')
        expect(parts.slice(0, 3)).toEqual(['', 'api', 'secrets'])
        expect(parts).toHaveLength(4)
        expect(decodeURIComponent(parts[3] ?? '')).toBe(id)
        expect([search, hash]).toEqual(['', ''])
      }),
      { seed: 11 },
    )
  })
})

describe('requestBody', () => {
  const token: Endpoint = contract.tokenCreate

  it('writes a form so that the server reads back every byte', () => {
    const fields = { grant_type: 'password', password: 'a+b/c=', username: 'ä&ö@example.com' }
    const body = requestBody(token, fields)
    expect(body?.type).toBe('application/x-www-form-urlencoded; charset=utf-8')
    expect(body?.text).toContain('password=a%2Bb%2Fc%3D')
    expect(Object.fromEntries(new URLSearchParams(body?.text))).toEqual(fields)
  })

  it('writes JSON without what is undefined', () => {
    const body = requestBody(contract.secretUpdate, {
      key: '2.a',
      projectIds: undefined,
      valueChanged: false,
    })
    expect(body).toEqual({
      type: 'application/json; charset=utf-8',
      text: '{"key":"2.a","valueChanged":false}',
    })
  })

  it('writes nothing where there is no body', () => {
    expect(requestBody(contract.requestOtp, undefined)).toBeNull()
  })
})
