import { describe, expect, it, vi } from 'vitest'
import { createClient } from './client'
import type { CallOptions, ClientOptions, TokenSource } from './client'
import { ApiError, ContractError, isAbort } from './error'

const id = '10000000-0000-4000-8000-000000000001'
const organization = 'a0000000-0000-4000-8000-000000000001'
const date = '2026-08-20T10:00:00.1234567Z'
const secret = {
  id,
  organizationId: organization,
  key: '2.a|b|c',
  value: '2.a|b|c',
  note: '2.a|b|c',
  creationDate: date,
  revisionDate: date,
  projects: [],
  read: true,
  write: true,
  object: 'secret',
}
const written = { key: '2.x', value: '2.x', note: '2.x' }
const slow = { object: 'error', message: 'Slow down!', validationErrors: null }

type Reply = Response | Error | (() => Response | Promise<Response>)

const json = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ...headers } })
const empty = (status = 200) => new Response(null, { status })
const refused = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

/** A client whose server gives the replies in turn, and what it was asked. */
function setUp(replies: Reply[], options: Partial<ClientOptions> = {}) {
  const requests: { url: string; init: RequestInit; headers: Headers }[] = []
  const slept: number[] = []
  const renewed: string[] = []
  const token: TokenSource = {
    current: () => Promise.resolve(renewed.at(-1) ?? 'token-0'),
    renew: () => {
      renewed.push(`token-${renewed.length + 1}`)
      return Promise.resolve(renewed.at(-1) ?? '')
    },
  }
  const client = createClient({
    baseUrl: 'https://vault.example',
    token,
    clientVersion: '2026.8.0',
    deviceType: 9,
    deviceIdentifier: () => 'device',
    sleep: (ms) => {
      slept.push(ms)
      return Promise.resolve()
    },
    fetch: async (input, init = {}) => {
      requests.push({ url: new Request(input).url, init, headers: new Headers(init.headers) })
      const reply = replies.shift()
      if (reply === undefined) throw new Error('the server has no more replies')
      if (reply instanceof Error) throw reply
      return typeof reply === 'function' ? reply() : reply
    },
    ...options,
  })
  const tokens = () => requests.map(({ headers }) => headers.get('Authorization'))
  const read = (call: CallOptions = {}) => client.call('secretGet', { params: { id } }, call)
  const write = () => client.call('secretUpdate', { params: { id }, body: written })
  return { client, requests, tokens, renewed, slept, read, write }
}

const failure = async (call: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof ApiError) return error
  throw new Error('no ApiError', { cause: error })
}

