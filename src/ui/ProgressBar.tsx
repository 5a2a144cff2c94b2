import { X } from 'lucide-react'
import { Button } from './Button'
import { cx } from './cx'
import { countText, paceText, type Progress } from './progress-text'

type ProgressBarProps = Progress & {
  /** What runs: "Moving secrets to Payments". */
  label: string
  state?: 'running' | 'paused' | 'done'
  /** How many of those done have failed: a striped end. */
  failed?: number
  onCancel?: (() => void) | undefined
  className?: string | undefined
}

export function ProgressBar(props: ProgressBarProps) {
  const { label, state = 'running', failed = 0, onCancel, done, total, className } = props
  const count = countText(props)
  const pace = state === 'running' ? paceText(props) : ''
  return (
    <div className={className}>
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <span className="font-medium">{label}</span>
          <div className="mt-1.5">
            <Track label={label} text={count} {...{ done, total, failed, state }} />
          </div>
          <div className="mt-1 flex flex-wrap justify-between gap-x-3 text-meta text-muted tabular-nums">
            <span>
              {count}
              {failed > 0 && <span className="text-danger">, {failed} failed</span>}
            </span>
            <span>{pace}</span>
          </div>
        </div>
        {onCancel && state !== 'done' && (
          <Button size={28} icon={X} onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  )
}

type TrackProps = {
  label: string
  text?: string
  done: number
  total: number
  failed?: number
  state?: 'running' | 'paused' | 'done'
}

/** The bar alone, 6 px. */
export function Track({ label, text, done, total, failed = 0, state = 'running' }: TrackProps) {
  const percent = (part: number) => `${total > 0 ? Math.min(100, (part / total) * 100) : 0}%`
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={text}
      className="flex h-1.5 overflow-hidden rounded-full bg-line-strong forced-colors:border"
    >
      <span
        className={cx('forced-colors:bg-[Highlight]', state === 'running' ? 'bg-accent' : 'bg-chart')}
        style={{ width: percent(done - failed) }}
      />
      {failed > 0 && <span className="stripes-danger" style={{ width: percent(failed) }} />}
    </div>
  )
}
