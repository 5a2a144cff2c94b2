import { ApiError } from '#/api/error'
import type { JobKind, LotOutcome } from '#/jobs/job-types'
import { session } from '#/session/session'
import { secretsOf, TOUCHED_BY_SECRETS } from './words'

/** To the trash. `params.restorable`: this account may bring them back, so that there is an undo. */
export const kind: JobKind = {
  title: (count) => `Delete ${secretsOf(count)}`,
  doing: 'Deleting',
  done: 'deleted',
  touches: TOUCHED_BY_SECRETS,
  cost: { reads: 0, writes: 1, events: 1 },
  lot: 100,
  async runLot(items) {
    try {
      const results = await session.call('deleteSecrets', { ids: items.map(({ id }) => id) })
      const errors = new Map(results.map(({ id, error }) => [id, error]))
      return items.map(({ id }): LotOutcome => {
        const error = errors.get(id)
        return error ? { kind: 'failed', reason: `The server refused: ${error}.` } : { kind: 'done' }
      })
    } catch (error) {
      // The first try had no answer; what is not there now was most likely deleted by it.
      const isGone = error instanceof ApiError && error.status === 404
      if (isGone && items.length === 1 && items[0]?.again) return [{ kind: 'done' }]
      throw error
    }
  },
  undo: ({ organizationId, params, done }) =>
    params['restorable'] === true ? { kind: 'secrets.restore', organizationId, items: done } : null,
}