describe('a call', () => {
  it('sends method, address and headers, and gives the parsed answer', async () => {
    const { read, requests } = setUp([json({ ...secret, later: 'unknown fields pass' })])
    expect(await read()).toEqual(secret)
    const [request] = requests
    expect(request?.url).toBe(`https://vault.example/api/secrets/${id}`)
    expect(request?.init).toMatchObject({ method: 'GET', redirect: 'manual', cache: 'no-store', body: null })
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token-0',
      'bitwarden-client-name': 'web',
      'bitwarden-client-version': '2026.8.0',
      'cache-control': 'no-store',
      'device-type': '9',
      pragma: 'no-cache',
    })
  })

  it('sends a body as JSON', async () => {
    const { write, requests } = setUp([json(secret)])
    await write()
    expect(requests[0]?.init).toMatchObject({ method: 'PUT', body: JSON.stringify(written) })
    expect(requests[0]?.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
  })

  it('sends no token where none is asked for, but the device', async () => {
    const { client, tokens, requests } = setUp([json({ access_token: 'a', expires_in: 3600, Key: '2.k' })])
    const answer = await client.call('tokenCreate', { body: { grant_type: 'password', password: 'a+b=' } })
    expect(answer).toEqual({ access_token: 'a', expires_in: 3600, Key: '2.k' })
    expect(tokens()).toEqual([null])
    expect(requests[0]?.headers.get('Device-Identifier')).toBe('device')
    expect(requests[0]?.init.body).toBe('grant_type=password&password=a%2Bb%3D')
  })

  it('takes an empty body for success where that is the contract', async () => {
    const { client } = setUp([empty()])
    const params = { organizationId: organization }
    expect(await client.call('trashEmpty', { params, body: [id] })).toBeUndefined()
  })

  it('tells the server’s clock', async () => {
    const { read } = setUp([json(secret, { Date: 'Thu, 20 Aug 2026 10:00:00 GMT' })])
    const onDate = vi.fn<(time: number) => void>()
    await read({ onDate })
    expect(onDate).toHaveBeenCalledExactlyOnceWith(Date.parse('2026-08-20T10:00:00Z'))
  })

  it('hands over a stream unread', async () => {
    const { client } = setUp([json({ any: 'thing' })])
    const response = await client.stream('secretList', { params: { organizationId: organization } })
    expect(response.bodyUsed).toBe(false)
    expect(await response.json()).toEqual({ any: 'thing' })
  })

  it('hands over a stream that fails like a call', async () => {
    const chunks = ['one', 'two'].map((text) => new TextEncoder().encode(text))
    const pull = (stream: ReadableStreamDefaultController) => {
      const chunk = chunks.shift()
      if (chunk) stream.enqueue(chunk)
      else stream.error(new TypeError('terminated'))
    }
    const reply = new Response(new ReadableStream({ pull }), { headers: { 'Content-Type': 'text/json' } })
    const { client } = setUp([reply])
    const response = await client.stream('secretList', { params: { organizationId: organization } })
    expect(response.headers.get('Content-Type')).toBe('text/json')
    const reader = response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one')
    await reader?.read()
    expect(await failure(reader?.read() ?? Promise.resolve())).toMatchObject({ kind: 'network' })
  })

  it('stops fetching a stream that its reader cancels', async () => {
    const cancel = vi.fn<() => void>()
    const { client } = setUp([new Response(new ReadableStream({ cancel }))])
    const response = await client.stream('secretList', { params: { organizationId: organization } })
    await response.body?.cancel()
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('reads the refusal of a stream', async () => {
    const { client } = setUp([refused(404, slow)])
    const call = client.stream('secretList', { params: { organizationId: organization } })
    expect(await failure(call)).toMatchObject({ status: 404, kind: 'status', endpoint: 'secretList' })
  })
})

describe('a dead token', () => {
  it.each(['read', 'write'] as const)(
    'is renewed once, and the %s repeated, after an empty 401',
    async (what) => {
      const { tokens, renewed, ...calls } = setUp([empty(401), json(secret)])
      await calls[what]()
      expect(tokens()).toEqual(['Bearer token-0', 'Bearer token-1'])
      expect(renewed).toHaveLength(1)
    },
  )

  it('is not renewed twice', async () => {
    const { read, renewed, requests } = setUp([empty(401), empty(401)])
    expect(await failure(read())).toMatchObject({ status: 401, emptyBody: true })
    expect([renewed.length, requests.length]).toEqual([1, 2])
  })

  it('is not renewed again for an answer that comes after the renewal', async () => {
    const late = new EventTarget()
    const lateAnswer = () =>
      new Promise<Response>((resolve) => late.addEventListener('now', () => resolve(empty(401))))
    const { read, renewed, tokens } = setUp([lateAnswer, empty(401), json(secret), json(secret)])
    const first = read()
    await read()
    late.dispatchEvent(new Event('now'))
    await first
    expect(renewed).toHaveLength(1)
    expect(tokens()).toEqual(['Bearer token-0', 'Bearer token-0', 'Bearer token-1', 'Bearer token-1'])
  })

  it('is not suspected in a 401 with a body, which is the trash’s "not permitted"', async () => {
    const { client, renewed, requests } = setUp([refused(401, { object: 'error', message: 'Unauthorized.' })])
    const error = await failure(client.call('trashList', { params: { organizationId: organization } }))
    expect(error.isNotPermitted).toBe(true)
    expect([renewed.length, requests.length]).toEqual([0, 1])
  })

  it('is suspected in an empty 500 of a guarded endpoint only', async () => {
    const list = { data: [], continuationToken: null, object: 'list' }
    const guarded = setUp([empty(500), json(list)])
    expect(await guarded.client.call('memberMiniList', { params: { orgId: organization } })).toEqual(list)
    expect(guarded.renewed).toHaveLength(1)

    const unguarded = setUp([empty(500)])
    expect(await failure(unguarded.read())).toMatchObject({ status: 500 })
    expect(unguarded.renewed).toHaveLength(0)

    const withBody = setUp([refused(500, { message: 'An unhandled server error has occurred.' })])
    const call = withBody.client.call('memberMiniList', { params: { orgId: organization } })
    expect(await failure(call)).toMatchObject({ status: 500, emptyBody: false })
    expect(withBody.renewed).toHaveLength(0)
  })

  it('lets the token source say that the session is over', async () => {
    const over = new Error('The session is over.')
    const token = { current: () => Promise.resolve('t'), renew: () => Promise.reject(over) }
    const { read } = setUp([empty(401)], { token })
    await expect(read()).rejects.toBe(over)
  })
})

describe('a server that asks to slow down', () => {
  it('is obeyed, and a read repeated at most twice', async () => {
    const onPaced = vi.fn<(seconds: number) => void>()
    const replies = ['7', '60', '1'].map((after) => refused(429, slow, { 'Retry-After': after }))
    const { read, slept } = setUp(replies, { onPaced })
    expect(await failure(read())).toMatchObject({ status: 429, retryAfter: 1 })
    expect(slept).toEqual([7000, 60_000])
    expect(onPaced.mock.calls).toEqual([
      [7, 'secretGet'],
      [60, 'secretGet'],
    ])
  })

  it('is not asked early where it wants more than a minute', async () => {
    const { read, slept, requests } = setUp([refused(429, slow, { 'Retry-After': '61' })])
    expect((await failure(read())).message).toBe(
      'The server asks to slow down. Wait 61 seconds, then try again.',
    )
    expect([slept.length, requests.length]).toEqual([0, 1])
  })

  it('waits some seconds where it is not said how long', async () => {
    const { read, slept } = setUp([refused(429, slow), json(secret)])
    await read()
    expect(slept).toEqual([5000])
  })

  it('gets no write twice, and no read that does not want to', async () => {
    const writing = setUp([refused(429, slow)])
    expect(await failure(writing.write())).toMatchObject({ status: 429 })
    const reading = setUp([refused(429, slow)])
    expect(await failure(reading.read({ retryReads: false }))).toMatchObject({ status: 429 })
    expect([...writing.slept, ...reading.slept]).toEqual([])
  })
})

describe('the network', () => {
  it('fails as `network`, and warns that a write may have arrived', async () => {
    const { read, write, requests } = setUp([new TypeError('fetch failed'), new TypeError('fetch failed')])
    expect(await failure(read())).toMatchObject({ kind: 'network', status: 0, endpoint: 'secretGet' })
    expect((await failure(write())).message).toMatch(/look whether the change has arrived/)
    expect(requests).toHaveLength(2)
  })

  it('fails the same way in the middle of an answer, good or bad', async () => {
    const breaking = (status: number) => () => {
      const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) })
      return new Response(body, { status })
    }
    const { read } = setUp([breaking(200), breaking(400)])
    expect(await failure(read())).toMatchObject({ kind: 'network' })
    expect(await failure(read())).toMatchObject({ kind: 'network' })
  })

  it('does not follow a redirect', async () => {
    const opaque = empty()
    Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' })
    const { read, write } = setUp([opaque, new Response(null, { status: 307, headers: { Location: '/x' } })])
    expect((await failure(read())).message).toMatch(/sent this request elsewhere/)
    const error = await failure(write())
    expect(error).toMatchObject({ kind: 'foreign', status: 0 })
    expect(error.message).toMatch(/sent this request elsewhere.*look whether the change has arrived/)
  })
})

