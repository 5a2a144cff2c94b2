import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signToken } from '#/mocks/identity/jwt'
import { asFetch, MockServer } from '#/mocks/server'
import { tableNames } from '#/mocks/store/db'
import type { Db } from '#/mocks/store/db'
import { Description } from '#/mocks/testing/description'
import { Requests } from '#/mocks/testing/requests'
import type { Wish } from '#/mocks/testing/requests'
import { privateDocument, publicDocument } from './document'

// Requests made from the documents alone, some of them broken, sent by everybody who can have a token. The seed is
// fixed, so that the same requests go out each time; `FUZZ_SEED=… FUZZ_RUNS=… npx vitest run …/fuzz.test.ts` goes on.
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_120)
const RUNS = Number(process.env.FUZZ_RUNS ?? 15)
const NOW = '2026-11-20T10:00:00Z'

const device = { deviceType: '9', deviceIdentifier: 'd0c0ffee-0000-4000-8000-000000000001', deviceName: 'x' }
const descriptions = [new Description(privateDocument()), new Description(publicDocument())]

/** Bytes that only look random. */
function steadyRandom(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff)
}
let state = 1

function formsOf(db: Db): Record<string, string>[] {
  const passwords = db.users.all().flatMap(({ email, masterPasswordHash }) => {
    const form = { grant_type: 'password', client_id: 'web', scope: 'api offline_access', ...device }
    return masterPasswordHash === null ? [] : [{ ...form, username: email, password: masterPasswordHash }]
  })
  const grant = { grant_type: 'client_credentials' }
  return [
    ...passwords,
    ...db.users.all().map(({ id, apiKey }) => {
      return { ...grant, scope: 'api', client_id: `user.${id}`, client_secret: apiKey, ...device }
    }),
    ...db.organizations.all().map(({ id, apiKeys }) => {
      const secret = apiKeys[0]?.apiKey ?? ''
      return { ...grant, scope: 'api.organization', client_id: `organization.${id}`, client_secret: secret }
    }),
    { grant_type: 'refresh_token', client_id: 'web', refresh_token: 'none' },
  ]
}

async function start() {
  const lines: string[] = []
  const server = new MockServer({
    seed: { seed: 'demo', now: NOW },
    random: steadyRandom,
    log: (line) => lines.push(line),
  })
  const { db } = await server.databases.get('default')
  const fetch = asFetch(server)
  const forms = formsOf(db)
  const tokens: string[] = []
  for (const form of forms) {
    const headers = { 'Bitwarden-Client-Version': '2026.8.0' }
    const init = { method: 'POST', headers, body: new URLSearchParams(form) }
    const answer = (await (await fetch('http://mock.test/identity/connect/token', init)).json()) as {
      access_token?: string
    }
    if (answer.access_token) tokens.push(answer.access_token)
  }
  const life = { iss: 'http://identity', iat: 1, nbf: 1, jti: 'x', scope: ['api.secrets'], client_id: 'x' }
  const exp = Date.parse('2030-01-01') / 1000
  for (const { id, organizationId } of db.serviceAccounts.all().slice(0, 4))
    tokens.push(
      await signToken({ ...life, exp, sub: id, organization: organizationId, type: 'ServiceAccount' }),
    )
  const expired = await signToken({ ...life, exp: 2, sub: 'x' })
  const ids = Object.fromEntries(
    tableNames.map((name) => [name, [...db[name].all()].slice(0, 60).map((row) => row.id)]),
  )
  const known = {
    ids,
    forms,
    emails: db.users.all().map(({ email }) => email),
    hashes: db.users.all().flatMap(({ masterPasswordHash }) => masterPasswordHash ?? []),
  }
  return { fetch, lines, requests: new Requests(known), callers: [...tokens, expired, 'forged', undefined] }
}

let world: Awaited<ReturnType<typeof start>>
beforeAll(async () => (world = await start()), 30_000)

const media = { json: 'application/json', none: undefined, text: 'text/plain', broken: 'application/json' }

function requestOf(method: string, path: string, wish: Wish, isForm: boolean): [string, RequestInit] {
  const at = path.replaceAll(/{(\w+)}/g, (_, name: string) => encodeURIComponent(wish.path[name] ?? ''))
  const sent = Object.entries(wish.query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = new URLSearchParams(sent).toString()
  const headers = new Headers({ 'Bitwarden-Client-Version': '2026.8.0', 'Device-Type': '9' })
  // Half of all requests come from an owner of the largest organization, whom most things are allowed.
  const token = world.callers[wish.caller < 50 ? 0 : wish.caller % world.callers.length]
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  const url = `http://mock.test${at}${search && `?${search}`}`
  if (wish.body === undefined) return [url, { method, headers }]
  if (isForm)
    return [url, { method, headers, body: new URLSearchParams(wish.body as Record<string, string>) }]
  const type = media[wish.contentType]
  if (type !== undefined) headers.set('Content-Type', type)
  const json = JSON.stringify(wish.body) ?? ''
  const body = new TextEncoder().encode(wish.contentType === 'broken' ? json.slice(0, -1) : json)
  return [url, { method, headers, body }]
}

describe.each(
  descriptions.flatMap((description) =>
    [...description.places].map(([name, place]) => ({ name, place, description })),
  ),
)('$name', ({ name, place, description }) => {
  test('answers as described', async () => {
    const { method, path, operation } = place
    const isForm = operation.requestBody?.content['application/x-www-form-urlencoded'] !== undefined
    const wishes = fc.sample(world.requests.of(path, operation), { seed: SEED, numRuns: RUNS })
    for (const wish of wishes) {
      const [url, init] = requestOf(method, path, wish, isForm)
      const response = await world.fetch(url, init)
      const text = await response.text()
      const problem = description.problem(name, response.status, text)
      const why = response.headers.get('x-mock-contract') ?? world.lines.at(-1)?.slice(0, 600) ?? ''
      expect(problem && `${problem} ${why}\n${method} ${url} ${JSON.stringify(wish.body)}`).toBeNull()
    }
  })
})
