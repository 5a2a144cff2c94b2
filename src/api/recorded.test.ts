import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contract } from './contract'
import type { Endpoint, EndpointName } from './contract'
import { checkAnswer } from './contract/check'
import { readError } from './error'

// Answers of the real server's code (e2e/recorded): the contract must know each of them, field by field.
const folder = new URL('../../e2e/recorded/exchanges/', import.meta.url)

interface Exchange {
  seq: number
  request: { method: string; path: string }
  response: { status: number; headers: Record<string, string>; body: unknown }
}

const exchanges = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Exchange[])

const endpoints = (Object.entries(contract) as [EndpointName, Endpoint][]).map(
  ([name, { method, path }]) => ({
    name,
    method,
    form: new RegExp(
      `^${path.replace('{type}', String.raw`\w+`).replaceAll(/\{\w+\}/g, '[0-9a-f-]{32,36}')}/?$`,
      'i',
    ),
  }),
)

function endpointOf({ request }: Exchange): EndpointName | undefined {
  const path = `/api${request.path.split('?')[0] ?? ''}`
  return endpoints.find(({ method, form }) => method === request.method && form.test(path))?.name
}

/** The recording cuts long lists and long texts; the marks of that were no part of the answers. */
function withoutCuts(body: unknown): unknown {
  if (body === '') return undefined
  const revive = (_: string, value: unknown) =>
    Array.isArray(value) ? value.filter((item) => !JSON.stringify(item).startsWith('{"_omitted"')) : value
  return JSON.parse(JSON.stringify(body), revive)
}

const isCutText = (body: unknown): boolean =>
  /<\.\.\. \d+ characters in all \.\.\.>/.test(JSON.stringify(body))

describe('recorded answers', () => {
  const answers = exchanges.filter(({ response }) => response.status === 200 && !isCutText(response.body))
  const named = answers.flatMap((exchange) => {
    const name = endpointOf(exchange)
    return name ? [{ name, exchange }] : []
  })

  it('fit the contract at its strictest', () => {
    const problems = named.flatMap(({ name, exchange: { seq, response } }) =>
      checkAnswer(name, withoutCuts(response.body)).map((problem) => `${seq} ${problem}`),
    )
    expect(problems).toEqual([])
  })

  it('cover every endpoint but those of Identity, those that mail, and those never answered whole', () => {
    const covered = new Set(named.map(({ name }) => name))
    expect(Object.keys(contract).filter((name) => !covered.has(name as EndpointName))).toEqual([
      'identityAlive',
      'apiVersion',
      'identityVersion',
      'preloginPassword',
      'preloginLegacy',
      'tokenCreate',
      'twoFactorSendEmailLogin',
      'resendNewDeviceOtp',
      'userKeyIdSet',
      'requestOtp',
      'verifyOtp',
      'securityStamp',
      'accountApiKeyView',
      'accountApiKeyRotate',
      'userKeys',
      'organizationKeysPost',
      'memberRevokeSelf',
      'memberRemoveMany',
      'memberDeleteAccount',
      'memberDeleteAccountMany',
      'memberEnablePam',
      'collectionDeleteMany',
      'policyMasterPasswordGet',
      'publicSubscriptionGet',
      'publicSubscriptionPut',
      'publicSpecification',
      'privateSpecification',
    ])
  })
})

describe('recorded refusals', () => {
  const refusals = exchanges.filter(({ response }) => response.status >= 400)

  it('give a sentence, the fields, and whether there was a body', async () => {
    expect(refusals.length).toBeGreaterThan(200)
    for (const { response } of refusals) {
      const { status, headers, body } = response
      const text = body === '' ? '' : JSON.stringify(body)
      const error = await readError(new Response(text, { status, headers }), 'secretGet')
      const { validationErrors } = Object(body) as { validationErrors?: Record<string, string[]> | null }
      expect(error).toMatchObject({
        status,
        kind: 'status',
        emptyBody: body === '',
        fields: validationErrors ?? {},
      })
      expect(error.message).not.toMatch(/^$|model state|unhandled|not found\.$|^Unauthorized/i)
    }
  })
})