describe('cancelling', () => {
  it('rejects with the platform’s error before, during and after sending', async () => {
    const before = setUp([])
    await expect(before.read({ signal: AbortSignal.abort() })).rejects.toSatisfy(isAbort)
    expect(before.requests).toHaveLength(0)

    const controller = new AbortController()
    const during = setUp([
      () => {
        controller.abort()
        throw new DOMException('', 'AbortError')
      },
    ])
    await expect(during.read({ signal: controller.signal })).rejects.toSatisfy(isAbort)

    const late = new AbortController()
    const pull = (stream: ReadableStreamDefaultController) => {
      late.abort()
      stream.error(new TypeError('aborted'))
    }
    // Without the mark of 0 the stream would be pulled, and the call cancelled, before it begins.
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    await expect(setUp([new Response(body)]).read({ signal: late.signal })).rejects.toSatisfy(isAbort)
  })

  it('ends the wait for a server that asks to slow down', async () => {
    const controller = new AbortController()
    const { read, requests } = setUp([refused(429, slow)], {
      onPaced: () => controller.abort(),
      sleep: (_, signal) =>
        signal?.aborted ? Promise.reject(new DOMException('', 'AbortError')) : Promise.resolve(),
    })
    await expect(read({ signal: controller.signal })).rejects.toSatisfy(isAbort)
    expect(requests).toHaveLength(1)
  })
})

describe('an answer that breaks the contract', () => {
  it.each([
    [{ ...secret, read: 'yes' }, 'read'],
    [{ ...secret, id: id.toUpperCase().replace('1', 'X') }, 'id'],
    [{ ...secret, revisionDate: '20 August' }, 'revisionDate'],
    [{ ...secret, value: undefined }, 'value'],
    [{ ...secret, projects: [{ id: 4 }] }, 'projects.0.id'],
    [null, ''],
    ['text', ''],
  ])('is named by endpoint and path', async (body, path) => {
    const error = await failure(setUp([json(body)]).read())
    expect(error).toBeInstanceOf(ContractError)
    expect(error).toMatchObject({ kind: 'contract', endpoint: 'secretGet', path })
  })

  it('is never quoted', async () => {
    const secretText = 'hunter2-and-more'
    for (const reply of [json({ ...secret, read: secretText }), new Response(`{"value":"${secretText}`)]) {
      const error = await failure(setUp([reply]).read())
      expect([error.message, error.stack, JSON.stringify(error), String(error.cause)].join()).not.toContain(
        secretText,
      )
    }
  })

  it('may hold a spoiled ciphertext: that is data', async () => {
    const { read } = setUp([json({ ...secret, key: 'no EncString at all' })])
    expect((await read()).key).toBe('no EncString at all')
  })

  it('is a proxy’s page, even where success has no body', async () => {
    const page = () => new Response('<html>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    const { client, read } = setUp([page, page, page])
    const params = { organizationId: organization }
    expect(await failure(client.call('trashEmpty', { params, body: [] }))).toMatchObject({
      kind: 'foreign',
      message: expect.stringContaining('look whether the change has arrived') as string,
    })
    expect(await failure(client.stream('secretList', { params }))).toMatchObject({ kind: 'foreign' })
    const error = await failure(read())
    expect(error).toMatchObject({ kind: 'foreign' })
    expect(error.message).toMatch(/then try again\.$/)
  })
})
