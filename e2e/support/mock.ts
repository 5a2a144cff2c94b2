import type { APIRequestContext } from '@playwright/test'
import type { SeedRequest, LogEntry } from '#/mocks/control/databases'
import type { DbExport } from '#/mocks/store/db'
import type { Fault } from '#/mocks/control/faults'
import type { Switches } from '#/mocks/switches'

/** The moment in which every test's organization lives: a Wednesday. */
export const NOW = '2026-09-16T10:30:00.000Z'

type Wish = Partial<SeedRequest> & { switches?: Partial<Switches> }
type Codes = {
  authenticators: { email: string; code: string }[]
  mailed: { email: string; code: string; purpose: string }[]
}

/** The imitation server behind one test, by its `/__mock` switches. */
export class Mock {
  readonly name: string
  readonly #request: APIRequestContext

  constructor(name: string, request: APIRequestContext) {
    this.name = name
    this.#request = request
  }

  /** Makes the database anew, from another seed or with other switches. */
  async create(wish: Wish = {}): Promise<void> {
    await this.#call('POST', 'databases', { name: this.name, seed: 'demo', now: NOW, ...wish })
  }

  async drop(): Promise<void> {
    await this.#call('DELETE', `databases?name=${this.name}`)
  }

  async fail(fault: Fault): Promise<void> {
    await this.#call('POST', 'faults', fault)
  }

  async mend(): Promise<void> {
    await this.#call('DELETE', 'faults')
  }

  async switch(change: Partial<Switches>): Promise<void> {
    await this.#call('PUT', 'switches', change)
  }

  /** Moves the server's clock. */
  async forward(ms: number): Promise<void> {
    await this.#call('PUT', 'now', { offset: ms })
  }

  log(): Promise<LogEntry[]> {
    return this.#call('GET', 'log')
  }

  async clearLog(): Promise<void> {
    await this.#call('DELETE', 'log')
  }

  /** How often an endpoint was asked, refusals included. */
  async count(endpoint: string): Promise<number> {
    return (await this.log()).filter((entry) => entry.endpoint === endpoint).length
  }

  cspReports(): Promise<unknown[]> {
    return this.#call('GET', 'csp-reports')
  }

  async clearReports(): Promise<void> {
    await this.#call('DELETE', 'csp-reports')
  }

  async authenticatorCode(email: string): Promise<string> {
    const { authenticators } = await this.#call<Codes>('GET', 'codes')
    return found(
      authenticators.find((entry) => entry.email === email),
      `authenticator of ${email}`,
    ).code
  }

  /** The code that was mailed last and is still good; undefined where none is. */
  async mailedCode(email: string): Promise<string | undefined> {
    const { mailed } = await this.#call<Codes>('GET', 'codes')
    return mailed.find((entry) => entry.email === email)?.code
  }

  async mails(): Promise<{ to: string; subject: string; body: string }[]> {
    return this.#call('GET', 'mailbox')
  }

  async tables(): Promise<DbExport['tables']> {
    return (await this.#call<DbExport>('GET', 'export')).tables
  }

  /** The row of a secret, in ciphertext, as the server holds it. */
  async secret(id: string) {
    const { secrets } = await this.tables()
    return found(
      secrets.find((row) => row.id === id),
      `secret ${id}`,
    )
  }

  /** Changes rows behind the server's back: what a damaged database would hold. */
  async tamper(change: (tables: DbExport['tables']) => void): Promise<void> {
    const data = await this.#call<DbExport>('GET', 'export')
    change(data.tables)
    await this.#call('POST', 'import', data)
  }

  async #call<T>(method: string, path: string, data?: unknown): Promise<T> {
    const response = await this.#request.fetch(`/__mock/${path}`, {
      method,
      headers: { 'mock-db': this.name },
      // The server closes a connection that was idle for five seconds, perhaps just as we send.
      maxRetries: 2,
      ...(data !== undefined && { data }),
    })
    if (!response.ok()) throw new Error(`/__mock/${path}: ${response.status()} ${await response.text()}`)
    return (await response.json()) as T
  }
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The seed has no ${what}.`)
  return value
}
