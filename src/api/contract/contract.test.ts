import { describe, expect, expectTypeOf, it } from 'vitest'
import { contract } from './index'
import type { ArgumentsOf, Contract, Endpoint, ProfileOrganization, ResponseOf, Secret } from './index'

const endpoints: [string, Endpoint][] = Object.entries(contract)

describe('the table', () => {
  it('names every operation once', () => {
    const operations = endpoints.map(
      ([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    )
    expect(new Set(operations).size).toBe(operations.length)
  })

  it.each(endpoints)('%s stands below a known prefix, and reads have no body', (_, endpoint) => {
    expect(endpoint.path).toMatch(/^\/(?:api|identity)(?:\/(?:[a-z0-9-]+|\{[a-zA-Z]+\}|swagger\.json))+$/)
    if (endpoint.method === 'GET') expect(endpoint.body).toBeUndefined()
  })

  it('has one form, and guards what stands behind a role', () => {
    const named = (is: (endpoint: Endpoint) => boolean) =>
      endpoints.flatMap(([name, endpoint]) => (is(endpoint) ? [name] : []))
    expect(named((endpoint) => endpoint.form === true)).toEqual(['tokenCreate'])
    // Everything of members, groups and policies (recorded/README.md) but the plain lists, the log, and what any member
    // may read of policies.
    const roles = /^\/api\/organizations\/\{orgId\}\/(?:users|groups|policies)(?:\/|$)/
    const plain = ['memberList', 'groupList', 'memberEventList', 'policyMasterPasswordGet']
    const isBehindRole = ({ path }: Endpoint) => roles.test(path)
    expect(named((endpoint) => endpoint.guarded === true)).toEqual(
      named(isBehindRole).filter((name) => !plain.includes(name)),
    )
  })
})

describe('the types', () => {
  it('ask for what an endpoint needs, and no more', () => {
    expectTypeOf<{ params: { id: string } }>().toExtend<ArgumentsOf<Contract['secretGet']>>()
    expectTypeOf<object>().not.toExtend<ArgumentsOf<Contract['secretGet']>>()
    expectTypeOf<{ params: { id: string }; body: string[] }>().not.toExtend<
      ArgumentsOf<Contract['secretGet']>
    >()
    expectTypeOf<{ params?: undefined }>().toExtend<ArgumentsOf<Contract['requestOtp']>>()
    expectTypeOf<{ body: string[] }>().toExtend<ArgumentsOf<Contract['secretDelete']>>()
    expectTypeOf<{ body?: undefined }>().not.toExtend<ArgumentsOf<Contract['secretDelete']>>()
  })

  it('give the parsed answer', () => {
    expectTypeOf<ResponseOf<Contract['secretGet']>>().toEqualTypeOf<Secret>()
    expectTypeOf<ResponseOf<Contract['trashEmpty']>>().toEqualTypeOf<undefined>()
    expectTypeOf<ProfileOrganization['usePam']>().toEqualTypeOf<boolean | undefined>()
  })
})
