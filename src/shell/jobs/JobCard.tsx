import { CircleAlert, CircleCheck, Clock, Ellipsis, Pause, Play, RotateCw, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { steerJob } from '#/jobs/jobs'
import type { JobView } from '#/jobs/job-types'
import {
  durationWords,
  progressWords,
  rateWords,
  restWords,
  troubleCount,
  troubleWords,
} from '#/jobs/job-words'
import { Button } from '#/ui/Button'
import { CountdownRing } from '#/ui/CountdownRing'
import { copyText } from '#/ui/copy-text'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Menu, type MenuItem } from '#/ui/Menu'
import { showToast } from '#/ui/toast-store'
import { JobBar } from './JobBar'
import { JobProblems } from './JobProblems'

const count = (n: number) => n.toLocaleString('en-GB')

function steer(act: Parameters<typeof steerJob>[0], job: JobView): void {
  steerJob(act, job.id).catch((error: unknown) =>
    showToast(error instanceof Error ? error.message : 'This could not be done.', { tone: 'danger' }),
  )
}

interface Props {
  job: JobView
  isWaitingForTab: boolean
}

/** One job: how far it is, what did not work, and what can be done about it. */
export function JobCard({ job, isWaitingForTab }: Props) {
  const { timeZone } = useSettings()
  return (
    <li aria-label={job.title} className="border-b border-line-strong px-4 pt-3 pb-4">
      <div className="flex min-h-8 items-center gap-2">
        <Mark job={job} />
        <h3 className="min-w-0 flex-1 font-medium wrap-anywhere">{job.title}</h3>
        {job.phase === 'finished' && job.endedAt !== null && (
          <span className="text-meta text-muted tabular-nums">
            {clockTime(job.endedAt, timeZone).slice(0, 5)}, took{' '}
            {durationWords((job.endedAt - job.startedAt) / 1000)}
          </span>
        )}
        <MainAct job={job} />
        <More job={job} />
      </div>
      {job.phase !== 'elsewhere' && <JobBar job={job} />}
      <Counts job={job} />
      <Note>{noteOf(job, isWaitingForTab)}</Note>
      <JobProblems job={job} />
      {job.slowed && (
        <Note>
          {clockTime(job.slowed.at, timeZone).slice(0, 8)} The server asked for a pause; waited{' '}
          {durationWords(job.slowed.seconds)}, now slower.
        </Note>
      )}
      <AfterActs job={job} />
    </li>
  )
}

function Mark({ job }: { job: JobView }) {
  if (job.phase === 'paused') return <Icon of={Pause} className="text-muted" />
  if (job.phase === 'queued' || job.phase === 'elsewhere') return <Icon of={Clock} className="text-muted" />
  if (job.phase !== 'finished') return null
  return troubleCount(job) > 0 || job.isCancelled ? (
    <Icon of={CircleAlert} className="text-muted" />
  ) : (
    <Icon of={CircleCheck} className="text-good" />
  )
}

function MainAct({ job }: { job: JobView }) {
  if (job.phase === 'running' || job.phase === 'queued')
    return (
      <Button size={28} icon={Pause} onClick={() => steer('pause', job)}>
        Pause
      </Button>
    )
  if (job.phase === 'paused' && job.counts.waiting + job.counts.unknown > 0)
    return (
      <Button size={28} icon={Play} onClick={() => steer('resume', job)}>
        {job.why === 'interrupted'
          ? `Go on with ${count(job.counts.waiting + job.counts.unknown)}`
          : 'Resume'}
      </Button>
    )
  if (job.phase === 'counting')
    return (
      <Button size={28} icon={Undo2} onClick={() => steer('cancel', job)}>
        Undo
      </Button>
    )
  return null
}

function More({ job }: { job: JobView }) {
  const items: MenuItem[] = []
  if (job.phase === 'running' || job.phase === 'queued' || job.phase === 'paused')
    items.push({
      label: 'Cancel',
      hint: `Finishes what is in hand; ${count(job.counts.waiting)} are left as they are`,
      onSelect: () => steer('cancel', job),
    })
  if (job.problems.length > 0)
    items.push({ label: 'Copy list', hint: 'Names, ids and reasons', onSelect: () => copyProblems(job) })
  if (job.phase === 'finished')
    items.push({ label: 'Remove from this list', onSelect: () => steer('forget', job) })
  if (items.length === 0) return null
  return (
    <Menu items={items} trigger={<IconButton size={28} icon={Ellipsis} label={`More for ${job.title}`} />} />
  )
}

function copyProblems(job: JobView): void {
  const lines = job.problems.map(({ id, label, state, reason }) =>
    [label ?? '', id, state, reason].join('\t'),
  )
  copyText(lines.join('\n'), 'List copied')
}

function Counts({ job }: { job: JobView }) {
  const { counts, phase, rate, secondsLeft } = job
  if (phase === 'counting' && job.startsAt !== null)
    return (
      <p className="mt-2">
        <CountdownRing endsAt={job.startsAt} totalSeconds={10} text={(s) => `Nothing is sent for ${s} s`} />
      </p>
    )
  if (phase === 'elsewhere') return null
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 text-meta text-muted tabular-nums">
      <span className="font-medium text-text">
        {phase === 'finished' ? `${count(counts.done)} ${job.done}` : progressWords(job)}
      </span>
      {phase !== 'finished' && (
        <span>
          {count(counts.done)} {job.done}
        </span>
      )}
      {job.noticed > 0 && <span className="text-warning">{count(job.noticed)} to look at</span>}
      {counts.skipped > 0 && <span>{count(counts.skipped)} skipped</span>}
      {counts.failed > 0 && <span className="text-danger">{count(counts.failed)} failed</span>}
      {counts.unknown > 0 && <span className="text-warning">{count(counts.unknown)} not known</span>}
      {phase === 'finished' && (
        <span>{job.isCancelled ? `cancelled, ${count(counts.waiting)} left as they were` : '0 left'}</span>
      )}
      <span className="ml-auto">
        {rate !== null && rateWords(rate)}
        {secondsLeft !== null && `, ${durationWords(secondsLeft)} left`}
      </span>
    </p>
  )
}

function noteOf(job: JobView, isWaitingForTab: boolean): ReactNode {
  if (job.phase === 'paused') return restWords(job)
  if (job.phase === 'queued')
    return isWaitingForTab ? 'Waits for a job in another tab.' : 'Waits for the job before it.'
  if (job.phase === 'elsewhere')
    return 'It is shown and steered in that tab. If the tab is closed, it comes here.'
  return null
}

function Note({ children }: { children: ReactNode }) {
  return children ? <p className="mt-2 text-meta text-muted">{children}</p> : null
}

function AfterActs({ job }: { job: JobView }) {
  if (job.canRetry === 0 && job.canUndo === 0) return null
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {job.canRetry > 0 && (
        <Button size={28} icon={RotateCw} onClick={() => steer('retry', job)}>
          Retry {troubleWords(job)}
        </Button>
      )}
      {job.canUndo > 0 && (
        <Button size={28} icon={Undo2} className="ml-auto" onClick={() => steer('undo', job)}>
          Undo {count(job.canUndo)}
        </Button>
      )}
    </div>
  )
}
