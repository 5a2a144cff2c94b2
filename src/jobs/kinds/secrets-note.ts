import type { JobKind, RunItem, RunningJob } from '#/jobs/job-types'
import { lookForChange, runChange, type SecretChange } from './change-secret'
import { READ_AND_EDIT, secretsOf, TOUCHED_BY_SECRETS } from './words'

/** The job's `content`. An item's is the last change that its list told, in epoch ms. */
export interface NoteWish {
  how: 'set' | 'append'
  text: string
}

const changeOf = (item: RunItem, job: RunningJob): SecretChange => ({
  what: 'note',
  ...(job.content as NoteWish),
  seen: item.content as number,
})

/** One text as the note of all, or behind the note of each. */
export const kind: JobKind = {
  title: (count, { how }) =>
    how === 'append' ? `Add to the note of ${secretsOf(count)}` : `Set the note of ${secretsOf(count)}`,
  doing: 'Noting',
  done: 'noted',
  touches: TOUCHED_BY_SECRETS,
  cost: READ_AND_EDIT,
  run: (item, job, signal) => runChange(item, job, signal, changeOf(item, job)),
  look: (item, job, signal) => lookForChange(item, job, signal, changeOf(item, job)),
  undo: ({ organizationId, done }) => ({
    kind: 'secrets.note-back',
    organizationId,
    items: done.flatMap(({ id, label, memo }) => (memo === undefined ? [] : [{ id, label, content: memo }])),
  }),
}
