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

const MOST_LINES = 500
const CREATED = 2101
const EDITED = 2102
const LONGEST_RANGE = 365 * 24 * 60 * 60_000

/**
 * The edits of the last year from the secret's own log, which only event readers may ask. Null where the log
 * cannot be read: then authors that only the log knows are "not known".
 */
export async function valueOrigins(
  context: Context,
  ref: SecretRef,
  signal: AbortSignal,
): Promise<ValueOrigins | null> {
  const origins: ValueOrigin[] = []
  const start = Date.now() - LONGEST_RANGE
  const range = {
    start: new Date(start).toISOString(),
    end: new Date(Date.now() + 86_400_000).toISOString(),
  }
  let continuationToken: string | null = null
  try {
    do {
      const page: EventPage = await context.client.call(
        'secretEventList',
        {
          params: { orgId: ref.organizationId, id: ref.secretId },
          query: { ...range, ...(continuationToken && { continuationToken }) },
        },
        { signal },
      )
      for (const event of page.data) {
        if (event.type !== CREATED && event.type !== EDITED) continue
        origins.push({
          type: event.type === CREATED ? 'created' : 'edited',
          date: event.date,
          userId: event.userId,
          machineId: event.serviceAccountId,
        })
      }
      continuationToken = page.continuationToken
    } while (continuationToken && origins.length < MOST_LINES)
    const oldest = Date.parse(origins.at(-1)?.date ?? '')
    // A log that was not read to its end says nothing of what is older than its last line.
    return { entries: origins, since: continuationToken ? oldest + 1 : start }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return null
  }
}

/** The part of an event page that is read here; named so that the loop's variable has a type. */
interface EventPage {
  data: { type: number; date: string; userId: string | null; serviceAccountId: string | null }[]
  continuationToken: string | null
}
