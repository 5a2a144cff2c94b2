import type { JobKind } from '#/jobs/job-types'
import { lookForChange, runChange } from './change-secret'
import { READ_AND_EDIT, secretsOf, TOUCHED_BY_SECRETS } from './words'

/** An item's `content`. Names: sealed, as every content is. */
export interface Rename {
  from: string
  to: string
}

/** Each secret to a name of its own. */
export const kind: JobKind = {
  title: (count) => `Rename ${secretsOf(count)}`,
  doing: 'Renaming',
  done: 'renamed',
  touches: TOUCHED_BY_SECRETS,
  cost: READ_AND_EDIT,
  run: (item, job, signal) => runChange(item, job, signal, { what: 'rename', ...(item.content as Rename) }),
  look: (item, job, signal) =>
    lookForChange(item, job, signal, { what: 'rename', ...(item.content as Rename) }),
  undo: ({ organizationId, done }) => ({
    kind: 'secrets.rename',
    organizationId,
    title: `Rename ${secretsOf(done.length)} back`,
    items: done.map(({ id, content }) => {
      const { from, to } = content as Rename
      return { id, label: to, content: { from: to, to: from } satisfies Rename }
    }),
  }),
}
