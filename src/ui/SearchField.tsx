import { Search, X } from 'lucide-react'
import { useRef, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './Icon'

type SearchFieldProps = Omit<
  ComponentProps<'input'>,
  'type' | 'size' | 'onChange' | 'value' | 'className'
> & {
  /** The accessible name; the placeholder says the same unless one is given. */
  label: string
  value: string
  onChange: (value: string) => void
  size?: 28 | 32
  className?: string | undefined
  /** Before what is typed: tokens. */
  lead?: ReactNode
  /** Behind the typed text, letter over letter: marks. */
  behind?: ReactNode
  /** Floats under the field. */
  below?: ReactNode
  /** True when it took the key; else Esc empties the field. */
  onEscape?: () => boolean
}

/** Esc empties it first; a second Esc is the page's. */
export function SearchField(props: SearchFieldProps) {
  const {
    label,
    value,
    onChange,
    size = 28,
    className,
    ref,
    lead,
    behind,
    below,
    onEscape,
    ...native
  } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <div
      className={cx(
        'field-edge relative flex min-w-0 flex-1 items-center gap-2 rounded-control pl-2',
        size === 28 ? 'control-h-small' : 'control-h',
        native.disabled ? 'border-line-strong bg-sunken text-disabled' : 'bg-surface',
        className,
      )}
    >
      <Icon of={Search} className={native.disabled ? 'text-disabled' : 'text-muted'} />
      {lead}
      <div className="relative flex h-full min-w-0 flex-1">
        {behind}
        <input
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          {...native}
          ref={(element) => {
            input.current = element
            if (typeof ref === 'function') return ref(element)
            if (ref) ref.current = element
          }}
          type="search"
          aria-label={label}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && onEscape?.()) event.preventDefault()
            else if (event.key === 'Escape' && value) {
              event.preventDefault()
              onChange('')
            }
            native.onKeyDown?.(event)
          }}
          className="relative h-full min-w-0 flex-1 appearance-none bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden pointer-coarse:text-[1rem]"
        />
      </div>
      {value && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
          className="flex h-full w-7 shrink-0 items-center justify-center rounded-control text-muted focus-inside hover:text-text max-sm:w-11"
        >
          <Icon of={X} size={14} />
        </button>
      )}
      {below}
    </div>
  )
}
