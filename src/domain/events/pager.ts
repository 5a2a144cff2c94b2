import type { EventRow } from './row'
import { dateOf, tickOf, tokenOf, type Tick } from './tick'

export interface Span {
  /** Both ends belong to it. */
  from: Tick
  to: Tick
}

export interface PageRequest {
  start: string
  end: string
  continuationToken?: string
}

export interface EventPage {
  rows: readonly EventRow[]
  continuationToken: string | null
  /** Rows without a usable date, which are not among the others. */
  unplaced?: number
}

export type AskPage = (request: PageRequest) => Promise<EventPage>

/** What is known after a page: everything of the span down to `downTo`, but for a moment that is told as crowded. */
export interface PagerStep {
  rows: readonly EventRow[]
  downTo: Tick
  /** Rows that came a second time, by intent: pages overlap by a moment. */
  doubles: number
  /** A moment at which as many rows stand as one page holds. There may be more, and the server gives out no others. */
  crowded: Tick | null
  /** Rows that have no place, as they came without a usable date. */
  unplaced: number
}

/** For `ask` to tell that the server takes a token no more. */
export class ExpiredTokenError extends Error {
  override name = 'ExpiredTokenError'
}

/** The server gives the same rows again and again: what is older cannot be read. */
export class RepeatedPageError extends Error {
  override name = 'RepeatedPageError'
}

const PAGE = 50
const DAY = 86_400_000 * 10_000
/** The server takes 367 days; one less, so that no rounding of its own matters. */
const LONGEST = 366 * DAY
/** Pages in a row without anything older: an engine of the cloud may give some empty ones with a token. */
const MOST_IDLE = 200

/**
 * Reads a span of a log to its end, newest first, without loss or doubles, as far as the server can tell.
 *
 * SQL servers go on *behind the moment* of the last row, so that rows of the same moment are lost between two pages
 * (event-log.md §3). Here each page begins with the moment where the last one ended, and that moment is counted when
 * it has come whole. Engines of the cloud have tokens of their own kind, which lose nothing and are followed.
 * Where such a token expires, it goes on by date, if what came was in order. Spans that are longer than the server takes
 * are cut. Faults of `ask` reach the caller: what was yielded stays true.
 */
export async function* readSpan(ask: AskPage, span: Span): AsyncGenerator<PagerStep> {
  let { to } = span
  while (to >= span.from) {
    const from = Math.max(span.from, to - LONGEST)
    yield* readWindow(ask, { from, to })
    to = from - 1
  }
}

async function* readWindow(ask: AskPage, window: Span): AsyncGenerator<PagerStep> {
  const bounds = { start: dateOf(window.from), end: dateOf(window.to) }
  const place: Place = { upper: window.to, held: [], token: null, isEndIgnored: false }
  const trail = new Trail(window.to)
  let idle = 0
  while (place.upper >= window.from) {
    const page = await ask(requestOf(bounds, place)).catch((error: unknown) => {
      const from = place.token !== null && error instanceof ExpiredTokenError ? trail.resume() : null
      if (from === null) throw error
      Object.assign(place, { upper: from, held: [], token: null })
      return null
    })
    if (!page) continue
    const inside = page.rows.filter(({ date }) => isWithin(tickOf(date), window.from, place.upper))
    const fresh = trail.without(inside)
    const isPlaced = place.token !== null || isWhereAsked(page.rows, inside, place)
    if (!isPlaced && !place.isEndIgnored) {
      place.isEndIgnored = true
      continue
    }
    const last = oldestOf(page.rows)
    const next = page.continuationToken
    if (next === null) {
      yield stepOf(page, isPlaced ? fresh : [...missingFrom(place.held, fresh), ...fresh], window.from)
      return
    }
    if (last === null || next !== tokenOf(last)) {
      // An engine's token loses nothing. Rows of the oldest moment may go on in the next page.
      idle = next === place.token || fresh.length === 0 ? idle + 1 : 0
      if (idle > MOST_IDLE) throw new RepeatedPageError(REPEATS)
      place.token = next
      trail.follow(fresh)
      yield stepOf(page, fresh, place.upper + 1)
      continue
    }
    const older = fresh.filter(({ date }) => tickOf(date) > last)
    const isCrowded = older.length === 0 && fresh.length >= PAGE
    if (!isPlaced || (older.length === 0 && !isCrowded)) throw new RepeatedPageError(REPEATS)
    yield isCrowded ? { ...stepOf(page, fresh, last), crowded: last } : stepOf(page, older, last + 1)
    place.upper = isCrowded ? last - 1 : last
    place.held = isCrowded ? [] : fresh.filter(({ date }) => tickOf(date) === last)
  }
}

