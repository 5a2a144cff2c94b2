import type { JobKind } from '#/jobs/job-types'
import { session } from '#/session/session'
import { memberOutcomes, membersOf, TOUCHED_BY_MEMBERS } from './members'

interface Compared {
  userId: string
  /** Five words that were shown; null where nothing was compared. */
  phrase: string | null
}

/** Wraps the organization key for each in the worker; who was confirmed meanwhile is passed over. */
export const kind: JobKind = {
  title: (count) => `Confirm ${membersOf(count)}`,
  doing: 'Confirming',
  done: 'confirmed',
  touches: TOUCHED_BY_MEMBERS,
  cost: { reads: 1, writes: 1, events: 1 },
  lot: 20,
  async runLot(items, { organizationId }) {
    const who = items.map(({ id, content }) => ({ id, ...(content as Compared) }))
    const results = await session.call('confirmMembers', { organizationId, who })
    return memberOutcomes(
      items,
      results,
      'Does not wait any more: somebody else confirmed, or it was revoked.',
    )
  },
}
