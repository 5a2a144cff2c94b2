import type { JobKind } from '#/jobs/job-types'
import { lookForChange, runChange } from './change-secret'
import { READ_AND_EDIT, secretsOf, TOUCHED_BY_SECRETS } from './words'

/** An item's `content`: ids of projects, null for none. */
export interface Move {
  from: string | null
  to: string | null
}

/** Into another project. */
export const kind: JobKind = {
  title: (count) => `Move ${secretsOf(count)}`,
  doing: 'Moving',
  done: 'moved',
  touches: TOUCHED_BY_SECRETS,
  cost: READ_AND_EDIT,
  run: (item, job, signal) => runChange(item, job, signal, { what: 'move', ...(item.content as Move) }),
  look: (item, job, signal) => lookForChange(item, job, signal, { what: 'move', ...(item.content as Move) }),
  undo: ({ organizationId, done }) => ({
    kind: 'secrets.move',
    organizationId,
    title: `Move ${secretsOf(done.length)} back`,
    items: done.map(({ id, label, content }) => {
      const { from, to } = content as Move
      return { id, label, content: { from: to, to: from } satisfies Move }
    }),
  }),
}
