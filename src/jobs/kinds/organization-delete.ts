import { ApiError } from '#/api/error'
import type { JobKind, RunningJob } from '#/jobs/job-types'

export const TOUCHED_BY_GROUPS = ['groups', 'members', 'collections', 'access'] as const

interface Words {
  /** "3 groups". */
  count: (n: number) => string
  remove: (organizationId: string, id: string) => Promise<unknown>
  list: (organizationId: string) => Promise<readonly { id: string }[]>
}

/** Of groups and collections: one request each, for good. What somebody else deleted meanwhile is passed over. */
export function deleteKind({ count, remove, list }: Words): JobKind {
  const isGone = async (id: string, { organizationId }: RunningJob) =>
    !(await list(organizationId)).some((one) => one.id === id)
  return {
    title: (n) => `Delete ${count(n)}`,
    doing: 'Deleting',
    done: 'deleted',
    touches: TOUCHED_BY_GROUPS,
    cost: { reads: 0, writes: 1, events: 1 },
    async run({ id, again }, job) {
      if (again && (await isGone(id, job))) return { kind: 'done' }
      try {
        await remove(job.organizationId, id)
        return { kind: 'done' }
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 404 || !(await isGone(id, job))) throw error
        return { kind: 'skipped', reason: 'Somebody else deleted it meanwhile.' }
      }
    },
    look: async ({ id }, job) => ((await isGone(id, job)) ? { kind: 'done' } : null),
  }
}
