import { useSettings } from '#/data/settings'
import { dayOf } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import type { MemberReads } from './use-member-reads'

/** How far the log was read: less than all is said, and why. */
export function ReadsNotice({ log, hasAccount }: { log: MemberReads; hasAccount: boolean }) {
  const { timeZone } = useSettings()
  if (!hasAccount)
    return (
      <Callout className="mt-3" title="Has read nothing">
        The invitation was not accepted, so there is no account that could have.
      </Callout>
    )
  if (log.isRefused)
    return (
      <Callout tone="warning" className="mt-3" title="What was read is not told to you">
        The log of the organization is closed to your account, or the organization keeps none. All that was in
        reach counts as known.
      </Callout>
    )
  if (log.error)
    return (
      <Callout
        tone="danger"
        role="alert"
        className="mt-3"
        title="The log could not be read to its end"
        actions={
          <Button size={28} busy={log.isReading} onClick={log.retry}>
            Try again
          </Button>
        }
      >
        {log.error.message}
      </Callout>
    )
  if (log.isWhole)
    return (
      <p className="mt-2 text-meta text-muted">
        The log of the last year was read whole, {log.pages.toLocaleString('en-GB')}{' '}
        {log.pages === 1 ? 'page' : 'pages'}; reading it is recorded nowhere.
      </p>
    )
  return (
    <div role="status" className="mt-2 flex flex-wrap items-center gap-2 text-meta text-muted">
      <span>
        {log.reachesTo === null
          ? 'The log of the last year is being read.'
          : `The log is read back to ${dayOf(log.reachesTo, timeZone)}${log.isReading ? ', and on' : ''}.`}
      </span>
      {!log.isReading && (
        <Button size={28} onClick={log.more}>
          Read on
        </Button>
      )}
    </div>
  )
}
