import type { JobKind } from '#/jobs/job-types'
import { counted } from '#/lib/counted'
import { session } from '#/session/session'
import { changedBack, type ListChange } from './changed-lists'
import { TOUCHED_BY_GROUPS } from './organization-delete'

const stateOf = (members: string[]) => ({ name: '', members, collections: [] })

/** Members into groups, or out of them (`params.act`). A group is read and written whole, others' changes stay. */
export const kind: JobKind = {
  title: (count, { act }) =>
    act === 'remove'
      ? `Take members out of ${counted(count, 'group')}`
      : `Add members to ${counted(count, 'group')}`,
  doing: 'Changing the members of',
  done: 'changed',
  touches: TOUCHED_BY_GROUPS,
  cost: { reads: 2, writes: 1, events: 1 },
  async run({ id, content }, { organizationId }) {
    const { base, wanted } = content as ListChange<string[]>
    const change = { organizationId, id, base: stateOf(base), wanted: stateOf(wanted) }
    const { outcome } = await session.call('saveGroup', change)
    return outcome === 'unchanged' ? { kind: 'skipped', reason: 'It is so already.' } : { kind: 'done' }
  },
  undo: (job) =>
    changedBack('groups.members', job, { act: job.params['act'] === 'remove' ? 'add' : 'remove' }),
}
