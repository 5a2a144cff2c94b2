import { session } from '#/session/session'
import type { CallArguments } from '#/session/call-types'
import type { Outcome, RunItem, RunningJob } from '#/jobs/job-types'
import { SLIPPED } from './words'

export type SecretChange = CallArguments<'changeSecret'>['change']

const ALREADY: Outcome = { kind: 'skipped', reason: 'It was so already.' }

/** Changes one field of one secret; `memo` is told where the worker has none of its own. */
export async function runChange(
  item: RunItem,
  job: RunningJob,
  signal: AbortSignal,
  change: SecretChange,
): Promise<Outcome> {
  const result = await session.call('changeSecret', requestOf(item, job, change, false), { signal })
  if (result.outcome === 'changed')
    return { ...done(result.memo), ...(result.slippedIn === true && { notice: SLIPPED }) }
  // After a try without an answer, what is as wished was most likely done by it.
  if (result.outcome === 'already') return item.again ? done(null) : ALREADY
  return {
    kind: 'skipped',
    reason: result.outcome === 'left' ? result.reason : 'Nothing was to be changed.',
  }
}

/** Whether the change has arrived; a recorded read. */
export async function lookForChange(
  item: RunItem,
  job: RunningJob,
  signal: AbortSignal,
  change: SecretChange,
): Promise<Outcome | null> {
  const result = await session.call('changeSecret', requestOf(item, job, change, true), { signal })
  return result.outcome === 'already' ? done(null) : null
}

const done = (memo: string | null): Outcome => (memo === null ? { kind: 'done' } : { kind: 'done', memo })

const requestOf = (item: RunItem, job: RunningJob, change: SecretChange, onlyLook: boolean) => ({
  organizationId: job.organizationId,
  secretId: item.id,
  change,
  onlyLook,
})
