import { cx } from './cx'

type SwitchProps = {
  /** The accessible name; or the id of the row's visible label in `labelledBy`. */
  label?: string
  labelledBy?: string
  describedBy?: string
  checked: boolean
  onChange: (isOn: boolean) => void
  disabled?: boolean
  id?: string
}

/** Applies at once. On and off differ in the knob's side and the filled track, not in colour alone. */
export function Switch({ label, labelledBy, describedBy, checked, onChange, disabled, id }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      id={id}
      aria-checked={checked}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className={cx(
        'relative h-4 w-7 shrink-0 rounded-full border disabled:opacity-50',
        'max-sm:before:absolute max-sm:before:-inset-3.5',
        checked
          ? 'border-accent bg-accent forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none'
          : 'border-control bg-surface',
      )}
    >
      <span
        className={cx(
          'absolute inset-y-0 my-auto rounded-full forced-colors:bg-[ButtonText]',
          checked ? 'right-px size-3 bg-on-accent' : 'left-0.5 size-2.5 bg-control',
        )}
      />
    </button>
  )
}
