import { CircleAlert, CircleCheck, RotateCw, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { amount } from '#/lib/amount'
import { useSettings } from '#/data/settings'
import { steerJob } from '#/jobs/jobs'
import type { JobView } from '#/jobs/job-types'
import { troubleWords } from '#/jobs/job-words'
import { useJobs } from '#/jobs/use-jobs'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { CountdownRing } from '#/ui/CountdownRing'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { showToast } from '#/ui/toast-store'
import { useAnnounced } from '#/ui/use-announced'
import { useKeptFocus } from '#/ui/use-kept-focus'
import { useNow } from '#/ui/use-now'
import { useShortcuts } from '#/ui/use-shortcuts'

const SHOWN_FOR = 30_000

/**
 * Under the page: what is about to be sent and can be taken back, or what was done and can be undone. What failed is
 * told here too: an undo that is refused must not look like one that went through.
 */
export default function UndoBar() {
  const { jobs } = useJobs()
  const [closed, setClosed] = useState<readonly string[]>([])
  const [held, setHeld] = useState<string | null>(null)
  const now = useNow()
  const fresh = (job: JobView) =>
    job.phase === 'finished' &&
    job.canUndo + job.canRetry > 0 &&
    // It does not go away under the focus of somebody who came to press it.
    (held === job.id || now - (job.endedAt ?? 0) < SHOWN_FOR) &&
    !closed.includes(job.id)
  const job = jobs.find(({ phase }) => phase === 'counting') ?? jobs.find((one) => fresh(one))
  if (!job) return null
  return (
    <div onFocus={() => setHeld(job.id)} onBlur={() => setHeld(null)}>
      <Bar job={job} onClose={() => setClosed([...closed, job.id])} />
    </div>
  )
}

function Bar({ job, onClose }: { job: JobView; onClose: () => void }) {
  const { singleKeys } = useSettings()
  const kept = useKeptFocus()
  const isCounting = job.startsAt !== null
  const steer = (act: 'cancel' | 'undo' | 'retry') =>
    void steerJob(act, job.id).catch((error: unknown) =>
      showToast(error instanceof Error ? error.message : 'It could not be taken back.', { tone: 'danger' }),
    )
  const canUndo = isCounting || job.canUndo > 0
  const undo = () => steer(isCounting ? 'cancel' : 'undo')
  useShortcuts(canUndo ? [{ id: 'undo', run: undo }] : [], singleKeys)
  useAnnounced(canUndo ? `${isCounting ? 'Sent in ten seconds; ' : ''}Undo stands below the page.` : null)
  return (
    <section
      {...kept}
      aria-label="Undo"
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-accent-line bg-accent-softer px-4 py-1.5"
    >
      {job.startsAt !== null ? (
        <>
          <span className="min-w-0 flex-1 font-medium wrap-anywhere">{job.title}</span>
          <CountdownRing endsAt={job.startsAt} totalSeconds={10} text={(s) => `Sent in ${s} s, not before`} />
          <Button size={28} icon={Undo2} keyCap={singleKeys ? 'z' : undefined} onClick={undo}>
            Undo
          </Button>
        </>
      ) : (
        <>
          {job.canRetry > 0 ? (
            <Icon of={CircleAlert} className="text-danger" />
          ) : (
            <Icon of={CircleCheck} className="text-good" />
          )}
          <span
            role="status"
            className={cx('min-w-0 flex-1 wrap-anywhere', job.canRetry > 0 && 'max-sm:basis-64')}
          >
            {job.title}: {endWords(job)}
          </span>
          {job.canRetry > 0 && (
            <Button size={28} icon={RotateCw} onClick={() => steer('retry')}>
              Retry {troubleWords(job)}
            </Button>
          )}
          {canUndo && (
            <Button size={28} icon={Undo2} keyCap={singleKeys ? 'z' : undefined} onClick={undo}>
              Undo {amount(job.canUndo)}
            </Button>
          )}
          <IconButton size={28} icon={X} label="Close" onClick={onClose} />
        </>
      )}
    </section>
  )
}

/** "3 moved", "2 moved, 1 failed", or why the first failed where all did. */
function endWords(job: JobView): string {
  const { counts, done, canRetry, problems } = job
  if (canRetry === 0) return `${amount(counts.done)} ${done}`
  const failed = troubleWords(job)
  const first = problems.find(({ state }) => state === 'failed' || state === 'unknown')
  if (counts.done > 0) return `${amount(counts.done)} ${done}, ${failed}`
  return first ? `${failed}. ${first.reason}` : failed
}
