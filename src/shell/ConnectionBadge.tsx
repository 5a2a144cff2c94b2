import type { ServerView } from '#/session/protocol'
import { cx } from '#/ui/cx'
import { useOnline } from './use-online'

const AWAY = { unreachable: 'No answer', 'not-compatible': 'Something else answers' } as const

/** Which server this is, and whether the browser has a network and the server answers. */
export function ConnectionBadge({ server }: { server: ServerView }) {
  const isOnline = useOnline()
  const isDemo = import.meta.env.MODE === 'demo'
  const place = isDemo ? 'Demo in this browser' : server.host
  const trouble = isOnline ? server.away && AWAY[server.away] : 'Offline'
  return (
    <span
      role="status"
      className="flex h-7 max-w-72 min-w-0 items-center gap-2 rounded-control border border-line-strong bg-surface px-2 max-sm:hidden"
    >
      <span aria-hidden className={cx('size-2 shrink-0 rounded-full', trouble ? 'bg-danger' : 'bg-good')} />
      <span className="truncate">{trouble ? `${trouble}: ${place}` : place}</span>
      <span className="text-muted">{server.version}</span>
    </span>
  )
}
