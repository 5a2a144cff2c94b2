import { ApiError, isAbort } from '#/api/error'
import { fillMoment } from '#/domain/events/fill-moment'
import {
  type AskPage,
  ExpiredTokenError,
  readSpan,
  RepeatedPageError,
  type PageRequest,
  type Span,
} from '#/domain/events/pager'
import { publicRow, type PublicFilter } from '#/domain/events/public-row'
import { eventRow, type EventRow } from '#/domain/events/row'
import { gapsOf, withSpan } from '#/domain/events/spans'
import { EventStore } from '#/domain/events/store'
import { lastTickOfMs, msOf, tickOf, tickOfMs } from '#/domain/events/tick'
import type { CrowdedMoment, EventFault, EventLoadState, TimeSpan } from '#/session/event-types'
import type { Context } from './vault'

/** Of a page that fails for a passing reason. */
const RETRY_AFTER = [500, 2_000]
const WAIT_WHEN_PACED = 30
/** Rows may be written some time after the moment that they tell. */
const LOOK_BACK = 2 * 60_000
/** The server tells its time to the second. */
const CLOCK_MARGIN = 2_000

/** The log of one organization, as far as it was asked for. Reading goes on when the page that asked is left. */
export class EventLog {
  readonly store = new EventStore()
  readonly #context: Context
  readonly #organizationId: string
  readonly #filter: PublicFilter
  readonly #isAlive: () => boolean
  #covered: Span[] = []
  #wanted: Span | null = null
  #running: AbortController | null = null
  #status: EventLoadState['status'] = 'idle'
  #fault: EventFault | null = null
  #crowded = new Map<number, CrowdedMoment>()
  #doubles = 0
  #unplaced = 0
  #pages = 0
  #readAt: number | null = null
  readonly #listeners = new Set<() => void>()

  /** `place`: the organization, in the audit view with a filter of the Public API behind it (`logPlace`). */
  constructor(context: Context, place: string, isAlive: () => boolean) {
    const [organizationId = '', filter] = place.split('?')
    this.#context = context
    this.#organizationId = organizationId
    this.#filter = Object.fromEntries(new URLSearchParams(filter))
    this.#isAlive = isAlive
  }

