import type { Context } from './vault'

/** One thing that a machine account did, as the log has it: ids, no names, and not which token was used. */
export interface MachineAct {
  type: number
  at: number
  secretId: string | null
  projectId: string | null
  address: string | null
}

export interface MachineLog {
  /** Newest first. */
  acts: MachineAct[]
  /** False where the log was not read to the end of the span. */
  isWhole: boolean
}

export interface LogRequest {
  machineId: string
  /** Epoch ms. */
  since: number
  until: number
  mostPages: number
  /** Stops after so many acts. */
  isEnough?: number
}

/** What a machine account did within a span. Everybody who can read the account may ask. */
export async function readMachineLog(
  context: Context,
  { machineId, since, until, mostPages, isEnough = Number.POSITIVE_INFINITY }: LogRequest,
  signal?: AbortSignal,
): Promise<MachineLog> {
  const range = { start: new Date(since).toISOString(), end: new Date(until).toISOString() }
  const acts: MachineAct[] = []
  let continuationToken: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const answer: EventPage = await context.client.call(
      'machineAccountEventList',
      {
        params: { serviceAccountId: machineId },
        query: { ...range, ...(continuationToken && { continuationToken }) },
      },
      { signal },
    )
    for (const row of answer.data) {
      // The same list holds what was done to the account.
      if (row.serviceAccountId !== machineId) continue
      const { type, date, secretId, projectId, ipAddress: address } = row
      acts.push({ type, at: Date.parse(date), secretId, projectId, address })
    }
    continuationToken = answer.continuationToken
    if (!continuationToken) return { acts, isWhole: true }
    if (acts.length >= isEnough) break
  }
  return { acts, isWhole: false }
}

/** The part of an event page that is read here; named so that the loop's variable has a type. */
interface EventPage {
  data: {
    type: number
    date: string
    secretId: string | null
    projectId: string | null
    ipAddress: string | null
    serviceAccountId: string | null
  }[]
  continuationToken: string | null
}
