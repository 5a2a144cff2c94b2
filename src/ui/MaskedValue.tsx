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
        'font-mono tracking-[0.125em] text-text select-none',
        !isInline && 'flex min-h-12 items-center rounded-control border border-line-strong bg-sunken px-3',
      )}
    >
      {'•'.repeat(12)}
    </span>
  )
}
