import type { JobKind, JobRequest, Outcome, RunItem, RunningJob } from '#/jobs/job-types'
import { session } from '#/session/session'
import { secretsOf, SLIPPED } from './words'

/** What an item is to become, sealed with the job: the name is somebody's words. */
export type TransferContent =
  | { kind: 'create'; name: string }
  | { kind: 'overwrite'; targetId: string; targetSeen: number }

/**
 * Copies or moves secrets into the project `params.to`. `params.act`: copy or move; `params.from`: where moved ones
 * came from, for the undo; `params.restorable`: this account may bring back what it deletes.
 */
export const kind: JobKind = {
  title: (count, { act }) => `${act === 'move' ? 'Move' : 'Copy'} ${secretsOf(count)}`,
  doing: 'Transferring',
  done: 'transferred',
  touches: ['secrets', 'projects', 'counts', 'trash'],
  cost: { reads: 1, writes: 1, events: 2, looks: 1 },
  run(item, job) {
    const content = item.content as TransferContent
    return content.kind === 'create' ? create(item, job, content) : overwrite(item, job, content)
  },
  async look(item, job) {
    const { organizationId } = job
    const content = item.content as TransferContent
    if (content.kind === 'overwrite') {
      // A move over it is only done when the source is gone too: then reading it would fail.
      const { targetId } = content
      if (isMove(job)) return null
      const isDone = await session.call('isOverwritten', { organizationId, secretId: item.id, targetId })
      return isDone ? { kind: 'done' } : null
    }
    const projectId = String(job.params['to'])
    const found = await session.call('findInProject', { organizationId, projectId, name: content.name })
    if (found === null || (isMove(job) && found !== item.id)) return null
    return { kind: 'done', memo: found }
  },
  undo({ organizationId, params, done }): JobRequest | null {
    const created = done.flatMap(({ memo, label, id }) =>
      typeof memo === 'string' && memo !== '' ? [{ id: memo, from: id, label }] : [],
    )
    if (created.length === 0) return null
    if (params['act'] === 'copy') {
      return {
        kind: 'secrets.delete',
        organizationId,
        items: created.map(({ id, label }) => ({ id, label })),
        params: { restorable: params['restorable'] ?? false },
      }
    }
    return {
      kind: 'secrets.transfer',
      organizationId,
      items: created.map(({ id, label }) => ({ id, label, content: { kind: 'create', name: label ?? '' } })),
      params: { ...params, to: params['from'] ?? null, from: params['to'] ?? null },
    }
  },
}

const isMove = (job: Pick<RunningJob, 'params'>): boolean => job.params['act'] === 'move'

async function create(
  item: RunItem,
  job: RunningJob,
  { name }: Extract<TransferContent, { kind: 'create' }>,
): Promise<Outcome> {
  const { organizationId } = job
  const request = { organizationId, secretId: item.id, projectId: String(job.params['to']), name }
  if (isMove(job)) {
    const { slippedIn } = await session.call('moveSecretTo', request)
    return { kind: 'done', memo: item.id, ...(slippedIn === true && { notice: SLIPPED }) }
  }
  const { id } = await session.call('copySecret', request)
  return { kind: 'done', memo: id }
}

async function overwrite(
  item: RunItem,
  job: RunningJob,
  { targetId, targetSeen }: Extract<TransferContent, { kind: 'overwrite' }>,
): Promise<Outcome> {
  const { organizationId } = job
  const result = await session.call('overwriteSecret', {
    organizationId,
    secretId: item.id,
    targetId,
    targetSeen,
    isMove: isMove(job),
  })
  if (result.outcome === 'done')
    return { kind: 'done', ...(result.slippedIn === true && { notice: SLIPPED }) }
  return { kind: 'skipped', reason: 'The one with this name was changed meanwhile. It was not overwritten.' }
}
