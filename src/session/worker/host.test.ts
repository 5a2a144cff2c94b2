import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asFetch, MockServer } from '#/mocks/server'
import type { Fault } from '#/mocks/control/faults'
import { unpackError } from '#/session/session-error'
import { rowOfSecret, secretId, secretName } from '#/session/secret-columns'
import type { CallArguments, CallName, CallResult } from '#/session/call-types'
import type { FromWorker, SessionState, StoredSession, ToWorker } from '#/session/protocol'
import { memoryDrafts } from './draft-store'
import { SessionHost, type Port } from './host'

const ORIGIN = 'http://127.0.0.1'
const OWNER = { email: 'mara.lindqvist@harbourline.example', password: 'correct horse vault' }

let server: MockServer
let databases = 0

beforeAll(() => {
  server = new MockServer({ seed: { seed: 'demo', now: '2026-08-27T14:32:00Z' } })
})

/** One page of the console, without a browser. */
class TestPage {
  state: SessionState | null = null
  stored: StoredSession | null = null
  #port: Port = { onmessage: null, postMessage: (message: FromWorker) => this.#receive(message) }
  readonly #pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  #next = 0

  constructor(host: SessionHost, stored: StoredSession | null = null) {
    host.connect(this.#port)
    this.#send({
      kind: 'hello',
      hello: {
        pageLock: `page-${crypto.randomUUID()}`,
        origin: ORIGIN,
        deviceIdentifier: '5b0f0f1e-6d4e-4c8e-9a51-3c1b4c0c7a11',
        deviceType: 9,
        deviceName: 'chrome',
        stored,
        lockAfterMinutes: 15,
      },
    })
  }

  call<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallResult<N>> {
    this.#next += 1
    const id = this.#next
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#send({ kind: 'call', id, name, args })
    })
  }

  #send(message: ToWorker): void {
    this.#port.onmessage?.({ data: message } as MessageEvent<ToWorker>)
  }

  #receive(message: FromWorker): void {
    // What a browser would copy must be copyable.
    const copy = structuredClone(message)
    if (copy.kind === 'state') this.state = copy.state
    if (copy.kind === 'keep') this.stored = copy.stored
    if (copy.kind === 'seal-drafts') this.#send({ kind: 'drafts-sealed' })
    if (copy.kind === 'result') this.#pending.get(copy.id)?.resolve(copy.value)
    if (copy.kind === 'failure') this.#pending.get(copy.id)?.reject(unpackError(copy.error))
  }
}

interface World {
  host: SessionHost
  page: TestPage
  fault: (fault: Fault) => Promise<void>
  requests: () => Promise<{ endpoint: string | null; status: number }[]>
}

async function world(): Promise<World> {
  databases += 1
  const headers = { 'mock-db': `host-test-${databases}` }
  const fetching = asFetch(server, headers)
  const control = async (path: string, init?: RequestInit) => {
    const response = await fetching(`${ORIGIN}/__mock/${path}`, init)
    expect(response.status).toBeLessThan(300)
    return response
  }
  const host = new SessionHost({ fetch: fetching, drafts: memoryDrafts() })
  return {
    host,
    page: new TestPage(host),
    fault: async (fault) => {
      await control('faults', { method: 'POST', body: JSON.stringify(fault) })
    },
    requests: async () =>
      (await (await control('log')).json()) as { endpoint: string | null; status: number }[],
  }
}

async function openWorld(): Promise<World & { organizationId: string }> {
  const made = await world()
  await made.page.call('probeServer', null)
  await made.page.call('signIn', OWNER)
  const { state } = made.page
  if (state?.phase !== 'open') throw new Error('not signed in')
  return { ...made, organizationId: state.organizations[0]?.id ?? '' }
}

async function idOf(page: TestPage, organizationId: string, name: string): Promise<string> {
  const columns = await page.call('listSecrets', { organizationId })
  const row = Array.from({ length: columns.count }, (_, i) => i).find((i) => secretName(columns, i) === name)
  expect(row).toBeDefined()
  return secretId(columns, row ?? 0)
}

/** The last revision as the list tells it, epoch ms. */
async function changedOf(page: TestPage, organizationId: string, id: string): Promise<number> {
  const columns = await page.call('listSecrets', { organizationId })
  return columns.changed[rowOfSecret(columns, id)] ?? 0
}

