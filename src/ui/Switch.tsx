import type { ComponentProps } from 'react'
import { cx } from './cx'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'className' | 'onChange'> & {
  /** The accessible name; the visible label is the row's, see `labelledBy`. */
  label?: string
  labelledBy?: string
  onChange: (isOn: boolean) => void
  className?: string | undefined
}

/** Applies at once. Off is told by the knob's side and an empty track, not by colour alone. */
export function Switch({ label, labelledBy, onChange, className, ...native }: SwitchProps) {
  return (
    <span
      className={cx(
        'relative inline-flex h-4 w-7 shrink-0 max-sm:before:absolute max-sm:before:-inset-3.5',
        className,
      )}
    >
      <input
        {...native}
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-labelledby={labelledBy}
        onChange={(event) => onChange(event.target.checked)}
        className={cx(
          'peer absolute inset-0 cursor-pointer appearance-none rounded-full border border-control bg-surface max-sm:-m-3.5 max-sm:bg-clip-content max-sm:p-3.5',
          'checked:border-accent checked:bg-accent forced-colors:appearance-auto',
        )}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-1 size-2 -translate-y-1/2 rounded-full bg-control peer-checked:left-3.5 peer-checked:size-3 peer-checked:bg-on-accent forced-colors:hidden"
      />
    </span>
  )
}
