import { eventLink, linkedDate } from '#/domain/events/event-link'
import { burstsIn, type Burst } from '#/domain/events/bursts'
import { findEvents } from '#/domain/events/find'
import { MARKS, marksOf, type Marks } from '#/domain/events/marks'
import { scan } from '#/domain/events/scan'
import { usesOf } from '#/domain/events/uses'
import { lastTickOfMs, tickOf, tickOfMs } from '#/domain/events/tick'
import type {
  EventAnswer,
  EventLoadState,
  EventQuery,
  FoundEvents,
  ShownEvent,
  TimeSpan,
} from '#/session/event-types'
import type { Call, InOrganization } from './call'
import { EventLog } from './event-log'
import { objectAsk } from './object-log'
import type { Context } from './vault'

/** Between two reports of the state. */
const TELL_EVERY = 120
const BARS = 48
const MOST_VALUES = 50
const MOST_BURSTS = 50
/** While more than these are being read, marks are made at the end: each page would have all looked through again. */
const MARKED_MEANWHILE = 50_000

/** The log of an organization. Reading it is recorded nowhere. */
export const eventCalls = {
  /** Begins to read a span, or goes on with another; returns at once. */
  eventsStart: async (c: Context, a: InOrganization & { span: TimeSpan }) =>
    logOf(c, a.organizationId).start(a.span),
  eventsStop: async (c: Context, a: InOrganization) => logOf(c, a.organizationId).stop(),
  eventsResume: async (c: Context, a: InOrganization) => logOf(c, a.organizationId).resume(),
  /** `objects`: `secret:<id>`, `project:<id>`, `machine:<id>`, `member:<id>`; `left`: others that are not asked. */
  eventsFill: (c: Context, a: InOrganization & { objects: readonly string[]; left: number }, call: Call) =>
    logOf(c, a.organizationId).fill(
      a.objects.map((key) => objectAsk(c, a.organizationId, key, call.signal)),
      a.left,
      call.signal,
    ),
  eventsRefresh: (c: Context, a: InOrganization, call: Call) =>
    logOf(c, a.organizationId).refresh(call.signal),
  /** Tells how far it is, at once and after changes, until it is cancelled. */
  eventsWatch: (c: Context, a: InOrganization, call: Call<EventLoadState>) =>
    watch(logOf(c, a.organizationId), call),
  /** Of a long log the rows come first, as a part; null where the page has asked for others meanwhile. */
  eventsQuery: (c: Context, a: EventQuery, call: Call<FoundEvents>) => query(c, a, call),
  /** Who used which secret last, of what has been read of the span. */
  eventsUses: async (c: Context, { organizationId, span }: InOrganization & { span: TimeSpan }) =>
    usesOf(logOf(c, organizationId).store, ticksOf(span)),
  /** One event by its link, and its place among the rows of this page's last query; null where there is none. */
  eventsFind: (c: Context, a: InOrganization & { link: string }, call: Call) => findByLink(c, a, call),
  /** Rows up to so many milliseconds before and after a moment, whatever is filtered. */
  eventsAround: async (c: Context, a: InOrganization & { at: number; within: number }) => around(c, a),
  /** More rows of the last query of this page. */
  eventsRows: async (c: Context, a: InOrganization & { from: number; to: number }, call: Call) =>
    rowsOf(c, a, call.page),
}

export function logOf(context: Context, organizationId: string): EventLog {
  const key = `events:${organizationId}`
  const known = context.caches.get(key)
  if (known instanceof EventLog) return known
  // Gone from there with a lock, and then it reads no further.
  const made: EventLog = new EventLog(context, organizationId, () => context.caches.get(key) === made)
  context.caches.set(key, made)
  return made
}

function watch(log: EventLog, call: Call<EventLoadState>): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let toldAt = 0
    const tell = () => {
      timer = undefined
      toldAt = performance.now()
      call.part(log.state())
    }
    const stop = log.watch(() => {
      timer ??= setTimeout(tell, Math.max(0, toldAt + TELL_EVERY - performance.now()))
    })
    tell()
    call.signal.addEventListener('abort', () => {
      stop()
      clearTimeout(timer)
      resolve()
    })
  })
}

interface Asked {
  query: EventQuery
  version: number
  /** The newest row then. */
  newest: number
  matches: Uint32Array
}

/** The last query of each page, by the log that it was put to. */
const asked = new WeakMap<EventLog, WeakMap<object, Asked>>()

/** From here on what is told of all rows takes longer than a frame. */
const LONG = 100_000

async function query(
  context: Context,
  request: EventQuery,
  call: Call<FoundEvents>,
): Promise<EventAnswer | null> {
  const log = logOf(context, request.organizationId)
  const begun = performance.now()
  if (log.store.count >= LONG) {
    const found = find(log, request)
    const mine = remember(log, request, call.page, found.matches)
    call.part(shown(log, request, found))
    // Lets a newer question pass.
    await new Promise((resolve) => setTimeout(resolve))
    if (call.signal.aborted || asked.get(log)?.get(call.page) !== mine) return null
  }
  const { matches, inRange, ...rest } = scanFor(log, request)
  remember(log, request, call.page, matches)
  const marks = marksFor(log)
  return {
    ...rest,
    ...shown(log, request, { matches, inRange }),
    bursts: marks && burstsIn(log.store, marks, matches, MOST_BURSTS),
    took: performance.now() - begun,
  }
}

