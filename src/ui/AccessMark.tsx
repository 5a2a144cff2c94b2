import { memo } from 'react'
import { Eye, Pencil } from 'lucide-react'
import { cx } from './cx'
import { Icon } from './Icon'

type AccessMarkProps = {
  canWrite: boolean
  /** The icon alone, where there is no room: the words are then for screen readers and the pointer. */
  isShort?: boolean
}

/** What the person who looks may do with a thing. Memoised: it stands in every row, and most say the same. */
export const AccessMark = memo(function AccessMark({ canWrite, isShort = false }: AccessMarkProps) {
  const words = canWrite ? 'Can read and write' : 'Can read'
  return (
    <span title={isShort ? words : undefined} className="inline-flex items-center gap-2 whitespace-nowrap">
      <Icon of={canWrite ? Pencil : Eye} size={14} className="text-muted" />
      <span className={cx(isShort && 'sr-only')}>{words}</span>
    </span>
  )
})
