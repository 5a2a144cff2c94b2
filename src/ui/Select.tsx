import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldProps } from './Field'
import { Icon, type IconType } from './Icon'

export type SelectOption<T extends string> = { value: T; label: string; isClosed?: boolean }

type SelectProps<T extends string> = FieldProps &
  Omit<ComponentProps<'select'>, 'size' | 'className' | 'value' | 'onChange' | 'children'> & {
    options: readonly SelectOption<T>[]
    value: T | ''
    onChange: (value: T) => void
    /** The first, empty choice, while nothing is chosen. */
    placeholder?: string | undefined
    icon?: IconType | undefined
    size?: 32 | 28
  }

/** A native select: the system's own list, on phones too. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, hint, hintAside, error, counter, className, ...rest } = props
  const { options, value, onChange, placeholder, icon, size = 32, ...native } = rest
  return (
    <Field {...{ label, hideLabel, hint, hintAside, error, counter, className }} id={native.id}>
      {(aria) => (
        <div className="relative">
          {icon && (
            <Icon of={icon} className="pointer-events-none absolute inset-y-0 left-2 my-auto text-muted" />
          )}
          <select
            {...native}
            {...aria}
            value={value}
            // The DOM knows strings only; the value comes from `options`, which is T.
            onChange={(event) => onChange(event.target.value as T)}
            className={cx(
              'field-edge w-full appearance-none truncate rounded-control bg-surface pr-8 pointer-coarse:text-[1rem]',
              icon ? 'pl-8' : 'pl-2',
              size === 32 ? 'control-h' : 'control-h-small',
              native.disabled && 'border-line-strong text-disabled',
            )}
          >
            {placeholder !== undefined && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isClosed}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon
            of={ChevronDown}
            className="pointer-events-none absolute inset-y-0 right-2 my-auto text-muted"
          />
        </div>
      )}
    </Field>
  )
}
