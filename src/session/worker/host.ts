import { createClient } from '#/api/client'
import type { Client } from '#/api/client'
import type { FromWorker, PageHello, ToWorker } from '#/session/protocol'
import { packError, SessionError } from '#/session/session-error'
import { sessionState } from './state'
import { isSurvivingLock } from './call'
import { calls } from './calls'
import type { Calls } from './calls'
import { indexedDrafts } from './draft-store'
import type { DraftStore } from './draft-store'
import { IdleTimer } from './idle-timer'
import { lookAtServer } from './server'
import { ServerWatch } from './server-watch'
import { createTokenSource } from './tokens'
import { resume } from './unlock'
import { emptyVault, storedSession } from './vault'
import type { Context } from './vault'
import { closeSession, lock } from './lock'
import { onlyReading } from './machine-session'
import { effectiveLock } from './profile'
import { forgetPendingSignIn } from './sign-in'

/** Bitwarden's compatibility level that this client speaks, not the console's own version. */
const CLIENT_VERSION = '2026.8.0'
const KEEP_KEYS_AFTER_LAST_PAGE = 10_000
/** A page on a busy machine shall not lose what was typed; one that hangs shall not hold up the lock. */
const DRAFTS_MAY_TAKE = 3_000

interface Page {
  port: Pick<MessagePort, 'postMessage'>
  running: Map<number, AbortController>
  draftsSealed: (() => void) | null
}

export interface Port extends Pick<MessagePort, 'postMessage'> {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
}

/** The one session behind all pages: owns the vault, answers calls, and notices when pages come and go. */
export class SessionHost {
  readonly #pages = new Set<Page>()
  readonly #idle: IdleTimer
  readonly #drafts: DraftStore
  #context: Context | null = null
  #alone: ReturnType<typeof setTimeout> | undefined
  readonly #others: BroadcastChannel | null
  #fetch: typeof fetch | undefined

