import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'

type BannerProps = {
  tone?: 'info' | 'warning' | 'danger'
  children: ReactNode
  /** Small buttons at the end. */
  actions?: ReactNode
  role?: 'alert' | 'status' | undefined
}

const looks: Record<'info' | 'warning' | 'danger', { box: string; icon: string; shape: IconType }> = {
  info: { box: 'border-line-strong bg-chrome', icon: 'text-muted', shape: Info },
  warning: {
    box: 'border-warning-line bg-warning-soft text-warning',
    icon: 'text-warning-icon',
    shape: TriangleAlert,
  },
  danger: { box: 'border-danger-line bg-danger-soft text-danger', icon: 'text-danger', shape: OctagonAlert },
}

/** A strip over the whole width of a region, for what concerns all of it: offline, changed meanwhile, read only. */
export function Banner({ tone = 'info', children, actions, role }: BannerProps) {
  const look = looks[tone]
  return (
    <div
      role={role}
      className={cx('flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5', look.box)}
    >
      <Icon of={look.shape} className={look.icon} />
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      {actions && <div className="flex gap-2">{actions}</div>}
    </div>
  )
}
