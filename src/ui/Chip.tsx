import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'

export type ChipTone = 'neutral' | 'accent' | 'warning' | 'danger' | 'good'

type ChipProps = { children: ReactNode; tone?: ChipTone; icon?: IconType | undefined }

const tones: Record<ChipTone, { box: string; icon: string }> = {
  neutral: { box: 'border-line-strong bg-surface text-text', icon: 'text-muted' },
  accent: { box: 'border-accent-line bg-selection text-accent-text', icon: '' },
  warning: { box: 'border-warning-line bg-warning-soft text-warning', icon: 'text-warning-icon' },
  danger: { box: 'border-danger-line bg-danger-soft text-danger', icon: '' },
  good: { box: 'border-good-line bg-good-soft text-good', icon: '' },
}

/** A short fact about the thing beside it. Never cut: columns go instead. */
export function Chip({ children, tone = 'neutral', icon }: ChipProps) {
  const look = tones[tone]
  return (
    <span
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-chip border px-1.5 text-meta whitespace-nowrap',
        look.box,
      )}
    >
      {icon && <Icon of={icon} size={12} className={look.icon} />}
      {children}
    </span>
  )
}
