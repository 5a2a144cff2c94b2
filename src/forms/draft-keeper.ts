import type { KeptIn } from '#/session/draft-life'

export type DraftState =
  | { kind: 'none' }
  /** Something was typed that is not sealed yet. `keptIn`: where the sealing before went. */
  | { kind: 'waiting'; keptIn: KeptIn | null }
  | { kind: 'sealed'; at: number; keptIn: KeptIn }
  /** It could not even be sealed: what is typed lives as long as the page. */
  | { kind: 'refused' }

/** Leaving and locking lose nothing, but a reload ends the memory that it waits in. */
export function isLostByReload(state: DraftState): boolean {
  return state.kind === 'refused' || (state.kind !== 'none' && state.keptIn === 'memory')
}

/** Does what it is asked one after the other. */
export interface DraftPlace<T> {
  /** Answers with the moment of sealing. */
  put(startedAt: number, content: T): Promise<{ sealedAt: number; keptIn: KeptIn }>
  remove(): Promise<unknown>
}

/** A draft that was found at its place and goes on. */
export interface FoundDraft<T> {
  startedAt: number
  sealedAt: number
  keptIn: KeptIn
  content: T
}

const QUIET = 2_000

/**
 * Keeps one form as a sealed draft: two seconds after the last key, and at once when it is asked to (before a lock,
 * on leaving). It sends at once, also while an older text is on its way: a page that goes away has no later.
 */
export class DraftKeeper<T> {
  readonly #place: DraftPlace<T>
  readonly #listeners = new Set<() => void>()
  #state: DraftState = { kind: 'none' }
  #content: T | null = null
  #keptIn: KeptIn | null
  /** Something was sent there, or lay there before. */
  #mayLieThere: boolean
  #startedAt: number
  #timer: ReturnType<typeof setTimeout> | undefined
  /** As text: a form that comes back to what is sealed has nothing to seal. */
  #sealed: string | null
  /** On its way to be sealed, unless something was sent later. */
  #sent: { content: T } | null = null
  #last: Promise<void> = Promise.resolve()

  constructor(place: DraftPlace<T>, found: FoundDraft<T> | null = null) {
    this.#place = place
    this.#startedAt = found?.startedAt ?? 0
    this.#keptIn = found?.keptIn ?? null
    this.#mayLieThere = found !== null
    this.#content = found?.content ?? null
    this.#sealed = found && JSON.stringify(found.content)
    if (found) this.#state = { kind: 'sealed', at: found.sealedAt, keptIn: found.keptIn }
  }

  state = (): DraftState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the form holds now; null when it differs from nothing, so that there is nothing to keep. */
  change(content: T | null): void {
    if (content !== null && this.#state.kind === 'sealed' && JSON.stringify(content) === this.#sealed) return
    clearTimeout(this.#timer)
    this.#content = content
    if (content === null) {
      if (this.#state.kind === 'none' && !this.#mayLieThere) return
      void this.finish()
      return
    }
    if (this.#startedAt === 0) this.#startedAt = Date.now()
    if (this.#state.kind !== 'refused') this.#set({ kind: 'waiting', keptIn: this.#keptIn })
    this.#timer = setTimeout(() => void this.seal(), QUIET)
  }

  /** Seals what is not sealed yet. Never rejects: a refusal is a state. */
  seal(): Promise<void> {
    clearTimeout(this.#timer)
    const content = this.#content
    if (content === null || this.#state.kind === 'sealed') return this.#last
    if (this.#sent?.content === content) return this.#last
    const sent = { content }
    this.#sent = sent
    this.#mayLieThere = true
    const sealing = send(() => this.#place.put(this.#startedAt, content))
    this.#last = this.#last.then(async () => {
      const answer = await sealing.catch(() => null)
      if (this.#sent !== sent) return
      this.#sent = null
      if (!answer) {
        this.#set({ kind: 'refused' })
        return
      }
      this.#keptIn = answer.keptIn
      this.#sealed = JSON.stringify(content)
      if (this.#content === content) this.#set({ kind: 'sealed', at: answer.sealedAt, keptIn: answer.keptIn })
    })
    return this.#last
  }

  /** After saving or discarding: nothing is kept any more. */
  finish(): Promise<void> {
    clearTimeout(this.#timer)
    this.#content = null
    this.#sent = null
    this.#startedAt = 0
    this.#set({ kind: 'none' })
    if (!this.#mayLieThere) return this.#last
    this.#mayLieThere = false
    this.#keptIn = null
    const removing = send(() => this.#place.remove())
    // What cannot be erased was most likely never kept; it goes after seven days in any case.
    this.#last = this.#last.then(() => removing.then(noted, noted))
    return this.#last
  }

  /** Leaving now would lose what was typed. */
  get isUnkept(): boolean {
    return this.#content !== null && this.#state.kind !== 'sealed'
  }

  #set(state: DraftState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const noted = () => undefined

/** At once. A refusal may be thrown before there is a promise, and is looked at only in its turn. */
function send<R>(call: () => Promise<R>): Promise<R> {
  const sending = (async () => call())()
  sending.catch(noted)
  return sending
}
