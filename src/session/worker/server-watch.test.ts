import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openWorld } from '#/session/testing/world'
import { ServerWatch } from './server-watch'

const ok = () => new Response('{}', { headers: { 'Content-Type': 'application/json' } })
let answers: () => Response | Promise<Response>
let isThere: boolean
let isNeeded: boolean
let asked: number
let sent: typeof fetch

const send = () => sent('http://127.0.0.1/api/x').catch(() => undefined)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  ;[answers, isThere, isNeeded, asked] = [ok, true, true, 0]
  const watch = new ServerWatch(
    async () => {
      asked += 1
      return isThere
    },
    () => isNeeded,
  )
  sent = watch.overhear(async () => answers())
})
afterEach(() => vi.useRealTimers())

it('asks nothing while answers come, but now and then whether it is still the same server', async () => {
  await send()
  await vi.advanceTimersByTimeAsync(14 * 60_000)
  await send()
  expect(asked).toBe(0)
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(asked).toBe(0)
  await send()
  await send()
  expect(asked).toBe(1)
})

it.each([
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the page of a proxy', () => new Response('<html>', { status: 502 })],
  ['a page in the place of the API', () => new Response('<p>', { headers: { 'Content-Type': 'text/html' } })],
])('one failure is asked after once: %s', async (_, failure) => {
  answers = failure
  await send()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked).toBe(1)
})

it('a refusal or a mistake of the server itself is no sign that it is away', async () => {
  for (const status of [400, 401, 404, 429, 500]) {
    answers = () => Response.json({}, { status })
    await send()
  }
  expect(asked).toBe(0)
})

it('asks a server that is away ever more rarely, and stops when it is back', async () => {
  answers = () => Promise.reject(new TypeError('Failed to fetch'))
  isThere = false
  await Promise.all([send(), send(), send()])
  expect(asked).toBe(1)
  for (const [index, seconds] of [2, 4, 8, 15, 30, 30].entries()) {
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
    await send()
    expect(asked).toBe(index + 1)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toBe(index + 2)
  }
  isThere = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(asked).toBe(8)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked).toBe(8)
})

it('an answer to anything else tells at once that it is back, and nobody is asked for nobody', async () => {
  answers = () => new Response('', { status: 503 })
  isThere = false
  await send()
  await vi.advanceTimersByTimeAsync(2000 + 4000 + 3000)
  expect(asked).toBe(3)
  ;[answers, isThere] = [ok, true]
  await send()
  expect(asked).toBe(4)

  ;[answers, isThere] = [() => new Response('', { status: 503 }), false]
  await send()
  expect(asked).toBe(5)
  isNeeded = false
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked).toBe(5)
})

it('tells the pages that the server went away, came back as another version, and sends no write twice', async () => {
  vi.useRealTimers()
  const { page, fault, mend, change, requests, organizationId } = await openWorld()
  const server = () => (page.state?.phase === 'open' ? page.state.server : null)
  await fault({ fault: 'serverDown' })
  await expect(page.call('createProject', { organizationId, name: 'Typed' })).rejects.toThrow()
  await vi.waitFor(() => expect(server()?.away).toBe('unreachable'))
  await mend()
  await change({ versionsGeneration: 'B' })
  await vi.waitFor(() => expect(server()?.away).toBeUndefined(), 5000)
  expect(server()).toMatchObject({
    version: '2026.10.0',
    earlier: '2026.8.0',
    featureStates: { 'sm-1587-secrets-versioning': true },
  })
  expect((await requests()).filter(({ endpoint }) => endpoint === 'projectCreate')).toHaveLength(1)
})
