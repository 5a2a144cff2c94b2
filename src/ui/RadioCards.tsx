import { useId, type ReactNode } from 'react'
import { cx } from './cx'
import { Radio } from './Radio'

export type RadioOption<T extends string> = {
  value: T
  label: string
  hint?: ReactNode
  /** Above the label, in the "cards" layout. */
  picture?: ReactNode
  disabledReason?: string | false | undefined
}

type RadioCardsProps<T extends string> = {
  label: string
  hideLabel?: boolean
  options: readonly RadioOption<T>[]
  value: T | undefined
  onChange: (value: T) => void
  /** "list": one frame, a row each. "cards": cards side by side. */
  layout?: 'list' | 'cards'
  className?: string | undefined
}

export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  const { label, hideLabel, options, value, onChange, layout = 'list', className } = props
  const name = useId()
  const isList = layout === 'list'
  return (
    <fieldset className={cx('min-w-0', className)}>
      <legend className={cx('mb-1 font-medium', hideLabel && 'sr-only')}>{label}</legend>
      <div
        className={
          isList
            ? 'rounded-control border border-button-line bg-surface'
            : 'grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-2'
        }
      >
        {options.map((option) => (
          <RadioCard
            key={option.value}
            option={option}
            name={name}
            isList={isList}
            isChosen={option.value === value}
            onChoose={() => onChange(option.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

type RadioCardProps<T extends string> = {
  option: RadioOption<T>
  name: string
  isList: boolean
  isChosen: boolean
  onChoose: () => void
}

const ring = 'has-focus-visible:outline-2 has-focus-visible:outline-accent-text'

function RadioCard<T extends string>({ option, name, isList, isChosen, onChoose }: RadioCardProps<T>) {
  const id = useId()
  const isClosed = Boolean(option.disabledReason)
  const note = option.disabledReason || option.hint
  return (
    <label
      className={cx(
        ring,
        isList
          ? 'flex min-h-13 items-center gap-3 border-b border-line px-3 py-2 -outline-offset-2 first:rounded-t-control last:rounded-b-control last:border-b-0'
          : 'flex flex-col gap-2 rounded-control border p-2 outline-offset-2',
        !isList &&
          (isChosen
            ? 'border-accent-text [box-shadow:inset_0_0_0_1px_var(--accent-text)]'
            : 'border-button-line'),
        isChosen ? 'bg-selection' : isClosed ? 'cursor-not-allowed' : 'hover:bg-hover',
      )}
    >
      {option.picture}
      <span className={cx('flex min-w-0 gap-3', isList ? 'items-center' : 'items-start gap-x-2')}>
        <Radio
          name={name}
          value={option.value}
          checked={isChosen}
          disabled={isClosed}
          aria-describedby={note ? id : undefined}
          onChange={onChoose}
          className={cx('outline-none', !isList && 'mt-0.5')}
        />
        <span className="min-w-0">
          <span className={cx('block', isList && 'font-medium', isClosed && 'text-disabled')}>
            {option.label}
          </span>
          {note && (
            <span id={id} className={cx('block text-meta', isChosen ? 'text-text' : 'text-muted')}>
              {note}
            </span>
          )}
        </span>
      </span>
    </label>
  )
}
