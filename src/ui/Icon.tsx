import type { ComponentType } from 'react'
import { cx } from './cx'

/** The shape of a lucide icon, so that callers pass `Plus`, never `<Plus />`. */
export type IconType = ComponentType<{
  size?: number | string
  strokeWidth?: number | string
  className?: string
  'aria-hidden'?: boolean
}>

type IconProps = {
  of: IconType
  /** 16 beside text, 12 to 14 in chips and meta. */
  size?: 12 | 14 | 16 | 20
  className?: string | undefined
}

/** Decorative by rule: the text or the accessible name stands beside it. */
export function Icon({ of: Shape, size = 16, className }: IconProps) {
  return (
    <Shape
      size={size}
      strokeWidth={size < 16 ? 2 : 1.75}
      aria-hidden
      className={cx('shrink-0', size === 16 && 'max-sm:size-5', className)}
    />
  )
}
