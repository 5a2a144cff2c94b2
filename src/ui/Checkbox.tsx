import { Check, Minus } from 'lucide-react'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  /** Text beside it. Without one give `aria-label`. */
  label?: ReactNode
  hint?: ReactNode
  isMixed?: boolean
  className?: string | undefined
}

/** The native box takes keys and focus; the mark over it is drawn. */
export function Checkbox({ label, hint, isMixed = false, className, ref, ...native }: CheckboxProps) {
  const hintId = useId()
  const box = (
    <span className="relative inline-flex size-4 shrink-0">
      <input
        {...native}
        ref={(element) => {
          if (element) element.indeterminate = isMixed
          if (typeof ref === 'function') return ref(element)
          if (ref) ref.current = element
        }}
        type="checkbox"
        aria-describedby={hint ? hintId : native['aria-describedby']}
        className={cx(
          'peer size-4 appearance-none rounded-chip border border-control bg-surface',
          'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
          'disabled:border-line-strong disabled:checked:bg-disabled forced-colors:appearance-auto',
        )}
      />
      {isMixed ? (
        <Minus size={16} strokeWidth={2.5} aria-hidden className={mark} />
      ) : (
        // Where the state is known it is not in the page for nothing: lists have one in every row.
        native.checked !== false && (
          <Check size={16} strokeWidth={2.5} aria-hidden className={cx(mark, 'hidden peer-checked:block')} />
        )
      )}
    </span>
  )
  if (!label) return <span className={cx('inline-flex', className)}>{box}</span>
  return (
    <label className={cx('inline-flex min-w-0 gap-2 max-sm:min-h-11 max-sm:items-center', className)}>
      <span className="mt-0.5 inline-flex max-sm:mt-0">{box}</span>
      <span className={cx('min-w-0', native.disabled && 'text-disabled')}>
        {label}
        {hint && (
          <span id={hintId} className="block text-meta text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

const mark = 'pointer-events-none absolute inset-0 size-4 p-0.5 text-on-accent forced-colors:hidden'
