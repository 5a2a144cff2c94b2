import type { JobKind } from '#/jobs/job-types'
import { memberKind } from './members'

export const kind: JobKind = {
  ...memberKind({ act: 'revoke', title: 'Revoke', doing: 'Revoking', done: 'revoked', events: 1 }),
  undo: ({ organizationId, done }) => ({ kind: 'members.restore', organizationId, items: done }),
}
