const WINDOW = 10_000
const SILENT = 3_000

/** How fast items end: over the last ten seconds, and nothing in the first three. */
export class Rate {
  readonly #ends: { at: number; count: number }[] = []
  #since = 0

  /** After a rest the time of the rest does not count. */
  begin(now: number): void {
    this.#ends.length = 0
    this.#since = now
  }

  add(now: number, count: number): void {
    this.#ends.push({ at: now, count })
    while ((this.#ends[0]?.at ?? now) < now - WINDOW) this.#ends.shift()
  }

  /** Items a second, or null where it is too early to say. */
  at(now: number): number | null {
    if (now - this.#since < SILENT) return null
    const recent = this.#ends.filter(({ at }) => at >= now - WINDOW)
    const count = recent.reduce((sum, end) => sum + end.count, 0)
    return count === 0 ? null : count / (Math.min(WINDOW, now - this.#since) / 1000)
  }
}
