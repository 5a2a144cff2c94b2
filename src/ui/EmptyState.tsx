import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'

type EmptyStateProps = {
  icon: IconType
  iconTone?: 'muted' | 'danger'
  title: string
  /** One or two sentences: what is not there, and why. */
  text?: ReactNode
  /** Steps, suggestions, the request that failed. */
  children?: ReactNode
  actions?: ReactNode
  level?: 1 | 2
  className?: string | undefined
}

/** One shape for nothing, no match, not permitted and failed; the words and the acts differ. */
export function EmptyState(props: EmptyStateProps) {
  const { icon, iconTone = 'muted', title, text, children, actions, level = 2, className } = props
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={cx('flex gap-4 px-4 py-6 sm:pl-12', className)}>
      <span className="flex size-9 shrink-0 items-center justify-center rounded-control border border-line-strong">
        <Icon of={icon} size={20} className={iconTone === 'danger' ? 'text-danger' : 'text-muted'} />
      </span>
      <div className="min-w-0 max-w-128 flex-1">
        <Heading className="text-section font-semibold">{title}</Heading>
        {text && <p className="mt-1 text-muted">{text}</p>}
        {children && <div className="mt-3">{children}</div>}
        {actions && <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">{actions}</div>}
      </div>
    </div>
  )
}
