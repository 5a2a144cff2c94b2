import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Field, type FieldProps } from './Field'
import { Icon, type IconType } from './Icon'

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'size' | 'className'> & {
    mono?: boolean | undefined
    icon?: IconType | undefined
    /** Inside the edge, at the end: a check, a toggle, a unit. */
    trailing?: ReactNode
    size?: 32 | 28
  }

export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    hint,
    hintAside,
    error,
    counter,
    className,
    mono,
    icon,
    trailing,
    size = 32,
    ...native
  } = props
  const isClosed = native.disabled || native.readOnly
  return (
    <Field {...{ label, hideLabel, hint, hintAside, error, counter, className }} id={native.id}>
      {(aria) => (
        <div
          className={cx(
            'field-edge flex items-center gap-2 rounded-control px-2',
            size === 32 ? 'control-h' : 'control-h-small',
            isClosed ? 'bg-sunken' : 'bg-surface',
            native.disabled && 'border-line-strong text-disabled',
          )}
        >
          {icon && <Icon of={icon} className={native.disabled ? 'text-disabled' : 'text-muted'} />}
          <input
            {...native}
            {...aria}
            className={cx(
              'h-full min-w-0 flex-1 rounded-control bg-transparent outline-none pointer-coarse:text-[1rem]',
              mono && 'font-mono',
              native.type === 'password' && 'tracking-[0.125em]',
            )}
          />
          {trailing}
        </div>
      )}
    </Field>
  )
}
