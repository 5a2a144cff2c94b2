import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import type { AuditView } from '#/session/protocol'
import { Banner } from '#/ui/Banner'

/** Over every page of the audit view: whose eyes these are, and how long its token lasts. */
export function AuditStrip({ audit }: { audit: AuditView }) {
  const { timeZone } = useSettings()
  return (
    <aside aria-label="Audit view">
      <Banner tone="warning">
        Audit view with the API key of organization{' '}
        <strong className="font-mono text-meta">{audit.organizationId.slice(0, 8)}</strong>: no secrets, no
        keys, nothing can be changed. The token lasts until {clockTime(audit.tokenEndsAt, timeZone)}; the key,
        which is in memory alone, renews it. Lock signs out.
      </Banner>
    </aside>
  )
}