type Found = ReturnType<typeof findEvents>

const shown = (log: EventLog, { window }: EventQuery, { matches, inRange }: Found): FoundEvents => ({
  version: log.store.version,
  matched: matches.length,
  inRange,
  rows: rowsAt(log, matches, window),
})

function find(log: EventLog, { filter, range, brush }: EventQuery): Found {
  const marks = filter.choice.is === undefined ? null : marksFor(log, true)
  return findEvents(log.store, { filter, ...ticksOfBoth(range, brush), marks: marks?.flags ?? null })
}

function remember(log: EventLog, query: EventQuery, page: object, matches: Uint32Array): Asked {
  const { store } = log
  const byPage = asked.get(log) ?? new WeakMap<object, Asked>()
  asked.set(log, byPage)
  const newest = store.count === 0 ? 0 : tickOf(store.rowAt(0).date)
  const mine = { query, version: store.version, newest, matches }
  byPage.set(page, mine)
  return mine
}

function scanFor(log: EventLog, { filter, range, brush }: EventQuery) {
  return scan(log.store, {
    filter,
    ...ticksOfBoth(range, brush),
    bars: BARS,
    marks: marksFor(log, filter.choice.is !== undefined)?.flags ?? null,
    mostValues: MOST_VALUES,
  })
}

const ticksOfBoth = (range: TimeSpan, brush: TimeSpan | null) => ({
  range: ticksOf(range),
  brush: brush && ticksOf(brush),
})

/** Marks are of the whole log that is loaded and cost a pass of their own: once for each change of the rows. */
const marked = new WeakMap<EventLog, { version: number; isReading: boolean; marks: Marks }>()

export function marksFor(log: EventLog, isNeeded = false): Marks | null {
  const known = marked.get(log)
  const { isReading } = log
  if (known?.version === log.store.version && known.isReading === isReading) return known.marks
  if (!isNeeded && isReading && log.store.count > MARKED_MEANWHILE) return null
  const marks = marksOf(log.store)
  // What is on its way is older: nothing can be called the first yet.
  if (isReading) marks.flags.forEach((flags, at) => (marks.flags[at] = flags & MARKS.burst))
  marked.set(log, { version: log.store.version, isReading, marks })
  return marks
}

function rowsOf(context: Context, request: InOrganization & { from: number; to: number }, page: object) {
  const log = logOf(context, request.organizationId)
  const last = asked.get(log)?.get(page)
  if (!last) return []
  if (last.version === log.store.version) return rowsAt(log, last.matches, request)
  // Rows have come since. The page counts from the newest that it knows: what is newer stands before its first.
  const { matches } = find(log, last.query)
  const newer = log.store.range({ from: last.newest + 1, to: Number.MAX_SAFE_INTEGER }).to
  const shift = matches.findIndex((at) => at >= newer)
  const from = request.from + Math.max(0, shift)
  return rowsAt(log, matches, { from, to: from + request.to - request.from })
}

async function findByLink(
  context: Context,
  { organizationId, link }: InOrganization & { link: string },
  call: Call,
) {
  const log = logOf(context, organizationId)
  const rows = await log.rowsAt(linkedDate(link), call.signal)
  const row = rows.find((each) => eventLink(each) === link)
  if (!row) return null
  const matches = asked.get(log)?.get(call.page)?.matches ?? new Uint32Array()
  const tick = tickOf(row.date)
  const { from, to } = log.store.range({ from: tick, to: tick })
  const isIt = (at: number) => at >= from && at < to && eventLink(log.store.rowAt(at)) === link
  const place = matches.findIndex(isIt)
  const at = place === -1 ? undefined : matches[place]
  const here = at ?? Array.from({ length: to - from }, (_, n) => from + n).find(isIt)
  if (here === undefined) return { row, place, burst: null }
  return { row: shownAt(log, here), place, burst: burstAt(log, here) }
}

const MOST_AROUND = 400

function around(
  context: Context,
  { organizationId, at, within }: InOrganization & { at: number; within: number },
) {
  const { store } = logOf(context, organizationId)
  const { from, to } = store.range(ticksOf({ from: at - within, to: at + within }))
  return Array.from({ length: Math.min(MOST_AROUND, to - from) }, (_, index) => store.rowAt(from + index))
}

function burstAt(log: EventLog, at: number): Burst | null {
  const marks = marksFor(log)
  if (!marks) return null
  return burstsIn(log.store, marks, Uint32Array.of(at), 1).largest[0] ?? null
}

const rowsAt = (log: EventLog, matches: Uint32Array, { from, to }: { from: number; to: number }) =>
  Array.from(matches.subarray(Math.max(0, from), Math.max(0, to)), (at) => shownAt(log, at))

function shownAt(log: EventLog, at: number): ShownEvent {
  const marks = marksFor(log)?.flags[at] ?? 0
  return marks === 0 ? log.store.rowAt(at) : { ...log.store.rowAt(at), marks }
}

export const ticksOf = ({ from, to }: TimeSpan) => ({ from: tickOfMs(from), to: lastTickOfMs(to) })
