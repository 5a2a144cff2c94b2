import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldProps } from './Field'

type CodeFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'className' | 'value' | 'onChange' | 'maxLength' | 'type'> & {
    value: string
    /** Digits only, at most `length`. */
    onChange: (digits: string) => void
    /** Called once, with the last digit. */
    onComplete?: (digits: string) => void
    length?: number
  }

/** Digits of a code in a box each. One input lies over the boxes, so pasting, autofill and screen readers work. */
export function CodeField(props: CodeFieldProps) {
  const { label, hideLabel, hint, hintAside, error, counter, className, ...rest } = props
  const { value, onChange, onComplete, length = 6, ...native } = rest
  const boxes = Array.from({ length }, (_, place) => ({ place, digit: value[place] ?? '' }))

  function take(text: string) {
    const digits = text.replaceAll(/\D/gu, '').slice(0, length)
    onChange(digits)
    if (digits.length === length && digits !== value) onComplete?.(digits)
  }

  return (
    <Field {...{ label, hideLabel, hint, hintAside, error, counter, className }} id={native.id}>
      {(aria) => (
        <div className="group relative w-fit max-sm:w-full">
          <div aria-hidden className="flex gap-2">
            {boxes.map(({ place, digit }) => (
              <span
                key={place}
                className={cx(
                  'flex size-12 min-w-0 items-center justify-center rounded-control border bg-surface font-mono text-key max-sm:flex-1',
                  error ? 'border-danger' : 'border-control',
                  place === Math.min(value.length, length - 1) &&
                    'outline-offset-1 outline-accent-text group-has-focus:border-transparent group-has-focus:outline-2',
                )}
              >
                {digit || <Caret isHere={place === value.length} />}
              </span>
            ))}
          </div>
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            {...native}
            {...aria}
            value={value}
            onChange={(event) => take(event.target.value)}
            // The boxes show where the next digit goes, so the real caret stays at the end.
            onSelect={(event) => event.currentTarget.setSelectionRange(value.length, value.length)}
            className="absolute inset-0 w-full bg-transparent text-transparent caret-transparent outline-none"
          />
        </div>
      )}
    </Field>
  )
}

function Caret({ isHere }: { isHere: boolean }) {
  return isHere ? <span className="hidden h-5 w-px bg-text group-has-focus:block" /> : null
}
