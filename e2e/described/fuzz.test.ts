import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signToken } from '#/mocks/identity/jwt'
import { asFetch, MockServer } from '#/mocks/server'
import { tableNames } from '#/mocks/store/db'
import type { Db } from '#/mocks/store/db'
import { Description } from './description'
import { Requests } from './requests'
import type { Wish } from './requests'
import { privateDocument, publicDocument } from '#/mocks/openapi/document'

// Requests made from the documents alone, some of them broken, sent by everybody who can have a token. The seed is
// fixed, so that the same requests go out each time; `FUZZ_SEED=… FUZZ_RUNS=… npx vitest run …/fuzz.test.ts` goes on.
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_120)
const RUNS = Number(process.env.FUZZ_RUNS ?? 12)
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

const life = { iss: 'http://identity', iat: 1, nbf: 1, jti: 'x', scope: ['api.secrets'], client_id: 'x' }
const exp = Date.parse('2030-01-01') / 1000

/** Rows of the organization that most requests are about, and the others'. */
function idsOf(db: Db, home: string) {
  const isHome = (row: object) =>
    'organizationId' in row
      ? row.organizationId === home
      : !('id' in row) || row.id === home || !db.organizations.get(String(row.id))
  const sorted = (isWanted: boolean) =>
    Object.fromEntries(
      tableNames.map((name) => {
        const rows: { id: string }[] = [...db[name].all()]
        return [
          name,
          rows
            .filter((row) => isHome(row) === isWanted)
            .slice(0, 40)
            .map(({ id }) => id),
        ]
      }),
    )
  return { home: sorted(true), away: sorted(false) }
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
  const sign = async (form: Record<string, string>) => {
    const headers = { 'Bitwarden-Client-Version': '2026.8.0' }
    const init = { method: 'POST', headers, body: new URLSearchParams(form) }
    const answer = await fetch('http://mock.test/identity/connect/token', init)
    return ((await answer.json()) as { access_token?: string }).access_token
  }
  const tokens = await Promise.all(forms.map(sign))
  const [organization] = db.organizations.all()
  const owner = db.members
    .where('organizationId', organization?.id)
    .find(({ type, status, accessSecretsManager }) => type === 0 && status === 2 && accessSecretsManager)
  const [machine] = db.serviceAccounts.where('organizationId', organization?.id)
  const outsider = db.members
    .where('organizationId', organization?.id)
    .find(({ type, status, accessSecretsManager }) => type === 2 && status === 2 && accessSecretsManager)
  if (!organization || !owner || !machine || !outsider) throw new Error('The seed changed.')
  const machineClaims = { sub: machine.id, organization: organization.id, type: 'ServiceAccount' }
  const named = {
    owner: tokens[forms.findIndex(({ client_id: id }) => id === `user.${owner.userId}`)],
    key: tokens[forms.findIndex(({ client_id: id }) => id === `organization.${organization.id}`)],
    machine: await signToken({ ...life, exp, ...machineClaims }),
  }
  const expired = await signToken({ ...life, exp: 2, sub: 'x' })
  const person = { ...life, exp, scope: ['api'], amr: ['Application'], client_id: 'web' }
  const gone = await signToken({ ...person, sub: '0c000000-0000-4000-8000-000000000000' })
  const stranger = await signToken({ ...person, sub: outsider.userId ?? '' })
  const known = {
    ...idsOf(db, organization.id),
    forms,
    emails: db.users.all().map(({ email }) => email),
    hashes: [db.users.get(owner.userId ?? '')?.masterPasswordHash ?? ''],
  }
  const callers = [
    ...tokens.filter((token) => token !== undefined),
    named.machine,
    expired,
    'forged',
    undefined,
  ]
  // Each gets the first requests too: who is refused has to be described as well as who is served.
  const refused = [undefined, expired, gone, stranger, named.machine, named.key]
  return { server, fetch, lines, requests: new Requests(known), callers, named, refused }
}

let world: Awaited<ReturnType<typeof start>>
beforeAll(async () => (world = await start()), 30_000)

const media = { json: 'application/json', none: undefined, text: 'text/plain', broken: 'application/json' }

/** Whom most requests come from: most things are allowed to them. */
function master(path: string): string | undefined {
  const { owner, key, machine } = world.named
  return path.startsWith('/api/public/') ? key : path.endsWith('/secrets/sync') ? machine : owner
}

function requestOf(method: string, path: string, wish: Wish, isForm: boolean, token: string | undefined) {
  const at = path.replaceAll(/{(\w+)}/g, (_, name: string) => encodeURIComponent(wish.path[name] ?? ''))
  const sent = Object.entries(wish.query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = new URLSearchParams(sent).toString()
  const headers = new Headers({ 'Bitwarden-Client-Version': '2026.8.0', 'Device-Type': '9' })
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  const url = `http://mock.test${at}${search && `?${search}`}`
  if (wish.body === undefined) return { url, init: { method, headers } }
  if (isForm)
    return { url, init: { method, headers, body: new URLSearchParams(wish.body as Record<string, string>) } }
  const type = media[wish.contentType]
  if (type !== undefined) headers.set('Content-Type', type)
  const json = JSON.stringify(wish.body) ?? ''
  const body = new TextEncoder().encode(wish.contentType === 'broken' ? json.slice(0, -1) : json)
  return { url, init: { method, headers, body } }
}

const sayUnauthorized = new Set<string>()

describe.each(
  descriptions.flatMap((description) =>
    [...description.places].map(([name, place]) => ({ name, place, description })),
  ),
)('$name', ({ name, place, description }) => {
  test('answers as described', async () => {
    const { method, path, operation } = place
    const isForm = operation.requestBody?.content['application/x-www-form-urlencoded'] !== undefined
    const wishes = fc.sample(world.requests.of(path, operation), { seed: SEED + name.length, numRuns: RUNS })
    const sendings = wishes.flatMap((wish, index) => {
      const random = wish.caller < 75 ? master(path) : world.callers[wish.caller % world.callers.length]
      const refused = index < 4 ? world.refused : []
      return [...refused, random].map((token) => ({ wish, token }))
    })
    for (const { wish, token } of sendings) {
      const { url, init } = requestOf(method, path, wish, isForm, token)
      // A database of its own for each endpoint: a copy of the seed costs next to nothing.
      init.headers.set('mock-db', name)
      const response = await world.fetch(url, init)
      const text = await response.text()
      if (response.status === 401 && text !== '') sayUnauthorized.add(name)
      const problem = description.problem(name, response.status, text)
      const why = response.headers.get('x-mock-contract') ?? world.lines.at(-1)?.slice(0, 600) ?? ''
      expect(problem && `${problem} ${why}\n${method} ${url} ${JSON.stringify(wish.body)}`).toBeNull()
    }
    world.server.databases.delete(name)
  })
})

test('a 401 with a body is described where one is given, and nowhere else', () => {
  const described = descriptions.flatMap(({ places }) =>
    [...places].flatMap(([name, { operation }]) =>
      operation.responses[401]?.['x-content-if-any'] ? [name] : [],
    ),
  )
  expect([...sayUnauthorized].toSorted()).toEqual(described.toSorted())
})
