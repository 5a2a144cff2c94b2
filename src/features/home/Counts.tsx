import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Skeleton } from '#/ui/Skeleton'
import type { HomeFacts } from './use-home'

const cell =
  'flex min-w-0 flex-col border-line px-4 py-2.5 hover:bg-hover focus-inside border-r max-sm:border-b last:border-r-0'

/** What this account can read, as links to it. */
export function Counts({ orgId, home }: { orgId: string; home: HomeFacts }) {
  const params = { orgId }
  const soon = home.needs.reduce(
    (sum, n) => sum + (n.kind === 'tokens' ? n.count : n.kind === 'token' ? 1 : 0),
    0,
  )
  return (
    <nav
      aria-label="Counts"
      className="grid shrink-0 grid-cols-2 border-b border-line-strong sm:grid-cols-4 max-sm:border-b-0"
    >
      <Link to="/orgs/$orgId/secrets" params={params} className={cell}>
        <Count label="Secrets" home={home} value={home.counts?.secrets} />
      </Link>
      <Link to="/orgs/$orgId/projects" params={params} className={cell}>
        <Count label="Projects" home={home} value={home.counts?.projects} />
      </Link>
      <Link to="/orgs/$orgId/machine-accounts" params={params} className={cell}>
        <Count label="Machine accounts" home={home} value={home.counts?.machines} />
      </Link>
      <Link
        to="/orgs/$orgId/machine-accounts"
        params={params}
        search={soon > 0 ? { is: 'expiring' } : {}}
        className={cell}
      >
        <Count
          label="Live tokens"
          home={{ isCounting: home.isLooking }}
          value={home.liveTokens ?? undefined}
          note={soon > 0 && `${soon} ${soon === 1 ? 'ends' : 'end'} in 14 days`}
        />
      </Link>
    </nav>
  )
}

interface CountProps {
  label: string
  value: number | undefined
  note?: ReactNode
  home: { isCounting: boolean }
}

function Count({ label, value, note, home }: CountProps) {
  return (
    <>
      <span className="text-meta text-muted">{label}</span>
      <span className="flex min-h-7 flex-wrap items-baseline gap-x-2">
        {value !== undefined ? (
          <span className="text-title font-semibold tabular-nums">{value.toLocaleString('en-GB')}</span>
        ) : home.isCounting ? (
          <Skeleton className="h-5 w-12 self-center" />
        ) : (
          <span className="text-muted">Not known</span>
        )}
        {note && <span className="text-meta text-muted">{note}</span>}
      </span>
    </>
  )
}
