import { useQuery } from '@tanstack/react-query'
import { demoLogQuery, emptyDemoLog } from '#/data/demo'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { LoadState } from './LoadState'
import { useLever } from './use-lever'

const SHOWN = 100
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' })

/** What the server was asked, newest first: proof of when a value is read, and that nothing else is sent. */
export function RequestsTab() {
  const log = useQuery(demoLogQuery())
  const empty = useLever(
    () => emptyDemoLog(),
    () => 'The list of requests is empty.',
  )
  if (!log.data) return <LoadState query={log} label="requests" />
  const newest = log.data
    .map((entry, number) => ({ ...entry, number }))
    .slice(-SHOWN)
    .toReversed()
  return (
    <>
      <div className="mb-2 flex items-center justify-between gap-3">
        <p className="text-meta text-muted">
          {log.data.length > SHOWN ? `The last ${SHOWN} of ${log.data.length}, ` : `${log.data.length}, `}
          newest first; times in UTC
        </p>
        <Button size={28} busy={empty.isPending} onClick={() => empty.mutate(undefined)}>
          Empty the list
        </Button>
      </div>
      <ul className="border-t border-line">
        {newest.map((entry) => (
          <li key={entry.number} className="border-b border-line py-1.5">
            <p className="font-mono text-mono wrap-anywhere">
              {entry.method} {entry.path}
            </p>
            <p className="text-meta text-muted tabular-nums">
              {clock.format(new Date(entry.time))} ·{' '}
              <span className={cx(entry.status >= 400 && 'font-medium text-danger')}>
                status {entry.status}
              </span>{' '}
              · {entry.ms} ms
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