  /** Reads what of the span is not here. Rows that were read stay, whatever is asked for next. */
  start({ from, to }: TimeSpan): void {
    const wanted = { from: tickOfMs(from), to: lastTickOfMs(Math.min(to, this.#serverNow())) }
    const isSame = this.#wanted?.from === wanted.from && this.#wanted.to === wanted.to
    if (isSame && (this.#running || this.#missing().length === 0)) return
    this.#running?.abort()
    this.#wanted = wanted
    this.#fault = null
    this.#unplaced = 0
    void this.#load(wanted)
  }

  stop(): void {
    this.#running?.abort()
    this.#running = null
    if (this.#status === 'loading' || this.#status === 'waiting') this.#set('stopped')
  }

  /** Goes on with what is missing, after a stop or a fault. */
  resume(): void {
    if (!this.#wanted || this.#running) return
    this.#fault = null
    void this.#load(this.#wanted)
  }

  /** Reads what has come since, and a little before that again: rows may come late. Gives the number of new rows. */
  async refresh(signal: AbortSignal): Promise<number> {
    const newest = this.#covered[0]
    if (!newest || !this.#wanted) return 0
    const now = this.#serverNow()
    const span = { from: Math.max(newest.from, newest.to - LOOK_BACK * 10_000), to: lastTickOfMs(now) }
    const rows = []
    const crowded: number[] = []
    for await (const step of readSpan((request) => this.#ask(request, signal), span)) {
      rows.push(...step.rows)
      if (step.crowded !== null) crowded.push(step.crowded)
    }
    if (!this.#isAlive()) return 0
    const added = this.store.addMissing(span, rows)
    for (const tick of crowded) this.#noteCrowded(tick)
    this.#covered = withSpan(this.#covered, span)
    this.#wanted = { from: this.#wanted.from, to: Math.max(this.#wanted.to, span.to) }
    this.#readAt = Date.now()
    this.#tell()
    return added.length
  }

  /** All rows of one moment: from here, or asked for where it was not read. */
  async rowsAt(date: string, signal: AbortSignal): Promise<EventRow[]> {
    const tick = tickOf(date)
    const span = { from: tick, to: tick }
    const here = () => {
      const { from, to } = this.store.range(span)
      return Array.from({ length: to - from }, (_, index) => this.store.rowAt(from + index))
    }
    if (gapsOf(span, this.#covered).length === 0) return here()
    const rows: EventRow[] = []
    for await (const step of readSpan((request) => this.#ask(request, signal), span)) rows.push(...step.rows)
    return rows
  }

  /**
   * Looks in the logs of objects and members for what stands at crowded moments besides; gives how many rows were
   * found. `left`: logs that are known and are not among these.
   */
  async fill(logs: readonly AskPage[], left: number, signal: AbortSignal): Promise<number> {
    let found = 0
    for (const [tick, moment] of [...this.#crowded].filter(([, { filled }]) => filled === null)) {
      const { added, ...answers } = await fillMoment(this.store, tick, logs)
      if (signal.aborted || !this.#isAlive()) return found
      found += added
      const { from, to } = this.store.range({ from: tick, to: tick })
      this.#crowded.set(tick, { ...moment, known: to - from, filled: { ...answers, left } })
      this.#tell()
    }
    return found
  }

  get isReading(): boolean {
    return this.#running !== null
  }

  state(): EventLoadState {
    const wanted = this.#wanted
    const range = wanted ? this.store.range(wanted) : { from: 0, to: 0 }
    return {
      version: this.store.version,
      status: this.#status,
      fault: this.#fault,
      wanted: wanted && timesOf(wanted),
      missing: this.#missing().map(timesOf),
      crowded: [...this.#crowded.values()].filter(
        ({ at }) => wanted && tickOfMs(at) >= wanted.from && tickOfMs(at) <= wanted.to,
      ),
      rows: range.to - range.from,
      doubles: this.#doubles,
      unplaced: this.#unplaced,
      pages: this.#pages,
      bytes: this.store.bytes,
      readAt: this.#readAt,
      newest: this.store.count > 0 ? this.store.rowAt(0).at : null,
    }
  }

  /** What of a span is not here, and at which moments of it there may be more than the server gives out. */
  gaps(span: TimeSpan): Pick<EventLoadState, 'missing' | 'crowded' | 'unplaced' | 'status' | 'fault'> {
    const ticks = { from: tickOfMs(span.from), to: lastTickOfMs(span.to) }
    return {
      missing: gapsOf(ticks, this.#covered).map(timesOf),
      crowded: [...this.#crowded.values()].filter(({ at }) => at >= span.from && at <= span.to),
      unplaced: this.#unplaced,
      status: this.#status,
      fault: this.#fault,
    }
  }

  /** Calls back after each change, until it is taken off. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #missing(): Span[] {
    return this.#wanted ? gapsOf(this.#wanted, this.#covered) : []
  }

  async #load(wanted: Span): Promise<void> {
    const abort = new AbortController()
    this.#running = abort
    this.#set('loading')
    try {
      for (const gap of gapsOf(wanted, this.#covered)) await this.#loadGap(gap, abort.signal)
      if (this.#running === abort) this.#set('idle')
    } catch (error) {
      if (abort.signal.aborted || isAbort(error) || !this.#isAlive()) return
      this.#fault = faultOf(error)
      this.#set('failed')
    } finally {
      if (this.#running === abort) this.#running = null
    }
  }

  async #loadGap(gap: Span, signal: AbortSignal): Promise<void> {
    // Of a page that was cut off some rows may be here.
    this.store.drop(gap)
    for await (const step of readSpan((request) => this.#askAgain(request, signal), gap)) {
      if (signal.aborted || !this.#isAlive()) return
      this.store.add(step.rows)
      if (step.crowded !== null) this.#noteCrowded(step.crowded)
      this.#doubles += step.doubles
      this.#unplaced += step.unplaced
      this.#covered = withSpan(this.#covered, { from: step.downTo, to: gap.to })
      this.#readAt ??= Date.now()
      this.#tell()
    }
  }

  #noteCrowded(tick: number): void {
    const { from, to } = this.store.range({ from: tick, to: tick })
    this.#crowded.set(tick, { at: msOf(tick), known: to - from, filled: null })
  }

  /** A page, asked for again where that may help. */
  async #askAgain(request: PageRequest, signal: AbortSignal) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#ask(request, signal)
      } catch (error) {
        if (isExpired(error, request)) throw new ExpiredTokenError()
        const wait = waitAfter(error, attempt)
        if (wait === null || signal.aborted) throw error
        this.#set('waiting')
        await pauseFor(wait, signal)
        this.#set('loading')
      }
    }
  }

  async #ask(request: PageRequest, signal: AbortSignal) {
    if (this.#context.vault.audit) return this.#askPublicly(request, signal)
    const answer = await this.#context.client.call(
      'organizationEventList',
      { params: { id: this.#organizationId }, query: request },
      { signal },
    )
    this.#pages += 1
    const { data, continuationToken, unplaced } = answer
    return { rows: data.map(eventRow), continuationToken, unplaced }
  }

  async #askPublicly(request: PageRequest, signal: AbortSignal) {
    const query = { ...request, ...this.#filter }
    const { data, continuationToken, unplaced } = await this.#context.client.call(
      'publicEventList',
      { query },
      { signal },
    )
    this.#pages += 1
    return { rows: data.map(publicRow), continuationToken, unplaced }
  }

  #serverNow(): number {
    return Date.now() - (this.#context.vault.server?.clockSkew ?? 0) + CLOCK_MARGIN
  }

  #set(status: EventLoadState['status']): void {
    this.#status = status
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const timesOf = ({ from, to }: Span): TimeSpan => ({ from: msOf(from), to: msOf(to) })

/** The same dates were taken before: what the server does not take is the token. */
const isExpired = (error: unknown, { continuationToken }: PageRequest): boolean =>
  continuationToken !== undefined && error instanceof ApiError && error.status === 400

/** Milliseconds, or null where asking again would not help. */
function waitAfter(error: unknown, attempt: number): number | null {
  if (!(error instanceof ApiError)) return null
  if (error.status === 429) return (error.retryAfter ?? WAIT_WHEN_PACED) * 1000
  const isPassing = error.kind === 'network' || error.status >= 500
  return isPassing ? (RETRY_AFTER[attempt] ?? null) : null
}

function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}

function faultOf(error: unknown): EventFault {
  if (error instanceof RepeatedPageError) return { kind: 'repeats' }
  if (error instanceof ApiError && (error.status === 404 || error.status === 403)) return { kind: 'denied' }
  const status = error instanceof ApiError ? error.status : 0
  return { kind: 'request', message: error instanceof Error ? error.message : String(error), status }
}
