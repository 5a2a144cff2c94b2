import { deviceOf } from '#/domain/device'
import { Channel } from './channel'
import type { CallOptions, Notice } from './channel'
import { deviceIdentifier, readStoredSession, writeStoredSession } from './page-storage'
import type { CallArguments, CallName, CallResult } from './call-types'
import type { SessionState } from './protocol'
import { SessionError } from './session-error'

const ACTIVITY_EVERY = 5_000
const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Seals one open form; registered while the form has unsaved work. */
export type DraftSealer = () => Promise<void>

export interface Paced {
  seconds: number
  /** Epoch ms. */
  endsAt: number
}

/** Stands between the worker and this page while somebody watches the screen: see `screen-mask.ts`. */
export interface Cover {
  isOn: boolean
  /** Why a call is not sent, or null. */
  refusal(name: string, args: unknown): string | null
  /** `name`: the call that answered; without it, what the page holds already. */
  cover<T>(value: T, name?: string): T
}

/** This page's view of the session. Null state: the worker has not answered yet. */
class Session {
  #channel: Channel | null = null
  #state: SessionState | null = null
  #shown: SessionState | null = null
  #cover: Cover | null = null
  #broken: SessionError | null = null
  #paced: Paced | null = null
  readonly #listeners = new Set<() => void>()
  readonly #sealers = new Set<DraftSealer>()
  #lastActivity = 0

  /** Starts or joins the worker. Settles with the first state. */
  async start(lockAfterMinutes: number): Promise<SessionState> {
    const pageLock = `strongroom-page-${crypto.randomUUID()}`
    await holdForever(pageLock)
    this.#channel = new Channel(
      (notice) => this.#notice(notice),
      (error) => this.#fail(error),
    )
    this.#channel.send({
      kind: 'hello',
      hello: {
        pageLock,
        origin: location.origin,
        deviceIdentifier: deviceIdentifier(),
        ...deviceOf(navigator.userAgent),
        stored: readStoredSession(),
        lockAfterMinutes,
      },
    })
    this.#watchActivity()
    return this.#firstState()
  }

  get state(): SessionState | null {
    return this.#shown
  }

  /** Takes effect at once: also on what is under way. */
  setCover(cover: Cover): void {
    this.#cover = cover
    this.#show()
    this.#tell()
  }

  /** What this page holds already, as it may be shown now. */
  shown<T>(value: T, name?: string): T {
    return this.#cover?.cover(value, name) ?? value
  }

  isCovered = (): boolean => this.#cover?.isOn === true

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** While a read waits because the server asked to slow down. */
  paced = (): Paced | null => this.#paced

  snapshot = (): SessionState | null => this.#shown

  call<N extends CallName>(
    name: N,
    args: CallArguments<N>,
    options?: CallOptions<N>,
  ): Promise<CallResult<N>> {
    if (!this.#channel) throw new SessionError('worker', 'The session has not started.')
    const reason = this.#cover?.refusal(name, args)
    if (reason) return Promise.reject(new SessionError('refused', reason))
    const shown = <T>(value: T): T => this.shown(value, name)
    const { onPart } = options ?? {}
    return this.#channel
      .call(name, args, { ...options, ...(onPart && { onPart: (part) => onPart(shown(part)) }) })
      .then(shown)
  }

  setLockAfter(minutes: number): void {
    this.#channel?.send({ kind: 'lock-after', minutes })
  }

  /** After the device id was erased, or where another tab may have erased it: the next sign-in goes by the new one. */
  tellDevice(): void {
    this.#channel?.send({ kind: 'device', deviceIdentifier: deviceIdentifier() })
  }

  onSealDrafts(sealer: DraftSealer): () => void {
    this.#sealers.add(sealer)
    return () => this.#sealers.delete(sealer)
  }

  #notice(notice: Notice): void {
    if (notice.kind === 'keep') writeStoredSession(notice.stored)
    else if (notice.kind === 'seal-drafts') void this.#sealDrafts()
    else if (notice.kind === 'paced') this.#slowDown(notice.seconds)
    else {
      if (notice.state.phase === 'out' && this.#state && this.#state.phase !== 'out') this.tellDevice()
      this.#state = notice.state
      this.#show()
      this.#tell()
    }
  }

  #show(): void {
    this.#shown = this.shown(this.#state)
  }

  #slowDown(seconds: number): void {
    this.#paced = { seconds, endsAt: Date.now() + seconds * 1000 }
    this.#tell()
    setTimeout(
      () => {
        if (this.#paced && this.#paced.endsAt <= Date.now()) {
          this.#paced = null
          this.#tell()
        }
      },
      seconds * 1000 + 50,
    )
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  /** What stands in forms, now: a page is about to be drawn anew. */
  async sealForms(): Promise<void> {
    await Promise.allSettled([...this.#sealers].map((seal) => seal()))
  }

  async #sealDrafts(): Promise<void> {
    await this.sealForms()
    this.#channel?.send({ kind: 'drafts-sealed' })
  }

  #firstState(): Promise<SessionState> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#broken) reject(this.#broken)
        else if (this.#state) resolve(this.#state)
        else return
        stop()
      }
      const stop = this.subscribe(look)
      look()
    })
  }

  #fail(error: SessionError): void {
    this.#broken = error
    this.#tell()
  }

  #watchActivity(): void {
    const touch = () => {
      if (performance.now() - this.#lastActivity < ACTIVITY_EVERY) return
      this.#lastActivity = performance.now()
      this.#channel?.send({ kind: 'active' })
    }
    for (const kind of ACTIVITY) addEventListener(kind, touch, { passive: true, capture: true })
  }
}

/** Takes a Web Lock that ends with the page: by it the worker learns that the page is gone. */
function holdForever(name: string): Promise<void> {
  if (!('locks' in navigator)) return Promise.resolve()
  return new Promise((held) => {
    void navigator.locks.request(name, () => {
      held()
      return new Promise(() => undefined)
    })
  })
}

export const session = new Session()
