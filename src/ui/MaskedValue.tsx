import { cx } from './cx'

type MaskedValueProps = {
  /** What is hidden, for screen readers: "Value, hidden". */
  label?: string
  /** In a line of text instead of a box of its own. */
  isInline?: boolean
}

/** Twelve dots whatever the length. */
export function MaskedValue({ label = 'Value, hidden', isInline = false }: MaskedValueProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className={cx(
        'text-text select-none',
        isInline
          ? 'inline-flex'
          : 'flex min-h-12 items-center rounded-control border border-line-strong bg-sunken px-3',
      )}
    >
      <Dots />
    </span>
  )
}

const places = Array.from({ length: 12 }, (_, place) => 3 + place * 10)

function Dots() {
  return (
    <svg width="116" height="6" viewBox="0 0 116 6" aria-hidden fill="currentColor">
      {places.map((x) => (
        <circle key={x} cx={x} cy="3" r="2.5" />
      ))}
    </svg>
  )
}