interface Place {
  /** Everything that is newer has been given out. */
  upper: Tick
  /** Rows of that moment which were seen already: they have to come again. */
  held: readonly EventRow[]
  /** An engine's own token, to go on with. */
  token: string | null
  /** Some logs do not look at `end` (§3): there the place is told by a token that is made here. */
  isEndIgnored: boolean
}

function requestOf(bounds: PageRequest, { upper, token, isEndIgnored }: Place): PageRequest {
  if (token !== null) return { ...bounds, continuationToken: token }
  if (isEndIgnored) return { ...bounds, continuationToken: tokenOf(upper + 1) }
  return { ...bounds, end: dateOf(upper) }
}

/** False where the server has begun somewhere else: at the newest again, or behind the moment of the overlap. */
function isWhereAsked(
  rows: readonly EventRow[],
  fresh: readonly EventRow[],
  { upper, held }: Place,
): boolean {
  const again = fresh.filter(({ date }) => tickOf(date) === upper).length
  return again >= held.length && !rows.some(({ date }) => tickOf(date) > upper)
}

/** Rows of the last page that did not come again: purged meanwhile, or the server has left them out. */
function missingFrom(held: readonly EventRow[], fresh: readonly EventRow[]): EventRow[] {
  const here = countsOf(fresh)
  return held.filter((row) => {
    const left = here.get(JSON.stringify(row)) ?? 0
    here.set(JSON.stringify(row), left - 1)
    return left <= 0
  })
}

/** What came by the tokens of an engine, as far as it must be known to go on without them. */
class Trail {
  /** The oldest moment so far, and the rows of it. */
  #oldest: Tick
  #there: EventRow[] = []
  #isSorted = true
  #resumedAt: Tick | null = null
  /** Rows that were given out before the token expired, and come again. */
  #again = new Map<string, number>()

  constructor(newest: Tick) {
    this.#oldest = newest
  }

  follow(rows: readonly EventRow[]): void {
    for (const row of rows) {
      const tick = tickOf(row.date)
      if (tick > this.#oldest) this.#isSorted = false
      if (tick < this.#oldest) this.#there = []
      this.#oldest = Math.min(this.#oldest, tick)
      if (tick === this.#oldest) this.#there.push(row)
    }
  }

  /** The moment to go on from; null where that would lose rows, or was tried at the same moment already. */
  resume(): Tick | null {
    if (!this.#isSorted || this.#resumedAt === this.#oldest) return null
    this.#resumedAt = this.#oldest
    this.#again = countsOf(this.#there)
    return this.#oldest
  }

  without(rows: readonly EventRow[]): readonly EventRow[] {
    if (this.#again.size === 0) return rows
    return rows.filter((row) => {
      const left = this.#again.get(JSON.stringify(row)) ?? 0
      if (left > 0) this.#again.set(JSON.stringify(row), left - 1)
      return left === 0
    })
  }
}

function countsOf(rows: readonly EventRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1)
  return counts
}

const REPEATS = 'The server gives the same page again.'

const stepOf = (page: EventPage, rows: readonly EventRow[], downTo: Tick): PagerStep => ({
  rows,
  downTo,
  doubles: Math.max(0, page.rows.length - rows.length),
  crowded: null,
  unplaced: page.unplaced ?? 0,
})

const isWithin = (tick: Tick, from: Tick, to: Tick) => tick >= from && tick <= to

function oldestOf(rows: readonly EventRow[]): Tick | null {
  let oldest: Tick | null = null
  for (const { date } of rows) {
    const tick = tickOf(date)
    if (oldest === null || tick < oldest) oldest = tick
  }
  return oldest
}
