import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { machineLogQuery } from '#/data/machine-accounts'
import { useSettings } from '#/data/settings'
import { lastRead, usedFrom } from '#/domain/machine-use'
import { absoluteTime, agoWords } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SkeletonRows } from '#/ui/Skeleton'
import { useMachinePage } from './machine-context'

const DAY = 24 * 60 * 60_000
const DAYS = 30
const MOST_PAGES = 4

/** From where the account acted lately, by its log, which everybody may ask who can read the account. */
export function UsedFromList() {
  const { organization, machine, now } = useMachinePage()
  const { timeZone } = useSettings()
  // Of one moment, so that the same span is asked for as long as the page is open.
  const [since] = useState(() => now - DAYS * DAY)
  const log = useQuery({
    ...machineLogQuery(organization.id, {
      machineId: machine.id,
      since,
      until: since + (DAYS + 1) * DAY,
      mostPages: MOST_PAGES,
    }),
    enabled: organization.useEvents,
  })
  if (!organization.useEvents)
    return <p className="text-muted">Not known: this organization keeps no event log.</p>
  if (log.error)
    return (
      <Callout
        tone="warning"
        title="Its log could not be read."
        actions={
          <Button size={28} busy={log.isFetching} onClick={() => void log.refetch()}>
            Try again
          </Button>
        }
      >
        {log.error.message}
      </Callout>
    )
  if (!log.data) return <SkeletonRows rows={3} label="Reading its log" />
  const { acts, isWhole } = log.data
  if (acts.length === 0)
    return (
      <p className="text-muted">
        Nothing in {DAYS} days. A machine that only asks whether something is new leaves no trace.
      </p>
    )
  const read = lastRead(acts)
  return (
    <>
      <p className="mb-2 text-muted">
        {read === null ? 'No secret was read' : `A secret was read last ${agoWords(now - read)}`}
        {isWhole
          ? ` in these ${DAYS} days.`
          : `. Counted in its last ${acts.length.toLocaleString('en-GB')} acts; there are more.`}
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-left text-meta text-muted">
            <th className="py-1.5 pr-4 font-normal">Address</th>
            <th className="py-1.5 pr-4 font-normal">Last</th>
            <th className="py-1.5 text-right font-normal">Acts</th>
          </tr>
        </thead>
        <tbody>
          {usedFrom(acts).map(({ address, last, count }) => (
            <tr key={address ?? 'none'} className="border-b border-line">
              <td className="py-2 pr-4 font-mono text-meta wrap-anywhere">{address ?? 'Not noted'}</td>
              <td className="py-2 pr-4 text-muted" title={absoluteTime(last, timeZone)}>
                {agoWords(now - last)}
              </td>
              <td className="py-2 text-right tabular-nums">
                {isWhole ? '' : '≥ '}
                {count.toLocaleString('en-GB')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-meta text-muted">The log does not say with which token it signed in.</p>
    </>
  )
}
