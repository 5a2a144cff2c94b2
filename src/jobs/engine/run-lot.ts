import { ApiError } from '#/api/error'
import type { JobKind, LotOutcome, RunItem, RunningJob } from '#/jobs/job-types'

/** Outcomes in the order of the items; what is thrown concerns them all and changed nothing that is known. */
export async function runLot(
  kind: JobKind,
  items: readonly RunItem[],
  job: RunningJob,
  signal: AbortSignal,
): Promise<LotOutcome[]> {
  if ('lot' in kind) return kind.runLot(items, job, signal)
  const outcomes: LotOutcome[] = []
  for (const item of items) {
    const arrived = item.again && kind.look ? await kind.look(item, job, signal) : null
    outcomes.push(arrived ?? (await kind.run(item, job, signal)))
  }
  return outcomes
}

export const lotSize = (kind: JobKind): number => ('lot' in kind ? kind.lot : 1)

export type Failure =
  /** Refused before anything happened: the same again, later. */
  | { kind: 'paced'; seconds: number }
  /** Locked or signed out in the middle. */
  | { kind: 'closed' }
  /** Sent, and no answer. `isOffline`: nothing can be sent at all. */
  | { kind: 'no answer'; isOffline: boolean; reason: string }
  /** One of several is not there: ask for fewer. */
  | { kind: 'whole lot'; reason: string }
  | { kind: 'refused'; reason: string }

const USUAL_WAIT = 10

export function readFailure(error: unknown): Failure {
  if (error instanceof ApiError) {
    const reason = error.status === 0 ? error.message : `${error.status}: ${error.message}`
    if (error.status === 429) return { kind: 'paced', seconds: Math.max(1, error.retryAfter ?? USUAL_WAIT) }
    // What was no refusal of the server says nothing of what became of the request: a page of something in between, a
    // success in a form that nobody knows.
    if (error.kind !== 'status' || error.status >= 500)
      return { kind: 'no answer', isOffline: error.kind === 'network', reason }
    if (error.status === 401 && error.emptyBody) return { kind: 'closed' }
    return { kind: error.status === 404 ? 'whole lot' : 'refused', reason }
  }
  const { code, name, message } = error as { code?: string; name?: string; message?: string }
  if (name === 'AbortError' || code === 'locked' || code === 'ended') return { kind: 'closed' }
  return { kind: 'refused', reason: message ?? 'The console itself failed here.' }
}
