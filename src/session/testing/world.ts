import { expect } from 'vitest'
import type { DbExport } from '#/mocks/store/db'
import { asFetch, MockServer } from '#/mocks/server'
import type { Fault } from '#/mocks/control/faults'
import type { Switches } from '#/mocks/switches'
import { unpackError } from '#/session/session-error'
import { rowOfSecret, secretId, secretName } from '#/session/secret-columns'
import type { CallArguments, CallName, CallResult } from '#/session/call-types'
import type { FromWorker, SessionState, StoredSession, ToWorker } from '#/session/protocol'
import { memoryDrafts } from '#/session/worker/draft-store'
import { SessionHost, type Port } from '#/session/worker/host'

const ORIGIN = 'http://127.0.0.1'
const DEVICE = '5b0f0f1e-6d4e-4c8e-9a51-3c1b4c0c7a11'
export const OWNER = { email: 'mara.lindqvist@harbourline.example', password: 'correct horse vault' }

let server: MockServer | undefined
let databases = 0

/** The database of the world that was made last, `back` worlds ago. */
export function fetchOf(back = 0): typeof fetch {
  server ??= new MockServer({ seed: { seed: 'demo', now: '2026-08-27T14:32:00Z' } })
  return asFetch(server, { 'mock-db': `host-test-${databases - back}` })
}

/** One page of the console, without a browser. */
export class TestPage {
  state: SessionState | null = null
  stored: StoredSession | null = null
  #port: Port = { onmessage: null, postMessage: (message: FromWorker) => this.#receive(message) }
  readonly #pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  #next = 0

  constructor(host: SessionHost, stored: StoredSession | null = null, deviceIdentifier = DEVICE) {
    const pageLock = `page-${crypto.randomUUID()}`
    // As a page does, where this version of Node has Web Locks: getting it tells the host that the page is gone.
    if (typeof navigator !== 'undefined' && 'locks' in navigator)
      void navigator.locks.request(pageLock, () => new Promise(() => undefined))
    host.connect(this.#port)
    this.send({
      kind: 'hello',
      hello: {
        pageLock,
        origin: ORIGIN,
        deviceIdentifier,
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
      this.send({ kind: 'call', id, name, args })
    })
  }

  send(message: ToWorker): void {
    this.#port.onmessage?.({ data: message } as MessageEvent<ToWorker>)
  }

  #receive(message: FromWorker): void {
    // What a browser would copy must be copyable.
    const copy = structuredClone(message)
    if (copy.kind === 'state') this.state = copy.state
    if (copy.kind === 'keep') this.stored = copy.stored
    if (copy.kind === 'seal-drafts') this.send({ kind: 'drafts-sealed' })
    if (copy.kind === 'result') this.#pending.get(copy.id)?.resolve(copy.value)
    if (copy.kind === 'failure') this.#pending.get(copy.id)?.reject(unpackError(copy.error))
  }
}

export interface World {
  host: SessionHost
  page: TestPage
  fault: (fault: Fault) => Promise<void>
  /** Takes all faults away. */
  mend: () => Promise<void>
  change: (switches: Partial<Switches>) => Promise<void>
  requests: () => Promise<{ endpoint: string | null; status: number }[]>
  codes: () => Promise<{ email: string; code: string }[]>
  tamper: (change: (tables: DbExport['tables']) => void) => Promise<void>
}

export async function world(): Promise<World> {
  databases += 1
  const fetching = fetchOf()
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
    mend: async () => {
      await control('faults', { method: 'DELETE' })
    },
    change: async (switches) => {
      await control('switches', { method: 'PUT', body: JSON.stringify(switches) })
    },
    requests: async () =>
      (await (await control('log')).json()) as { endpoint: string | null; status: number }[],
    codes: async () =>
      ((await (await control('codes')).json()) as { authenticators: { email: string; code: string }[] })
        .authenticators,
    tamper: async (change) => {
      const data = (await (await control('export')).json()) as DbExport
      change(data.tables)
      await control('import', { method: 'POST', body: JSON.stringify(data) })
    },
  }
}

export async function openWorld(): Promise<World & { organizationId: string }> {
  const made = await world()
  await made.page.call('probeServer', null)
  await made.page.call('signIn', OWNER)
  const { state } = made.page
  if (state?.phase !== 'open') throw new Error('not signed in')
  return { ...made, organizationId: state.organizations[0]?.id ?? '' }
}

export async function idOf(page: TestPage, organizationId: string, name: string): Promise<string> {
  const columns = await page.call('listSecrets', { organizationId })
  const row = Array.from({ length: columns.count }, (_, i) => i).find((i) => secretName(columns, i) === name)
  expect(row).toBeDefined()
  return secretId(columns, row ?? 0)
}

/** The last revision as the list tells it, epoch ms. */
export async function changedOf(page: TestPage, organizationId: string, id: string): Promise<number> {
  const columns = await page.call('listSecrets', { organizationId })
  return columns.changed[rowOfSecret(columns, id)] ?? 0
}
