import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'

type Tone = 'info' | 'warning' | 'danger' | 'good'

type CalloutProps = {
  tone?: Tone
  /** The sentence that counts, before the rest. */
  title?: ReactNode
  children?: ReactNode
  icon?: IconType
  /** Buttons under the text. */
  actions?: ReactNode
  /** "alert" when it appears because of what the person just did and was refused. */
  role?: 'alert' | 'status' | 'note' | undefined
  className?: string | undefined
}

const looks: Record<Tone, { box: string; icon: string; shape: IconType }> = {
  info: { box: 'border-line-strong bg-sunken', icon: 'text-muted', shape: Info },
  warning: { box: 'border-warning-line bg-warning-soft', icon: 'text-warning-icon', shape: TriangleAlert },
  danger: { box: 'border-danger-line bg-danger-soft', icon: 'text-danger', shape: OctagonAlert },
  good: { box: 'border-good-line bg-good-soft', icon: 'text-good', shape: CircleCheck },
}

export function Callout({ tone = 'info', title, children, icon, actions, role, className }: CalloutProps) {
  const look = looks[tone]
  return (
    <div role={role} className={cx('flex gap-3 rounded-control border p-3', look.box, className)}>
      <Icon of={icon ?? look.shape} className={cx('mt-0.5', look.icon)} />
      <div className="min-w-0 flex-1">
        {title && <span className={cx('font-medium', tone === 'danger' && 'text-danger')}>{title} </span>}
        {children && <span className={title ? 'text-muted' : undefined}>{children}</span>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
