import { useCallback, useSyncExternalStore } from 'react'
import { jobList, onJobs } from './jobs'
import type { ItemState, JobView } from './job-types'

/** What a job is about to do, does or failed to do with an object; null where there is nothing to tell. */
export interface JobMark {
  state: Exclude<ItemState, 'done' | 'skipped'>
  words: string
}

/** The newest job that has the object decides: what an older one left is over. */
function markOf(jobs: readonly JobView[], id: string): string | null {
  for (const job of jobs) {
    const state = job.stateOf(id)
    if (state === undefined) continue
    // Of a cancelled job nothing more is to come.
    if (state === 'done' || state === 'skipped' || (state === 'waiting' && job.isCancelled)) return null
    return `${state} ${wordsOf(job, state)}`
  }
  return null
}

function wordsOf(job: JobView, state: JobMark['state']): string {
  switch (state) {
    case 'waiting':
      return `To be ${job.done}`
    case 'running':
      return job.doing
    case 'failed':
      return `Not ${job.done}`
    case 'unknown':
      return `Perhaps ${job.done}`
  }
}

/** Of one row: it is drawn anew when its own state changes, not with each step of a job. */
export function useJobMark(id: string): JobMark | null {
  // One text, since a new object each time would be drawn each time.
  const mark = useSyncExternalStore(
    onJobs,
    useCallback(() => markOf(jobList().jobs, id), [id]),
  )
  if (mark === null) return null
  const gap = mark.indexOf(' ')
  return { state: mark.slice(0, gap) as JobMark['state'], words: mark.slice(gap + 1) }
}
