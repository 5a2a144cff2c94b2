import type { PauseReason } from '#/jobs/job-types'

const MOST_PACED = 8
const MOST_FAILING = 5
const SLOWEST_GAP = 4_000
const CAUTIOUS_GAP = 1_000

/**
 * How fast one run goes, as the server wishes. The client below keeps the pace of requests; this only makes the
 * pauses that a 429 asks for and gives up where it is of no use to go on.
 */
export class JobPace {
  /** Milliseconds before the next request. */
  wait = 0
  /** The next request is to ask for fewer. */
  halve = false
  #gap = 0
  #paced = 0
  #failing = 0

  went(): void {
    this.wait = this.#gap
    this.halve = false
    this.#paced = 0
    this.#failing = 0
  }

  refusedWhole(): void {
    this.wait = this.#gap
    this.halve = true
  }

  slowDown(seconds: number): PauseReason | null {
    this.#paced += 1
    this.#gap = Math.min(SLOWEST_GAP, Math.max(CAUTIOUS_GAP, this.#gap * 2))
    this.wait = seconds * 1000
    this.halve = false
    return this.#paced >= MOST_PACED ? 'slow' : null
  }

  failedAgain(): PauseReason | null {
    this.#failing += 1
    this.wait = Math.max(CAUTIOUS_GAP, this.#gap)
    this.halve = false
    return this.#failing >= MOST_FAILING ? 'failing' : null
  }
}
