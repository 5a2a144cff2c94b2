import { CircleCheck, LoaderCircle, OctagonAlert, TriangleAlert } from 'lucide-react'
import { counted } from '#/lib/counted'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import type { Finding } from './finding'

interface Props {
  /** Null: not answered yet. */
  findings: readonly (Finding | null)[]
  startedAt: Date
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' })

/** What all steps together mean, and when that was so. */
export function Summary({ findings, startedAt }: Props) {
  const done = findings.filter((finding) => finding !== null)
  const count = (tone: Finding['tone']) => done.filter((finding) => finding.tone === tone).length
  const isDone = done.length === findings.length
  const [shape, tone] = !isDone
    ? [LoaderCircle, 'text-muted']
    : count('fail') > 0
      ? [OctagonAlert, 'text-danger']
      : count('warn') > 0
        ? [TriangleAlert, 'text-warning-icon']
        : [CircleCheck, 'text-good']
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line-strong pb-3">
      <Icon of={shape} className={cx(tone, !isDone && 'animate-spin')} />
      <p role="status" className="min-w-0 flex-1 font-medium">
        {isDone
          ? `${count('pass')} of ${findings.length} passed. ${verdict(count('fail'), count('warn'))}`
          : `Asking: ${done.length} of ${findings.length} have answered.`}
      </p>
      {isDone && (
        <p className="text-meta text-muted">
          {clock.format(startedAt)} UTC, took {Math.max(...done.map(({ took }) => took))} ms
        </p>
      )}
    </div>
  )
}

function verdict(fails: number, warnings: number): string {
  if (fails > 0) return 'Sign-in cannot work yet.'
  if (warnings > 0) return `Sign-in can work; ${counted(warnings, 'thing')} should be mended.`
  return 'Sign-in can work.'
}
