import type { FinishedJob, JobParams, JobRequest } from '#/jobs/job-types'
import type { JobKindName } from '#/jobs/kinds'

/** What of one list is changed: the entries concerned, as they were seen and as they shall be. */
export interface ListChange<T> {
  base: T
  wanted: T
}

/** The same change the other way round, where nobody else has changed it since. */
export function changedBack(
  kind: JobKindName,
  { organizationId, done }: FinishedJob,
  params: JobParams,
): JobRequest {
  return {
    kind,
    organizationId,
    params,
    items: done.map(({ id, label, content }) => {
      const { base, wanted } = content as ListChange<unknown>
      return { id, label, content: { base: wanted, wanted: base } }
    }),
  }
}
