import { useId, type ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'
import { Select } from './Select'

export type SegmentedOption<T extends string> = { value: T; label: string; icon?: IconType }

type SegmentedProps<T extends string> = {
  label: string
  /** Shown above; otherwise only screen readers hear it. */
  showLabel?: boolean
  options: readonly SegmentedOption<T>[]
  value: T
  onChange: (value: T) => void
  size?: 32 | 28
  /** The segments share the whole width. */
  fill?: boolean
  /** Below 640 px it becomes a select. */
  collapse?: boolean
  className?: string | undefined
}

/** One of a few, all in view. Native radios inside: arrow keys move, Tab leaves. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, showLabel, options, value, onChange, size = 32, fill, collapse, className } = props
  const name = useId()
  const group = (
    <fieldset
      className={cx('min-w-0', fill ? 'block' : 'inline-block', collapse ? 'max-sm:hidden' : className)}
    >
      <legend className={showLabel ? 'mb-1 font-medium' : 'sr-only'}>{label}</legend>
      <div className="flex rounded-control border border-button-line bg-button">
        {options.map((option) => (
          <Segment
            key={option.value}
            name={name}
            checked={option.value === value}
            size={size}
            isEqual={Boolean(fill) && options.length <= 3}
            isTight={options.length > 3}
            onChoose={() => onChange(option.value)}
          >
            {option.icon && <Icon of={option.icon} />}
            {option.label}
          </Segment>
        ))}
      </div>
    </fieldset>
  )
  if (!collapse) return group
  return (
    <div className={className}>
      {group}
      <Select
        className="sm:hidden"
        label={label}
        hideLabel={!showLabel}
        options={options}
        value={value}
        onChange={(next) => onChange(next)}
      />
    </div>
  )
}

type SegmentProps = {
  name: string
  checked: boolean
  size: 32 | 28
  isEqual: boolean
  isTight: boolean
  onChoose: () => void
  children: ReactNode
}

// Forced colours drop the tint that marks the chosen one.
const forced =
  'forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none'

function Segment({ name, checked, size, isEqual, isTight, onChoose, children }: SegmentProps) {
  return (
    <label
      className={cx(
        isEqual ? 'flex-1' : 'flex-auto',
        'relative flex items-center justify-center border-button-line text-center leading-4 not-first:border-l gap-1.5 font-medium first:rounded-l-[5px] last:rounded-r-[5px]',
        'has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent-text',
        size === 32 ? 'h-7.5 max-sm:h-10.5' : 'h-6.5 max-sm:h-10.5',
        isTight ? 'px-2 max-sm:px-1 max-sm:text-meta/4' : size === 32 ? 'px-3' : 'px-2.5',
        checked ? cx('bg-pressed text-text', forced) : 'text-muted hover:bg-hover',
      )}
    >
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="absolute inset-0 appearance-none outline-none"
      />
      {children}
    </label>
  )
}
