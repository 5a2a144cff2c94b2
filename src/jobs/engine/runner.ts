import type { LotOutcome, Memo, PauseReason } from '#/jobs/job-types'
import type { Job } from './job'
import { JobPace } from './job-pace'
import { lotSize, readFailure, runLot } from './run-lot'
import type { QueueWorld } from './world'

export interface RunControl {
  signal: AbortSignal
  /** Locked, or the session is over. */
  isClosed(): boolean
  /** Aborted when something may be wished of the job. */
  wake(): AbortSignal
}

type RunWorld = Pick<QueueWorld, 'journal' | 'now' | 'sleep' | 'changed'>

/** Sends item after item until all are settled or something else is wished; tells why it ended. */
export async function runJob(
  job: Job,
  world: RunWorld,
  control: RunControl,
): Promise<'done' | 'cancelled' | PauseReason> {
  const pace = new JobPace()
  let lot = lotSize(job.kind)
  for (;;) {
    if (control.isClosed()) return 'locked'
    if (job.wish === 'pause') return 'person'
    if (job.wish === 'cancel') return 'cancelled'
    const next = job.next(lot)
    if (next.length === 0) return 'done'
    const stop = await send(job, next, pace, world, control)
    if (stop) return stop
    // A lot that was refused whole is halved; one that goes through doubles again.
    lot = pace.halve ? Math.max(1, Math.floor(next.length / 2)) : Math.min(lotSize(job.kind), lot * 2)
    await rest(job, pace.wait, world, control)
  }
}

/** Waits, however often the queue is stirred for another job. */
async function rest(job: Job, ms: number, world: RunWorld, control: RunControl): Promise<void> {
  const until = world.now() + ms
  while (world.now() < until && !job.wish && !control.isClosed())
    await world.sleep(until - world.now(), control.wake()).catch(() => undefined)
}

/** One request. Gives the reason to rest, if there is one. */
async function send(
  job: Job,
  at: readonly number[],
  pace: JobPace,
  world: RunWorld,
  { signal }: RunControl,
): Promise<PauseReason | null> {
  job.set(at, 'running')
  // Before it is sent: after a crash in between it is told as unknown, never as not begun.
  await world.journal.mark(job.record.id, job.states, [])
  world.changed()
  const memos = new Map<number, Memo>()
  let stop: PauseReason | null = null
  try {
    const items = at.map((index) => job.item(index))
    const outcomes = await runLot(job.kind, items, job.running(), signal)
    at.forEach((index, i) => {
      const outcome: LotOutcome = outcomes[i] ?? {
        kind: 'failed',
        reason: 'The server did not answer for it.',
      }
      job.settle(index, outcome)
      if (outcome.kind === 'done' && outcome.memo !== undefined) memos.set(index, outcome.memo)
    })
    pace.went()
    job.rate.add(world.now(), at.length)
  } catch (error) {
    stop = await failed(job, at, error, pace, world, signal)
  }
  // The journal of a dropped job says "in flight", which is the truth.
  if (signal.aborted) return 'locked'
  await world.journal.mark(job.record.id, job.states, job.notes(at, memos))
  world.changed()
  return stop
}

async function failed(
  job: Job,
  at: readonly number[],
  error: unknown,
  pace: JobPace,
  world: RunWorld,
  signal: AbortSignal,
): Promise<PauseReason | null> {
  const failure = readFailure(error)
  switch (failure.kind) {
    case 'paced':
      job.set(at, 'waiting')
      job.slowed = { at: world.now(), seconds: failure.seconds }
      return pace.slowDown(failure.seconds)
    case 'closed':
      job.doubt(at, 'It was under way when the session was closed.')
      return 'locked'
    case 'no answer':
      return lookFor(job, at, failure, pace, signal)
    case 'whole lot':
      if (at.length > 1) {
        job.set(at, 'waiting')
        pace.refusedWhole()
        return null
      }
      break
    case 'refused':
      break
  }
  for (const index of at) job.settle(index, { kind: 'failed', reason: failure.reason })
  pace.went()
  job.rate.add(world.now(), at.length)
  return null
}

/** A write without an answer is looked for before it counts as failed. */
async function lookFor(
  job: Job,
  at: readonly number[],
  failure: { isOffline: boolean; reason: string },
  pace: JobPace,
  signal: AbortSignal,
): Promise<PauseReason | null> {
  const [only = 0] = at
  const { kind } = job
  let { isOffline } = failure
  if ('run' in kind && kind.look && !isOffline) {
    try {
      const arrived = await kind.look(job.item(only), job.running(), signal)
      const reason = `${failure.reason} Looked since: nothing has changed.`
      job.settle(only, arrived ?? { kind: 'failed', reason })
      return arrived ? null : pace.failedAgain()
    } catch (error) {
      const second = readFailure(error)
      isOffline = second.kind === 'no answer' && second.isOffline
    }
  }
  job.doubt(at, failure.reason)
  return isOffline ? 'offline' : pace.failedAgain()
}
