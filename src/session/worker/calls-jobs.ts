import { survivesLock } from './call'
import { openJob, sealJob } from './jobs'
import type { Context } from './vault'

export const jobCalls = {
  /** The plaintext part of a job, sealed with the user key: the page keeps it in its journal. */
  sealJob: survivesLock((c: Context, a: { jobId: string; content: unknown }) =>
    sealJob(c, a.jobId, a.content),
  ),
  openJob: (c: Context, a: { jobId: string; sealed: Uint8Array }) => openJob(c, a.jobId, a.sealed),
}