describe('a session', () => {
  let open: World & { organizationId: string }
  beforeEach(async () => {
    open = await openWorld()
  })

  it('opens names, keeps a spoiled one as a row, and reads a value', async () => {
    const { page, organizationId } = open
    const columns = await page.call('listSecrets', { organizationId })
    expect(columns.count).toBe(240)
    expect([...columns.spoiled].filter(Boolean)).toHaveLength(1)
    const secret = await page.call('readSecret', {
      organizationId,
      secretId: await idOf(page, organizationId, 'PROD_PAYMENTS_LEDGER_DB_CONFIG'),
    })
    expect(secret.value).toMatchObject({ ok: true })
  })

  it('sends back the very ciphertext of what did not change', async () => {
    const { page, organizationId } = open
    const id = await idOf(page, organizationId, 'PROD_PAYMENTS_LEDGER_DB_CONFIG')
    const before = await page.call('listVersions', { organizationId, secretId: id, changed: 0 })
    const read = await page.call('readSecret', { organizationId, secretId: id })
    if (!read.name.ok || !read.value.ok) throw new Error('unreadable')
    const typed = {
      name: read.name.text,
      value: read.value.text,
      note: 'another note',
      projectId: read.project?.id ?? null,
    }
    const saved = await page.call('saveSecret', {
      organizationId,
      secretId: id,
      typed,
      seenRevision: read.revisionDate,
    })
    expect(saved).toMatchObject({ outcome: 'saved', valueChanged: false, slippedIn: false })
    const changed = await changedOf(page, organizationId, id)
    const after = await page.call('listVersions', { organizationId, secretId: id, changed })
    expect(after.rows).toHaveLength(before.rows.length)
    expect(after.currentMark).toBe(after.rows[0]?.valueMark)
    // What was read of another revision than the list's says nothing of the current value.
    expect(before.currentMark).toBeNull()
    const later = { organizationId, secretId: id, changed: changed + 1 }
    expect((await page.call('listVersions', later)).currentMark).toBeNull()
  })

  it('records a version exactly when the value changed', async () => {
    const { page, organizationId } = open
    const id = await idOf(page, organizationId, 'PROD_PAYMENTS_LEDGER_DB_CONFIG')
    const before = await page.call('listVersions', { organizationId, secretId: id, changed: 0 })
    const read = await page.call('readSecret', { organizationId, secretId: id })
    if (!read.name.ok || !read.note.ok) throw new Error('unreadable')
    const typed = {
      name: read.name.text,
      value: 'a new value',
      note: read.note.text,
      projectId: read.project?.id ?? null,
    }
    const saved = await page.call('saveSecret', {
      organizationId,
      secretId: id,
      typed,
      seenRevision: read.revisionDate,
    })
    expect(saved).toMatchObject({ outcome: 'saved', valueChanged: true })
    const changed = await changedOf(page, organizationId, id)
    const after = await page.call('listVersions', { organizationId, secretId: id, changed })
    expect(after.rows[0]?.id).not.toBe(before.rows[0]?.id)
    await expect(
      page.call('openVersion', { organizationId, secretId: id, versionId: after.rows[0]?.id ?? '' }),
    ).resolves.toEqual({ ok: true, text: 'a new value' })
  })

  it('writes nothing over a colleague and nothing that is unchanged', async () => {
    const { page, organizationId, fault, requests } = open
    const id = await idOf(page, organizationId, 'PROD_PAYMENTS_LEDGER_DB_CONFIG')
    const read = await page.call('readSecret', { organizationId, secretId: id })
    if (!read.name.ok || !read.value.ok || !read.note.ok) throw new Error('unreadable')
    const same = {
      name: read.name.text,
      value: read.value.text,
      note: read.note.text,
      projectId: read.project?.id ?? null,
    }
    const save = (typed: typeof same) =>
      page.call('saveSecret', { organizationId, secretId: id, typed, seenRevision: read.revisionDate })
    await expect(save(same)).resolves.toMatchObject({ outcome: 'unchanged' })
    await fault({ fault: 'colleagueSaves', value: 'theirs', times: 1 })
    await page.call('readSecret', { organizationId, secretId: id })
    const conflict = await save({ ...same, value: 'mine' })
    expect(conflict).toMatchObject({ outcome: 'conflict', current: { value: { ok: true, text: 'theirs' } } })
    expect((await requests()).filter((r) => r.endpoint === 'secretUpdate')).toHaveLength(0)
  })

  it('drops the keys on lock and opens them with the right password only', async () => {
    const { page, organizationId, host } = open
    await page.call('putDraft', { place: '/p', startedAt: 1, content: { typed: 'unsaved' } })
    await page.call('lock', null)
    expect(page.state?.phase).toBe('locked')
    await expect(page.call('listSecrets', { organizationId })).rejects.toMatchObject({ code: 'locked' })
    await expect(page.call('listDrafts', null)).resolves.toHaveLength(1)
    await expect(page.call('unlock', { password: 'wrong' })).rejects.toMatchObject({ code: 'wrong-password' })
    const second = new TestPage(host)
    expect(second.state?.phase).toBe('locked')
    await page.call('unlock', { password: OWNER.password })
    expect(second.state?.phase).toBe('open')
    await expect(page.call('readDraft', { place: '/p' })).resolves.toMatchObject({
      content: { typed: 'unsaved' },
    })
  })

  it('takes up what a tab kept, and nothing that was tampered with', async () => {
    const { stored } = open.page
    const fresh = await world()
    const bad = new TestPage(new SessionHost({ drafts: memoryDrafts() }), {
      ...stored,
      kdf: { type: 'pbkdf2', iterations: 1 },
    } as StoredSession)
    expect(bad.state?.phase).toBe('out')
    expect(fresh.page.state?.phase).toBe('out')
    const again = new TestPage(
      new SessionHost({
        fetch: asFetch(server, { 'mock-db': `host-test-${databases - 1}` }),
        drafts: memoryDrafts(),
      }),
      stored,
    )
    expect(again.state?.phase).toBe('locked')
    await again.call('unlock', { password: OWNER.password })
    expect(again.state?.phase).toBe('open')
  })

  it('renews a refused token once for calls at the same time', async () => {
    const { page, organizationId, fault, requests } = open
    await fault({ fault: 'unauthorized', match: 'secretList', times: 1 })
    await fault({ fault: 'unauthorized', match: 'projectList', times: 1 })
    await Promise.all([
      page.call('listSecrets', { organizationId }),
      page.call('listProjects', { organizationId }),
    ])
    const log = await requests()
    expect(log.filter((r) => r.endpoint === 'tokenCreate')).toHaveLength(2)
  })

  it('ends the session in all tabs when the server ended it, and keeps the address for signing in', async () => {
    const { page, organizationId, fault } = open
    await fault({ fault: 'unauthorized', match: 'secretList' })
    await fault({ fault: 'reject', match: 'tokenCreate' })
    await expect(page.call('listSecrets', { organizationId })).rejects.toMatchObject({ code: 'ended' })
    expect(page.state).toMatchObject({ phase: 'out', reason: 'ended', email: OWNER.email })
    expect(page.stored).toBeNull()
  })

  it('posts nothing decrypted after a lock that came in between', async () => {
    const { page, organizationId, fault } = open
    const id = await idOf(page, organizationId, 'PROD_PAYMENTS_LEDGER_DB_CONFIG')
    await fault({ fault: 'slow', match: 'secretGet', ms: 50, times: 1 })
    const reading = page.call('readSecret', { organizationId, secretId: id })
    const refused = expect(reading).rejects.toMatchObject({ code: 'locked' })
    await page.call('lock', null)
    await refused
  })

  it('locks and signs out the tabs that have a worker of their own', async () => {
    const channels = [new BroadcastChannel('host-test'), new BroadcastChannel('host-test')] as const
    const options = {
      fetch: asFetch(server, { 'mock-db': `host-test-${databases}` }),
      drafts: memoryDrafts(),
    }
    const first = new TestPage(new SessionHost({ ...options, others: channels[0] }))
    const second = new TestPage(new SessionHost({ ...options, others: channels[1] }))
    await first.call('signIn', OWNER)
    await second.call('signIn', OWNER)
    await first.call('lock', null)
    await expect.poll(() => second.state?.phase).toBe('locked')
    await second.call('signOut', null)
    await expect.poll(() => first.state?.phase).toBe('out')
    for (const channel of channels) channel.close()
  })

  it('names a wrong password as such, and keeps nothing of the attempt', async () => {
    const { page } = await world()
    await expect(page.call('signIn', { ...OWNER, password: 'not it' })).rejects.toMatchObject({
      code: 'refused',
    })
    expect(page.state?.phase).toBe('out')
    expect(page.stored).toBeNull()
  })
})
