import { ApiError } from '#/api/error'
import type { JobKind } from '#/jobs/job-types'
import { session } from '#/session/session'
import { secretsOf, TOUCHED_BY_SECRETS } from './words'

/** Out of the trash, for good. Owners and admins only. */
export const kind: JobKind = {
  title: (count) => `Delete ${secretsOf(count)} for good`,
  doing: 'Deleting',
  done: 'deleted for good',
  touches: TOUCHED_BY_SECRETS,
  cost: { reads: 0, writes: 1, events: 1 },
  lot: 100,
  async runLot(items, { organizationId }) {
    try {
      await session.call('purgeSecrets', { organizationId, ids: items.map(({ id }) => id) })
    } catch (error) {
      // The first try had no answer; what is not there now was most likely deleted by it.
      const isGone = error instanceof ApiError && error.status === 404
      if (!isGone || items.length > 1 || !items[0]?.again) throw error
    }
    return items.map(() => ({ kind: 'done' }))
  },
}
