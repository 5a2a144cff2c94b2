/** Seconds between two looks at a server that is away; the last one stays. */
const ASK_AGAIN = [2, 4, 8, 15, 30] as const
/** A server that answers is asked at most this often whether it is still the same one, and only where it is used. */
const LOOK_EVERY = 15 * 60_000

/**
 * Notices that the server went away, came back or was replaced by another version. It goes by what requests meet:
 * a server that nobody asks is not asked here either, and one that fails at a single address is asked once.
 */
export class ServerWatch {
  readonly #ask: () => Promise<boolean>
  readonly #isNeeded: () => boolean
  #isAsking = false
  #failures = 0
  #askedAt = performance.now()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `ask` asks the server who it is, tells the pages, and gives false where it is away. It does not throw. */
  constructor(ask: () => Promise<boolean>, isNeeded: () => boolean) {
    this.#ask = ask
    this.#isNeeded = isNeeded
  }

  /** The same `fetch`, overheard. What it answers goes through as it is. */
  overhear(inner: typeof fetch): typeof fetch {
    return async (input, init) => {
      try {
        const response = await inner(input, init)
        if (isInItsPlace(response)) this.#heard()
        else this.doubt()
        return response
      } catch (error) {
        if (!init?.signal?.aborted) this.doubt()
        throw error
      }
    }
  }

  /** Something failed as it does where no server is. While one is away the looks go on by themselves. */
  doubt(): void {
    if (this.#failures === 0) void this.look()
  }

  #heard(): void {
    const since = performance.now() - this.#askedAt
    const isDue = this.#failures === 0 ? since > LOOK_EVERY : since > ASK_AGAIN[0] * 1000
    if (isDue) void this.look()
  }

  async look(): Promise<void> {
    if (this.#isAsking) return
    clearTimeout(this.#timer)
    if (!this.#isNeeded()) {
      this.#failures = 0
      return
    }
    this.#isAsking = true
    this.#askedAt = performance.now()
    const answers = await this.#ask()
    this.#isAsking = false
    if (answers) {
      this.#failures = 0
      return
    }
    const wait = ASK_AGAIN[Math.min(this.#failures, ASK_AGAIN.length - 1)] ?? 30
    this.#failures += 1
    this.#timer = setTimeout(() => void this.look(), wait * 1000)
  }
}

/** A proxy speaks for a server that is gone, a captive portal sends elsewhere or shows its own page. */
function isInItsPlace(response: Response): boolean {
  const isPage = response.headers.get('Content-Type')?.includes('text/html') ?? false
  return response.type !== 'opaqueredirect' && !isPage && ![502, 503, 504].includes(response.status)
}
