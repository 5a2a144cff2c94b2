import { ListTodo } from 'lucide-react'
import { byUrgency, isOpenJob, progressWords, shortWords } from '#/jobs/job-words'
import { useJobs } from '#/jobs/use-jobs'
import { Icon } from '#/ui/Icon'
import { rowClass, rowsClass, Section } from './Section'

/** Acts on many objects that are not over. They are steered from the top bar. */
export function RunningJobs({ orgId }: { orgId: string }) {
  const jobs = byUrgency(useJobs().jobs).filter((job) => isOpenJob(job) && job.organizationId === orgId)
  if (jobs.length === 0) return null
  return (
    <Section title="Running" count={jobs.length} aside="Paused, resumed and cancelled in the top bar">
      <ul className={rowsClass}>
        {jobs.map((job) => (
          <li key={job.id} className={rowClass}>
            <Icon of={ListTodo} className="text-muted" />
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">{job.title}</p>
              <p className="text-meta text-muted">{shortWords(job)}</p>
            </div>
            <progress
              aria-label={job.title}
              aria-valuetext={progressWords(job)}
              className="h-1.5 w-32 accent-accent max-sm:hidden"
              max={job.counts.total}
              value={job.counts.total - job.counts.waiting - job.counts.running}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
