import type { SecretRef } from './secret-read'
import type { Context } from './vault'

/** A line of a secret's log that bears on its history: who created or edited it, and when. */
export interface ValueOrigin {
  type: 'created' | 'edited'
  date: string
  userId: string | null
  machineId: string | null
}

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
): Promise<ValueOrigin[] | null> {
  const origins: ValueOrigin[] = []
  const range = {
    start: new Date(Date.now() - LONGEST_RANGE).toISOString(),
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
    } while (continuationToken && origins.length < 500)
    return origins
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
