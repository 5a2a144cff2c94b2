import { useQuery } from '@tanstack/react-query'
import { publicUseQuery, USE_DAYS } from '#/data/organization-key'
import { useSettings } from '#/data/settings'
import { publicActWords, actsByAddress } from '#/domain/public-use'
import { absoluteTime } from '#/domain/time-words'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SkeletonRows } from '#/ui/Skeleton'

const cell = 'border-b border-line py-1.5 pr-4 text-left align-top'

/** Who used the key lately, as far as the log tells: what was changed, and from where. */
export function UseStep({ organization, now }: { organization: OrganizationView; now: number }) {
  const { timeZone } = useSettings()
  const use = useQuery({ ...publicUseQuery(organization.id, now), enabled: organization.canReadEvents })
  return (
    <>
      <p className="text-muted">
        Whoever holds the old key fails as soon as there is a new one. The log tells what was changed through
        the Public API in the last {USE_DAYS} days, and from which address; not which program it was. Programs
        that only read leave no event and are not in this list, nor are deletions of groups and collections.
      </p>
      {!organization.canReadEvents ? (
        <Callout tone="warning" title="Not known who used it.">
          {organization.useEvents
            ? 'Your role may not read the event log.'
            : 'This organization keeps no event log.'}{' '}
          Ask whoever runs programs against the Public API before you go on.
        </Callout>
      ) : use.error ? (
        <Callout
          tone="warning"
          role="alert"
          title="Not known who used it: the log could not be read."
          actions={
            <Button size={28} busy={use.isFetching} onClick={() => void use.refetch()}>
              Read the log again
            </Button>
          }
        >
          {use.error.message}
        </Callout>
      ) : !use.data ? (
        <SkeletonRows rows={3} columns={['w-32', 'w-48', 'w-20']} label="Reading the log" />
      ) : use.data.acts.length === 0 ? (
        <Callout title={`No act of the Public API in ${spanWords(use.data, timeZone)}.`}>
          That does not mean that nobody holds the key: reading leaves no event.
        </Callout>
      ) : (
        <table className="w-full border-t border-line">
          <caption className="sr-only">Acts of the Public API by address</caption>
          <thead className="text-muted">
            <tr>
              <th className={`${cell} font-normal`}>Address</th>
              <th className={`${cell} text-right font-normal`}>Acts</th>
              <th className={`${cell} font-normal max-sm:hidden`}>What</th>
              <th className={`${cell} font-normal`}>Last</th>
            </tr>
          </thead>
          <tbody>
            {actsByAddress(use.data.acts).map(({ address, count, last, types }) => (
              <tr key={address}>
                <th scope="row" className={`${cell} font-mono font-normal whitespace-nowrap`}>
                  {address ?? 'not recorded'}
                </th>
                <td className={`${cell} text-right tabular-nums`}>{count.toLocaleString('en-GB')}</td>
                <td className={`${cell} max-sm:hidden`}>{types.map(publicActWords).join(', ')}</td>
                <td className={cell}>{absoluteTime(last, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {use.data && !use.data.isWhole && (
        <p role="status" className="text-meta text-warning">
          The log is long: read back to {absoluteTime(use.data.readTo, timeZone)}, not the whole {USE_DAYS}{' '}
          days.
        </p>
      )}
    </>
  )
}

const spanWords = (use: { isWhole: boolean; readTo: number }, timeZone: 'utc' | 'local') =>
  use.isWhole ? `the last ${USE_DAYS} days` : `the log back to ${absoluteTime(use.readTo, timeZone)}`
