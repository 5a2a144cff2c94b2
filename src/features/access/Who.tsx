import { Bot, Folder, Users } from 'lucide-react'
import { Avatar } from '#/ui/Avatar'
import { cx } from '#/ui/cx'
import { Icon, type IconType } from '#/ui/Icon'
import { Truncate } from '#/ui/Truncate'
import type { NamedThing } from './names'

// A function: a table made when this file loads could meet icons of a file that waits for this one.
const iconOf = (kind: NamedThing['kind']): IconType =>
  kind === 'group' ? Users : kind === 'machine' ? Bot : Folder

/** Somebody or something by name, with the mark of its kind. */
export function Who({
  thing,
  isGone = false,
  detail,
}: {
  thing: NamedThing
  isGone?: boolean
  detail?: boolean
}) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <WhoMark thing={thing} />
      <span className="min-w-0">
        <span className={cx('flex min-w-0 items-baseline gap-1.5', isGone && 'text-muted line-through')}>
          <Truncate>{thing.name}</Truncate>
          {thing.isMe && <span className="shrink-0 text-meta text-muted">you</span>}
        </span>
        {(detail || thing.isNamesake) && thing.detail && (
          <span className="block truncate text-meta text-muted">{thing.detail}</span>
        )}
      </span>
    </span>
  )
}

export function WhoMark({ thing }: { thing: NamedThing }) {
  if (thing.kind === 'person') return <Avatar name={thing.name} />
  return (
    <span className="inline-flex size-5 shrink-0 items-center justify-center rounded-chip bg-pressed">
      <Icon of={iconOf(thing.kind)} size={12} className="text-muted" />
    </span>
  )
}
