const CHECK_EVERY = 5_000

/**
 * Locks after idleness. It compares times instead of counting down: timers of a sleeping machine stand still, and
 * the first tick after waking must lock.
 */
export class IdleTimer {
  readonly #onIdle: () => void
  #minutes: number | null = null
  #lastActive = Date.now()
  #ticking: ReturnType<typeof setInterval> | null = null

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle
  }

  /** Checks first: the key that wakes a machine after an hour must not count as never having been away. */
  touch(): void {
    this.#check()
    this.#lastActive = Date.now()
  }

  /** Minutes of idleness allowed; null while there is nothing to lock. */
  set(minutes: number | null): void {
    this.#minutes = minutes
    if (minutes === null) {
      if (this.#ticking) clearInterval(this.#ticking)
      this.#ticking = null
      return
    }
    this.#ticking ??= setInterval(() => this.#check(), CHECK_EVERY)
  }

  #check(): void {
    if (this.#minutes === null) return
    const idle = Math.abs(Date.now() - this.#lastActive)
    if (idle >= this.#minutes * 60_000) this.#onIdle()
  }
}
