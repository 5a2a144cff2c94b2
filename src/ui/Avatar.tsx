import { Bot } from 'lucide-react'
import { cx } from './cx'
import { Icon } from './Icon'
import { initials } from './initials'

type AvatarProps = {
  /** Of the person; the letters are hidden from screen readers, as the name stands beside them. */
  name: string
  kind?: 'person' | 'machine'
  /** "strong" for the account that is signed in. */
  tone?: 'quiet' | 'strong'
  size?: 20 | 24
}

export function Avatar({ name, kind = 'person', tone = 'quiet', size = 20 }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center font-semibold select-none',
        size === 24 ? 'size-6 text-[0.625rem]' : 'size-5 text-[0.5625rem]',
        kind === 'machine' ? 'rounded-chip' : 'rounded-full',
        tone === 'strong' ? 'bg-text text-surface' : 'bg-pressed text-text',
      )}
    >
      {kind === 'machine' ? <Icon of={Bot} size={12} className="text-muted" /> : initials(name)}
    </span>
  )
}
