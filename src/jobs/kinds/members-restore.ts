import type { JobKind } from '#/jobs/job-types'
import { memberKind } from './members'

/** Back to the status before. */
export const kind: JobKind = {
  ...memberKind({ act: 'restore', title: 'Restore', doing: 'Restoring', done: 'restored', events: 1 }),
  undo: ({ organizationId, done }) => ({ kind: 'members.revoke', organizationId, items: done }),
}
