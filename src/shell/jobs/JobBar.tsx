import type { JobView } from '#/jobs/job-types'
import { progressWords, settledCount, troubleCount } from '#/jobs/job-words'
import { cx } from '#/ui/cx'

const STRIPES = 'repeating-linear-gradient(90deg, var(--danger) 0 2px, transparent 2px 4px)'

/** Accent while it runs, grey when it rests; what failed is striped red at its end. */
export function JobBar({ job }: { job: JobView }) {
  const { counts, phase } = job
  const settled = settledCount(job)
  const share = (count: number) => `${counts.total === 0 ? 0 : (count / counts.total) * 100}%`
  return (
    <div
      role="progressbar"
      aria-label={job.title}
      aria-valuemin={0}
      aria-valuemax={counts.total}
      aria-valuenow={settled}
      aria-valuetext={progressWords(job)}
      className="flex h-1.5 overflow-hidden rounded-chip bg-pressed"
    >
      <div
        className={cx(phase === 'running' ? 'bg-accent' : 'bg-control')}
        style={{ width: share(counts.done + counts.skipped) }}
      />
      <div style={{ width: share(troubleCount(job)), background: STRIPES }} />
    </div>
  )
}
