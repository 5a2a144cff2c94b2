import { cx } from './cx'

type KeyCapProps = { children: string; onSolid?: boolean }

/** One key. Inside a button it is hidden from screen readers, which hear aria-keyshortcuts instead. */
export function KeyCap({ children, onSolid = false }: KeyCapProps) {
  return (
    <kbd
      className={cx(
        'inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-chip border px-1 font-sans text-cap',
        onSolid ? 'border-current/50 font-normal' : 'border-line-strong font-normal text-muted',
      )}
    >
      {children}
    </kbd>
  )
}
