import { Check } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { keySteps, type KeyRotation, type KeyStep } from '#/domain/key-rotation'
import { clockTime } from '#/domain/time-words'
import { Icon } from '#/ui/Icon'
import { cx } from '#/ui/cx'

export const stepTitles: Record<KeyStep, string> = {
  use: 'Who used it lately',
  places: 'What to update',
  confirm: 'Confirm',
  proof: 'New key: proof that it works',
  receipt: 'Receipt',
}

/** Where the rotation stands. */
export function RotationSteps({ rotation, step }: { rotation: KeyRotation; step: KeyStep }) {
  const { timeZone } = useSettings()
  const at = keySteps.indexOf(step)
  const notes: Record<KeyStep, string> = {
    use: '',
    places: rotation.places.length === 1 ? '1 place listed' : `${rotation.places.length} places listed`,
    confirm: rotation.changedAt ? `Accepted ${clockTime(rotation.changedAt, timeZone)}` : '',
    proof: rotation.provedAt ? `Works, ${clockTime(rotation.provedAt, timeZone)}` : '',
    receipt: rotation.savedAt ? `Saved ${clockTime(rotation.savedAt, timeZone)}` : '',
  }
  return (
    <ol
      aria-label="Steps of the rotation"
      className="flex shrink-0 flex-col gap-5 border-line-strong p-4 max-lg:flex-row max-lg:flex-wrap max-lg:gap-x-4 max-lg:gap-y-2 max-lg:border-b max-lg:py-3 lg:w-66 lg:border-r"
    >
      {keySteps.map((name, i) => {
        const isDone = i < at
        const isNow = i === at
        return (
          <li key={name} aria-current={isNow ? 'step' : undefined} className="flex min-w-0 gap-3">
            <span
              aria-hidden
              className={cx(
                'flex size-6 shrink-0 items-center justify-center rounded-full border text-meta',
                isDone && 'border-good-line bg-good-soft text-good',
                isNow && 'border-transparent bg-accent text-on-accent',
                !isDone && !isNow && 'border-control text-muted',
              )}
            >
              {isDone ? <Icon of={Check} size={14} /> : i + 1}
            </span>
            <div className={cx('min-w-0 pt-0.5', !isNow && 'max-lg:sr-only')}>
              <p className={cx('font-medium', !isDone && !isNow && 'text-muted')}>
                {stepTitles[name]}
                <span className="sr-only">{isDone ? ', done' : isNow ? ', now' : ', later'}</span>
              </p>
              {i <= at && notes[name] && <p className="text-meta text-muted max-lg:hidden">{notes[name]}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
