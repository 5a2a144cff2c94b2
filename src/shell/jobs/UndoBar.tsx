import { CircleCheck, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { steerJob } from '#/jobs/jobs'
import type { JobView } from '#/jobs/job-types'
import { useJobs } from '#/jobs/use-jobs'
import { Button } from '#/ui/Button'
import { CountdownRing } from '#/ui/CountdownRing'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { showToast } from '#/ui/toast-store'
import { useNow } from '#/ui/use-now'

const SHOWN_FOR = 30_000

/** Under the page: what is about to be sent and can be taken back, or what was done and can be undone. */
export default function UndoBar() {
  const { jobs } = useJobs()
  const [closed, setClosed] = useState<readonly string[]>([])
  const now = useNow()
  const fresh = (job: JobView) =>
    job.phase === 'finished' &&
    job.canUndo > 0 &&
    now - (job.endedAt ?? 0) < SHOWN_FOR &&
    !closed.includes(job.id)
  const job = jobs.find(({ phase }) => phase === 'counting') ?? jobs.find((one) => fresh(one))
  if (!job) return null
  const steer = (act: 'cancel' | 'undo') =>
    void steerJob(act, job.id).catch((error: unknown) =>
      showToast(error instanceof Error ? error.message : 'It could not be taken back.', { tone: 'danger' }),
    )
  const count = job.canUndo.toLocaleString('en-GB')
  return (
    <section
      aria-label="Undo"
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-accent-line bg-accent-softer px-4 py-1.5"
    >
      {job.startsAt !== null ? (
        <>
          <span className="min-w-0 flex-1 font-medium wrap-anywhere">{job.title}</span>
          <CountdownRing endsAt={job.startsAt} totalSeconds={10} text={(s) => `Sent in ${s} s, not before`} />
          <Button size={28} icon={Undo2} onClick={() => steer('cancel')}>
            Undo
          </Button>
        </>
      ) : (
        <>
          <Icon of={CircleCheck} className="text-good" />
          <span role="status" className="min-w-0 flex-1 wrap-anywhere">
            {job.title}: {count} {job.done}
          </span>
          <Button size={28} icon={Undo2} onClick={() => steer('undo')}>
            Undo {count}
          </Button>
          <IconButton size={28} icon={X} label="Close" onClick={() => setClosed([...closed, job.id])} />
        </>
      )}
    </section>
  )
}
