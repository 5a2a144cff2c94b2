import { ApiError } from '#/api/error'
import type { JobKind, JobRequest, Outcome, RunItem } from '#/jobs/job-types'
import type { JobQueue } from './queue'

type Run = (item: RunItem) => Promise<Outcome>

export const kindOf = (run: Run, more: Partial<Extract<JobKind, { run: unknown }>> = {}): JobKind => ({
  title: (count) => `Test ${count} secrets`,
  doing: 'Testing',
  done: 'tested',
  touches: ['secrets'],
  cost: { reads: 1, writes: 1, events: 2 },
  run,
  ...more,
})

export const request = (count: number, more: Partial<JobRequest> = {}): JobRequest => ({
  kind: 'test' as JobRequest['kind'],
  organizationId: 'org',
  items: Array.from({ length: count }, (_, i) => ({ id: `s${i}`, label: `NAME_${i}` })),
  ...more,
})

export const apiError = (status: number, retryAfter?: number) =>
  new ApiError({
    endpoint: 'secretUpdate',
    kind: status === 0 ? 'network' : 'status',
    status,
    message: 'No.',
    retryAfter,
    emptyBody: false,
  })

export const settled = async (queue: JobQueue, is: (views: ReturnType<JobQueue['views']>) => boolean) => {
  for (let i = 0; i < 5000; i += 1) {
    if (is(queue.views())) return queue.views()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  throw new Error(`It never came to rest: ${JSON.stringify(queue.views())}`)
}

export const atRest = (queue: JobQueue) =>
  settled(queue, (views) => views.every(({ phase }) => phase === 'finished' || phase === 'paused'))
