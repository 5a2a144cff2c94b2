import type { ComponentProps } from 'react'
import { cx } from './cx'

/** The bare round control, 16 px; the label is the caller's. Native, so arrows and forms work by themselves. */
export function Radio({ className, ...native }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      {...native}
      type="radio"
      className={cx(
        'size-4 shrink-0 appearance-none rounded-full border border-control bg-surface',
        'checked:border-5 checked:border-accent checked:bg-on-accent disabled:border-line-strong forced-colors:appearance-auto',
        className,
      )}
    />
  )
}
