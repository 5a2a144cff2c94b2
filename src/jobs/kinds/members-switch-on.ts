import { ApiError } from '#/api/error'
import type { JobKind } from '#/jobs/job-types'
import { session } from '#/session/session'
import { MEMBER_LOT, membersOf, TOUCHED_BY_MEMBERS } from './members'

/** Secrets Manager. The server passes over who has it, and leaves no event. */
export const kind: JobKind = {
  title: (count) => `Switch Secrets Manager on for ${membersOf(count)}`,
  doing: 'Switching on for',
  done: 'switched on',
  touches: TOUCHED_BY_MEMBERS,
  cost: { reads: 0, writes: 1, events: 0 },
  lot: MEMBER_LOT,
  async runLot(items, { organizationId }) {
    try {
      await session.call('switchOnSecretsManager', { organizationId, ids: items.map(({ id }) => id) })
    } catch (error) {
      // All have it: the first try arrived, only its answer did not.
      const arrived = error instanceof ApiError && error.status === 400 && items.every(({ again }) => again)
      if (!arrived) throw error
    }
    return items.map(() => ({ kind: 'done' }))
  },
}
