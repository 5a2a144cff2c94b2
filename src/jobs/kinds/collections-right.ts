import type { JobKind } from '#/jobs/job-types'
import { counted } from '#/lib/counted'
import type { CollectionRights } from '#/session/organization-types'
import { session } from '#/session/session'
import { changedBack, type ListChange } from './changed-lists'
import { TOUCHED_BY_GROUPS } from './organization-delete'

/** Rights of people and groups on collections. Both lists are read and written whole, others' changes stay. */
export const kind: JobKind = {
  title: (count) => `Set rights on ${counted(count, 'collection')}`,
  doing: 'Setting rights on',
  done: 'set',
  touches: TOUCHED_BY_GROUPS,
  cost: { reads: 1, writes: 1, events: 1 },
  async run({ id, content }, { organizationId }) {
    const change = content as ListChange<CollectionRights>
    const { outcome } = await session.call('saveCollectionRights', { organizationId, id, ...change })
    if (outcome === 'conflict') throw new Error('Somebody else changed the same right. Nothing was sent.')
    return outcome === 'unchanged' ? { kind: 'skipped', reason: 'It is so already.' } : { kind: 'done' }
  },
  undo: (job) => changedBack('collections.right', job, {}),
}
