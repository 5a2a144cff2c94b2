import { amount } from '#/lib/amount'
import type { JobView, PauseReason } from './job-types'

/** "3.8 a second", "5 a minute". Items a second. */
export function rateWords(rate: number): string {
  if (rate >= 0.95) return `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} a second`
  return `${Math.max(1, Math.round(rate * 60))} a minute`
}

/** "15 s", "3 min", "2 h 5 min". */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`
}

/** "41 of 96": what is settled, whatever came of it; what nobody knows is not. */
export function progressWords({ counts }: Pick<JobView, 'counts'>): string {
  return `${amount(settledCount({ counts }))} of ${amount(counts.total)}`
}

export const settledCount = ({ counts }: Pick<JobView, 'counts'>): number =>
  counts.done + counts.skipped + counts.failed

const PAUSED: Record<PauseReason, string> = {
  person: 'Paused.',
  locked: 'Paused while the console was locked.',
  interrupted: 'The page was closed or left in the middle.',
  offline: 'Paused: the server cannot be reached.',
  slow: 'Paused: the server kept asking to slow down.',
  failing: 'Paused: several in a row failed at the server.',
}

/** Why a job rests and what stands where, in one or two sentences. */
export function restWords(job: Pick<JobView, 'why' | 'counts' | 'done'>): string {
  const { counts, why } = job
  const parts = [`${amount(counts.done)} ${job.done}`]
  if (counts.unknown > 0) parts.push(`${amount(counts.unknown)} not known`)
  parts.push(counts.waiting === 0 ? 'none left' : `${amount(counts.waiting)} not begun`)
  return `${PAUSED[why ?? 'person']} ${parts.join(', ')}.`
}

/** What the button in the top bar says of the job that matters most. */
export function shortWords(job: JobView): string {
  switch (job.phase) {
    case 'counting':
      return `${job.doing} ${amount(job.counts.total)} soon`
    case 'queued':
      return `${job.title} waits`
    case 'running':
      return `${job.doing} ${progressWords(job)}`
    case 'paused':
      return `Paused, ${progressWords(job)}`
    case 'elsewhere':
      return 'A job in another tab'
    case 'finished':
      return troubleCount(job) > 0
        ? `${amount(troubleCount(job))} of ${amount(job.counts.total)} ${troubleKind(job)}`
        : `${amount(job.counts.done)} ${job.done}${job.noticed > 0 ? `, ${amount(job.noticed)} to look at` : ''}`
  }
}

export const troubleCount = ({ counts }: Pick<JobView, 'counts'>): number => counts.failed + counts.unknown

/** What nobody knows may have been done: it is not called failed. */
function troubleKind({ counts }: Pick<JobView, 'counts'>): string {
  if (counts.unknown === 0) return 'failed'
  return counts.failed === 0 ? 'not known' : 'failed or not known'
}

/** "1 failed", "2 not known", "3 failed or not known". */
export const troubleWords = (job: Pick<JobView, 'counts'>): string =>
  `${amount(troubleCount(job))} ${troubleKind(job)}`

/** Running, about to, waiting, resting, finished with failures, finished. */
export function byUrgency(jobs: readonly JobView[]): JobView[] {
  return jobs.toSorted((a, b) => urgency(a) - urgency(b) || b.startedAt - a.startedAt)
}

const ORDER: Record<JobView['phase'], number> = {
  running: 0,
  counting: 1,
  queued: 2,
  elsewhere: 3,
  paused: 4,
  finished: 6,
}
const urgency = (job: JobView): number =>
  job.phase === 'finished' && troubleCount(job) > 0 ? 5 : ORDER[job.phase]

export const isOpenJob = ({ phase }: JobView): boolean => phase !== 'finished'
