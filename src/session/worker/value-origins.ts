import { ApiError } from '#/api/error'
import type { SecretRef } from './secret-read'
import type { Context } from './vault'

/** A line of a secret's log that bears on its history: who created or edited it, and when. */
export interface ValueOrigin {
  type: 'created' | 'edited'
  date: string
  userId: string | null
  machineId: string | null
}

export interface ValueOrigins {
  entries: ValueOrigin[]
  /** Epoch ms; from then on every line of the log is in `entries`. */
  since: number
}

const CREATED = 2101
const EDITED = 2102
const DAY = 24 * 60 * 60_000
/** The server refuses spans over 367 days. */
const LONGEST_SPAN = 366 * DAY
const MOST_SPANS = 4
/** Of 50 lines each; reads are lines as well, and a busy secret has thousands of them. */
const MOST_PAGES = 20

export interface OriginsRequest extends SecretRef {
  /** Creation of the secret, epoch ms: nothing older is asked for. */
  createdAt: number
}

/**
 * Creations and edits from the secret's own log, which only event readers may ask, newest span first. Null where
 * this account may not read the log: then authors that only the log knows are "not known". Other failures are thrown.
 */
export async function valueOrigins(
  context: Context,
  request: OriginsRequest,
  signal: AbortSignal,
): Promise<ValueOrigins | null> {
  const entries: ValueOrigin[] = []
  const progress: Progress = { pagesLeft: MOST_PAGES, lastDate: null }
  // A day on either side: the machine's clock may differ from the server's.
  let end = Date.now() + DAY
  const oldest = Math.max(request.createdAt - DAY, end - MOST_SPANS * LONGEST_SPAN)
  try {
    while (end > oldest) {
      const start = Math.max(oldest, end - LONGEST_SPAN)
      const isWhole = await readSpan(context, request, { start, end }, { entries, progress }, signal)
      // A log that was not read to its end says nothing of what is older than the last line that was read.
      if (!isWhole) return { entries, since: progress.lastDate === null ? end : progress.lastDate + 1 }
      end = start
    }
    return { entries, since: oldest }
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}

interface Progress {
  pagesLeft: number
  /** Of the oldest line read so far, of whatever type; epoch ms. */
  lastDate: number | null
}

/** Adds one span's lines, newest first; false where there are too many to read them all. */
async function readSpan(
  context: Context,
  { organizationId: orgId, secretId: id }: SecretRef,
  span: { start: number; end: number },
  { entries, progress }: { entries: ValueOrigin[]; progress: Progress },
  signal: AbortSignal,
): Promise<boolean> {
  const range = { start: new Date(span.start).toISOString(), end: new Date(span.end).toISOString() }
  let continuationToken: string | null = null
  do {
    if (progress.pagesLeft === 0) return false
    progress.pagesLeft -= 1
    const page: EventPage = await context.client.call(
      'secretEventList',
      { params: { orgId, id }, query: { ...range, ...(continuationToken && { continuationToken }) } },
      { signal },
    )
    for (const event of page.data) {
      const type = event.type === CREATED ? 'created' : event.type === EDITED ? 'edited' : null
      if (type)
        entries.push({ type, date: event.date, userId: event.userId, machineId: event.serviceAccountId })
    }
    const last = page.data.at(-1)
    if (last) progress.lastDate = Date.parse(last.date)
    continuationToken = page.continuationToken
  } while (continuationToken)
  return true
}

/** The part of an event page that is read here; named so that the loop's variable has a type. */
interface EventPage {
  data: { type: number; date: string; userId: string | null; serviceAccountId: string | null }[]
  continuationToken: string | null
}
