import { useSyncExternalStore } from 'react'
import { jobList, onJobs } from './jobs'
import type { JobList } from './jobs'

/** All jobs of this browser's person, newest first. */
export function useJobs(): JobList {
  return useSyncExternalStore(onJobs, jobList)
}
