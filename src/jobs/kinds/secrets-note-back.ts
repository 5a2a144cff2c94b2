import type { JobKind, RunItem } from '#/jobs/job-types'
import { lookForChange, runChange, type SecretChange } from './change-secret'
import { READ_AND_EDIT, secretsOf, TOUCHED_BY_SECRETS } from './words'

/** An item's `content` is what the worker sealed: the note before and after. */
const changeOf = (item: RunItem): SecretChange => ({ what: 'note-back', sealed: item.content as string })

/** Puts back the notes that a job has changed, where nobody has changed them since. */
export const kind: JobKind = {
  title: (count) => `Put back the note of ${secretsOf(count)}`,
  doing: 'Putting back',
  done: 'put back',
  touches: TOUCHED_BY_SECRETS,
  cost: READ_AND_EDIT,
  run: (item, job, signal) => runChange(item, job, signal, changeOf(item)),
  look: (item, job, signal) => lookForChange(item, job, signal, changeOf(item)),
}
