import type { JobKind } from '#/jobs/job-types'
import { session } from '#/session/session'
import { secretsOf, TOUCHED_BY_SECRETS } from './words'

/** Back from the trash, into the project that it was in. Owners and admins only. */
export const kind: JobKind = {
  title: (count) => `Restore ${secretsOf(count)}`,
  doing: 'Restoring',
  done: 'restored',
  touches: TOUCHED_BY_SECRETS,
  cost: { reads: 0, writes: 1, events: 1 },
  lot: 100,
  async runLot(items, { organizationId }) {
    await session.call('restoreSecrets', { organizationId, ids: items.map(({ id }) => id) })
    return items.map(() => ({ kind: 'done' }))
  },
  undo: ({ organizationId, done }) => ({
    kind: 'secrets.delete',
    organizationId,
    items: done,
    params: { restorable: true },
  }),
}
