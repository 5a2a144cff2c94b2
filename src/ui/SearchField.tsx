import { Search, X } from 'lucide-react'
import { useRef, type ComponentProps } from 'react'
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
}

/** Esc empties it first; a second Esc is the page's. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, size = 28, className, ref, ...native } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <div
      className={cx(
        'field-edge flex min-w-0 flex-1 items-center gap-2 rounded-control pl-2',
        size === 28 ? 'control-h-small' : 'control-h',
        native.disabled ? 'border-line-strong bg-sunken text-disabled' : 'bg-surface',
        className,
      )}
    >
      <Icon of={Search} className={native.disabled ? 'text-disabled' : 'text-muted'} />
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
          if (event.key === 'Escape' && value) {
            event.preventDefault()
            onChange('')
          }
          native.onKeyDown?.(event)
        }}
        className="h-full min-w-0 flex-1 appearance-none bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden pointer-coarse:text-[1rem]"
      />
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
    </div>
  )
}
