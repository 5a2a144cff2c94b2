import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import type { ServerAnswer } from './use-server'

const isDemo = import.meta.env.MODE === 'demo'
const SKEW_WORTH_SAYING = 5 * 60_000

/** What answers at this address; keeps its height while asking, so that nothing below jumps. */
export function ServerLine({ server: { data, isFetching, refetch } }: { server: ServerAnswer }) {
  return (
    <div className="mb-4">
      <p className="mb-1 font-medium">Server</p>
      <div className="rounded-control border border-line-strong bg-sunken px-3 py-2">
        <p className={isDemo ? 'font-medium' : 'truncate font-mono text-mono'}>
          {isDemo ? 'Demo in this browser' : location.host}
        </p>
        <div className="flex min-h-5 items-start gap-1 text-meta" role="status">
          {!data ? (
            <span className="flex items-center gap-1 text-muted">
              <Icon of={LoaderCircle} size={14} className="animate-spin" /> Asking what answers here
            </span>
          ) : data.ok ? (
            <>
              <span className="flex min-w-0 flex-1 items-center gap-1 text-good">
                <Icon of={CircleCheck} size={14} />
                {isDemo && 'Answers as '}
                {data.server.name ?? 'Bitwarden'} {data.server.version}
              </span>
              <span className="text-muted">answered in {data.server.answeredIn} ms</span>
            </>
          ) : (
            <span className="flex gap-1 text-danger">
              <Icon of={CircleAlert} size={14} className="mt-px" />
              <span>{data.message}</span>
            </span>
          )}
        </div>
        {data && !data.ok && (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Button size={28} busy={isFetching} onClick={refetch}>
              Ask again
            </Button>
            <Link to="/setup" className={linkClass}>
              See what is wrong
            </Link>
          </div>
        )}
      </div>
    </div>
  )
}

/** Last, and without height where the form is centred: what comes with the answer moves nothing that is about to be pressed. */
export function ClockNotice({ server: data }: { server: ServerAnswer['data'] }) {
  const skew = data?.ok ? Math.abs(data.server.clockSkew ?? 0) : 0
  if (skew <= SKEW_WORTH_SAYING) return null
  return (
    <div className="lg:h-0">
      <p className="pt-4 text-meta text-warning" role="status">
        This machine’s clock differs from the server’s by {skewWords(skew)}. Authenticator codes may be
        refused until it is set right; sessions are not affected.
      </p>
    </div>
  )
}

function skewWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} minutes`
  return minutes < 2_880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1_440)} days`
}
