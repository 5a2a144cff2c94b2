import { ApiError } from '#/api/error'
import type { Context } from './vault'

/** What the log says of a machine account's reads of some secrets in the last 30 days. */
export interface MachineReads {
  count: number
  /** Epoch ms by the clock of this machine; null where none was found. */
  last: number | null
  /** False where the log was not read to its end: there may be more, and older ones. */
  isWhole: boolean
}

export interface MachineReadsRequest {
  machineIds: string[]
  secretIds: string[]
}

const READ = 2100
const DAY = 24 * 60 * 60_000
/** Of 50 rows each: a busy machine writes thousands, and its newest say what matters. */
const MOST_PAGES = 3

/** By machine account; null where this account may not read its log. Reading a log is recorded nowhere. */
export async function readsByMachines(
  context: Context,
  { machineIds, secretIds }: MachineReadsRequest,
  signal: AbortSignal,
): Promise<Record<string, MachineReads | null>> {
  const wanted = new Set(secretIds)
  const entries = await Promise.all(
    machineIds.map(async (id) => [id, await readsByMachine(context, id, wanted, signal)] as const),
  )
  return Object.fromEntries(entries)
}

interface LogPage {
  data: { type: number; date: string; secretId: string | null }[]
  continuationToken: string | null
}

async function readsByMachine(
  context: Context,
  serviceAccountId: string,
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<MachineReads | null> {
  const skew = context.vault.server?.clockSkew ?? 0
  // By the server's clock, and a day more: what it writes while we ask counts too.
  const now = Date.now() - skew
  const range = { start: new Date(now - 30 * DAY).toISOString(), end: new Date(now + DAY).toISOString() }
  const found: MachineReads = { count: 0, last: null, isWhole: false }
  let continuationToken: string | null = null
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer: LogPage = await context.client.call(
        'machineAccountEventList',
        {
          params: { serviceAccountId },
          query: { ...range, ...(continuationToken && { continuationToken }) },
        },
        { signal },
      )
      for (const { type, date, secretId } of answer.data) {
        if (type !== READ || secretId === null || !wanted.has(secretId)) continue
        found.count += 1
        found.last ??= Date.parse(date) + skew
      }
      continuationToken = answer.continuationToken
      if (!continuationToken) return { ...found, isWhole: true }
    }
    return found
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}
