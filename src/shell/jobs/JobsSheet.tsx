import { Info, Pause } from 'lucide-react'
import { steerJob } from '#/jobs/jobs'
import { byUrgency, isOpenJob } from '#/jobs/job-words'
import { useJobs } from '#/jobs/use-jobs'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { Sheet } from '#/ui/Sheet'
import { JobCard } from './JobCard'

/** All jobs of this browser: running, resting, finished. */
export default function JobsSheet({ onClose }: { onClose: () => void }) {
  const { jobs, isWaitingForTab } = useJobs()
  const open = jobs.filter(isOpenJob).length
  const steerable = jobs.filter(({ phase }) => phase === 'running' || phase === 'queued')
  const isKept = jobs.every((job) => job.isKept)
  return (
    <Sheet
      width={392}
      onClose={onClose}
      title={
        <span className="flex items-center gap-2">
          Jobs
          {open > 0 && <span className="text-body font-normal text-muted">{open} open</span>}
          {steerable.length > 1 && (
            <Button
              size={28}
              icon={Pause}
              className="ml-auto"
              onClick={() => steerable.forEach(({ id }) => void steerJob('pause', id))}
            >
              Pause all
            </Button>
          )}
        </span>
      }
      footer={
        <p className="flex w-full gap-2 text-meta text-muted">
          <Icon of={Info} size={14} className="mt-0.5" />
          <span>
            {isKept
              ? 'Jobs pause when you lock and go on after you unlock; when you close the browser they wait here. The journal holds ids, no names.'
              : 'This browser refuses to keep a journal: a reload forgets these jobs.'}
          </span>
        </p>
      }
    >
      {jobs.length === 0 ? (
        <p className="text-muted">No jobs. Acts on many objects show their progress here.</p>
      ) : (
        <ul className="border-t border-line-strong" style={{ marginInline: '-1rem' }}>
          {byUrgency(jobs).map((job) => (
            <JobCard key={job.id} job={job} isWaitingForTab={isWaitingForTab} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}
