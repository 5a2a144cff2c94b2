import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './Icon'

export type FieldProps = {
  label: string
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined
  hint?: ReactNode
  /** At the right end of the line under the field. */
  hintAside?: ReactNode
  error?: string | undefined
  /** At the right end of the label's line: "32 of 500". */
  counter?: ReactNode
  className?: string | undefined
}

export type FieldAria = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = FieldProps & { id?: string | undefined; children: (aria: FieldAria) => ReactNode }

/** Label, control, and the line under it. The error takes the place of the hint, so nothing below moves. */
export function Field({ label, hideLabel, hint, hintAside, error, counter, className, id, children }: Props) {
  const own = useId()
  const fieldId = id ?? own
  const noteId = `${fieldId}-note`
  const counterId = `${fieldId}-count`
  const hasNote = Boolean(hint || error || hintAside)
  const described = cx(hint || error ? noteId : null, counter ? counterId : null) || undefined

  return (
    <div className={cx('min-w-0', className)}>
      <div className={cx('mb-1 flex items-end justify-between gap-3', hideLabel && !counter && 'sr-only')}>
        <label htmlFor={fieldId} className={cx('font-medium', hideLabel && 'sr-only')}>
          {label}
        </label>
        {counter && (
          <span id={counterId} className="text-meta text-muted tabular-nums">
            {counter}
          </span>
        )}
      </div>
      {children({ id: fieldId, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      <div className={cx('flex items-start justify-between gap-3 text-meta text-muted', hasNote && 'mt-1')}>
        <div id={noteId} aria-live="polite" className="min-w-0 flex-1">
          {error ? (
            <span className="flex items-start gap-1 text-danger">
              <Icon of={CircleAlert} size={14} className="mt-px" />
              <span className="min-w-0">{error}</span>
            </span>
          ) : (
            hint
          )}
        </div>
        {hintAside && <div className="shrink-0">{hintAside}</div>}
      </div>
    </div>
  )
}
