import { useEffect, useRef } from 'react'
import type { JobView } from '#/jobs/job-types'
import { byUrgency, progressWords, settledCount, shortWords, troubleCount } from '#/jobs/job-words'
import { useJobs } from '#/jobs/use-jobs'
import { announce } from '#/ui/announcer'
import { cx } from '#/ui/cx'

const round = 2 * Math.PI * 6

interface Props {
  isOpen: boolean
  onToggle: () => void
}

/** In the top bar as long as there is any job: a ring, and how far the one that matters is. */
export default function JobsButton({ isOpen, onToggle }: Props) {
  const [job] = byUrgency(useJobs().jobs)
  useSpoken(job)
  if (!job) return null
  const isRunning = job.phase === 'running'
  const colour = isRunning ? 'accent-text' : troubleCount(job) > 0 ? 'danger' : 'control'
  const share = job.counts.total === 0 ? 1 : settledCount(job) / job.counts.total
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={`Jobs: ${shortWords(job)}`}
      onClick={onToggle}
      className={cx(
        'mr-1 flex h-7 items-center gap-2 rounded-control px-2 tabular-nums hover:bg-hover max-sm:h-11',
        isOpen ? 'bg-pressed' : 'text-muted',
      )}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden className="shrink-0">
        <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" className="stroke-line-strong" />
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          strokeWidth="2"
          transform="rotate(-90 8 8)"
          strokeDasharray={round}
          strokeDashoffset={round * (1 - share)}
          style={{ stroke: `var(--${colour})` }}
        />
      </svg>
      <span className="max-xl:hidden">{shortWords(job)}</span>
      <span className="max-sm:hidden xl:hidden">{progressWords(job)}</span>
    </button>
  )
}

/** Each tenth of a running job is said, failures and the end at once. */
function useSpoken(job: JobView | undefined): void {
  const said = useRef('')
  const trouble = job ? troubleCount(job) : 0
  const tenth = job ? Math.floor((settledCount(job) / Math.max(1, job.counts.total)) * 10) : 0
  const words = job && shortWords(job)
  const key = job ? [job.id, job.phase, trouble, job.phase === 'running' ? tenth : ''].join(' ') : ''
  useEffect(() => {
    if (!words || said.current === key) return
    const isFirst = said.current === ''
    said.current = key
    if (!isFirst || trouble > 0) announce(words, { isUrgent: trouble > 0 })
  }, [key, words, trouble])
}