  /** `others`: where each tab has a worker of its own, a lock or sign-out in one reaches the others by it. */
  constructor(options: { drafts?: DraftStore; fetch?: typeof fetch; others?: BroadcastChannel } = {}) {
    this.#drafts = options.drafts ?? indexedDrafts()
    this.#fetch = options.fetch
    this.#others = options.others ?? null
    this.#others?.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#follow(data))
    this.#idle = new IdleTimer({
      lock: () => this.#context && void lock(this.#context, 'idle'),
      signOut: () => this.#context && void closeSession(this.#context, 'timeout'),
    })
  }

  connect(port: Port): void {
    const page: Page = { port, running: new Map(), draftsSealed: null }
    port.onmessage = ({ data }) => this.#receive(page, data)
  }

  #follow(what: unknown): void {
    if (!this.#context) return
    if (what === 'lock') void lock(this.#context, 'lock-button')
    if (what === 'sign-out') void closeSession(this.#context, 'signed-out')
  }

  #receive(page: Page, message: ToWorker): void {
    switch (message.kind) {
      case 'hello':
        this.#greet(page, message.hello)
        break
      case 'call':
        void this.#answer(page, message.id, message.name, message.args)
        break
      case 'cancel':
        page.running.get(message.id)?.abort()
        break
      case 'active':
        this.#idle.touch()
        break
      case 'lock-after':
        if (this.#context) {
          this.#context.vault.lockAfterMinutes = message.minutes
          this.#context.publish()
        }
        break
      case 'device':
        this.#know(message.deviceIdentifier)
        break
      case 'drafts-sealed':
        page.draftsSealed?.()
        break
    }
  }

  #greet(page: Page, hello: PageHello): void {
    this.#context ??= this.#createContext(hello)
    const context = this.#context
    this.#know(hello.deviceIdentifier)
    this.#pages.add(page)
    clearTimeout(this.#alone)
    resume(context, hello.stored)
    context.vault.lockAfterMinutes = hello.lockAfterMinutes
    this.#idle.touch()
    const stored = storedSession(context.vault)
    post(page, { kind: 'keep', stored })
    context.publish()
    this.#awaitEnd(page, hello.pageLock)
  }

  /** The session that is open stays that of the device which it was opened on. */
  #know(deviceIdentifier: string): void {
    const context = this.#context
    if (context && !context.vault.account) context.device = { ...context.device, deviceIdentifier }
  }

  /** The page holds a Web Lock as long as it lives; getting it here means that the page is gone. */
  #awaitEnd(page: Page, pageLock: string): void {
    if (typeof navigator === 'undefined' || !('locks' in navigator)) return
    void navigator.locks.request(pageLock, () => {
      this.#pages.delete(page)
      for (const call of page.running.values()) call.abort()
      if (this.#context) forgetPendingSignIn(this.#context, page)
      page.draftsSealed?.()
      if (this.#pages.size > 0) return
      clearTimeout(this.#alone)
      this.#alone = setTimeout(() => this.#dropWhenAlone(), KEEP_KEYS_AFTER_LAST_PAGE)
    })
  }

  #dropWhenAlone(): void {
    if (this.#pages.size === 0 && this.#context) void lock(this.#context, 'reload')
  }

  async #answer(page: Page, id: number, name: string, args: unknown): Promise<void> {
    const abort = new AbortController()
    page.running.set(id, abort)
    try {
      const context = this.#context
      if (!context) throw new Error('A page asked before it introduced itself.')
      const { epoch } = context
      const call = calls[name as keyof Calls] as (c: Context, a: unknown, call: unknown) => Promise<unknown>
      const isCut = () => !isSurvivingLock(call) && context.epoch !== epoch
      const value = await call(context, args, {
        signal: abort.signal,
        page,
        part: (part: unknown) => !isCut() && post(page, { kind: 'part', id, value: part }),
      })
      // What was decrypted before a lock must not reach a page after it.
      if (isCut()) throw new SessionError('locked', 'The console was locked meanwhile.')
      post(page, { kind: 'result', id, value })
    } catch (error) {
      post(page, { kind: 'failure', id, error: packError(error) })
    } finally {
      page.running.delete(id)
    }
  }

  #createContext(hello: PageHello): Context {
    const vault = emptyVault()
    const tokens = createTokenSource(() => context)
    const watch = new ServerWatch(
      () => lookAtServer(context),
      () => vault.keys !== null && this.#pages.size > 0,
    )
    globalThis.addEventListener?.('online', () => void watch.look())
    const shared = {
      baseUrl: hello.origin,
      clientVersion: CLIENT_VERSION,
      deviceType: hello.deviceType,
      deviceIdentifier: () => context.device.deviceIdentifier,
      onPaced: (seconds: number) => this.#broadcast({ kind: 'paced', seconds }),
      overhear: (send: typeof fetch) => watch.overhear(send),
      ...(this.#fetch && { fetch: this.#fetch }),
    }
    const anonymous: Client = createClient(shared)
    const context: Context = {
      vault,
      device: hello,
      client: onlyReading(
        createClient({ ...shared, token: tokens }),
        () => vault.machine !== null || vault.audit !== null,
      ),
      anonymous,
      withToken: (text) =>
        createClient({
          ...shared,
          token: { current: () => Promise.resolve(text), renew: () => Promise.resolve(text) },
        }),
      drafts: this.#drafts,
      caches: new Map(),
      pending: new Map(),
      epoch: 0,
      locking: null,
      tellOthers: (what) => this.#others?.postMessage(what),
      publish: () => this.#publish(vault),
      sealDrafts: () => this.#sealDrafts(),
      keep: (stored) => this.#broadcast({ kind: 'keep', stored }),
    }
    return context
  }

  #publish(vault: Context['vault']): void {
    const state = sessionState(vault)
    const { minutes, signOut } = effectiveLock(vault)
    this.#idle.set({
      lock: state.phase === 'open' ? minutes : null,
      // Also while it is locked: the wrapped keys and the credential are still there.
      signOut: state.phase === 'out' ? null : (signOut?.minutes ?? null),
    })
    this.#broadcast({ kind: 'state', state })
  }

  async #sealDrafts(): Promise<void> {
    const all = [...this.#pages].map(
      (page) =>
        new Promise<void>((resolve) => {
          page.draftsSealed = resolve
          post(page, { kind: 'seal-drafts' })
        }),
    )
    const late = new Promise<void>((resolve) => setTimeout(resolve, DRAFTS_MAY_TAKE))
    await Promise.race([Promise.all(all), late])
  }

  #broadcast(message: FromWorker): void {
    for (const page of this.#pages) post(page, message)
  }
}

function post(page: Page, message: FromWorker): void {
  page.port.postMessage(message)
}
