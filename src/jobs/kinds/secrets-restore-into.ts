import { ApiError } from '#/api/error'
import type { JobKind } from '#/jobs/job-types'
import { session } from '#/session/session'
import { runChange } from './change-secret'
import { secretsOf, TOUCHED_BY_SECRETS } from './words'

/** Back from the trash and into one project, `params.to`. An item's `content` is the project it comes back to by itself. */
export const kind: JobKind = {
  title: (count) => `Restore ${secretsOf(count)}`,
  doing: 'Restoring',
  done: 'restored',
  touches: TOUCHED_BY_SECRETS,
  cost: { reads: 1, writes: 2, events: 3, looks: 1 },
  async run(item, job, signal) {
    const to = String(job.params['to'])
    const from = (item.content as string | null) ?? null
    try {
      await session.call('restoreSecrets', { organizationId: job.organizationId, ids: [item.id] })
    } catch (error) {
      // A first try had no answer: it may be out of the trash already, and only the move is left.
      if (!(item.again && error instanceof ApiError && error.status === 404)) throw error
    }
    if (from === to) return { kind: 'done' }
    // What cannot be moved now is restored all the same, and that is told.
    try {
      const moved = await runChange({ ...item, again: true }, job, signal, { what: 'move', from, to })
      return moved.kind === 'done'
        ? moved
        : { kind: 'skipped', reason: `Restored, not moved: ${moved.reason}` }
    } catch (error) {
      if (!(error instanceof ApiError) || error.status === 429 || error.status === 0) throw error
      return { kind: 'skipped', reason: `Restored, not moved: ${error.message}` }
    }
  },
  undo: ({ organizationId, done }) => ({
    kind: 'secrets.delete',
    organizationId,
    items: done.map(({ id, label }) => ({ id, label })),
    params: { restorable: true },
  }),
}
