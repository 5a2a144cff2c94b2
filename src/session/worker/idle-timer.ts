const CHECK_EVERY = 5_000

/** Minutes of idleness after which each thing happens; null for never. */
export interface IdleLimits {
  lock: number | null
  signOut: number | null
}

/**
 * Locks and signs out after idleness. It compares times instead of counting down: timers of a sleeping machine stand
 * still, and the first tick after waking must lock.
 */
export class IdleTimer {
  readonly #acts: { lock: () => void; signOut: () => void }
  #limits: IdleLimits = { lock: null, signOut: null }
  #lastActive = Date.now()
  #ticking: ReturnType<typeof setInterval> | null = null

  constructor(acts: { lock: () => void; signOut: () => void }) {
    this.#acts = acts
  }

  /** Checks first: the key that wakes a machine after an hour must not count as never having been away. */
  touch(): void {
    this.#check()
    this.#lastActive = Date.now()
  }

  set(limits: IdleLimits): void {
    this.#limits = limits
    if (limits.lock === null && limits.signOut === null) {
      if (this.#ticking) clearInterval(this.#ticking)
      this.#ticking = null
      return
    }
    this.#ticking ??= setInterval(() => this.#check(), CHECK_EVERY)
  }

  #check(): void {
    const { lock, signOut } = this.#limits
    const idle = Math.abs(Date.now() - this.#lastActive)
    if (signOut !== null && idle >= signOut * 60_000) this.#acts.signOut()
    else if (lock !== null && idle >= lock * 60_000) this.#acts.lock()
  }
}
