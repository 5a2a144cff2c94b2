import { useMemo, useSyncExternalStore } from 'react'
import { session } from '#/session/session'
import { useIsCovered } from '#/session/use-session'
import { jobList, onJobs } from './jobs'
import type { JobList } from './jobs'

/** All jobs of this browser's person, newest first. */
export function useJobs(): JobList {
  const list = useSyncExternalStore(onJobs, jobList)
  const isCovered = useIsCovered()
  // Jobs are this page's own: what screen-share mode hides is hidden on the way to the eye.
  return useMemo(() => (isCovered ? session.shown(list) : list), [list, isCovered])
}
