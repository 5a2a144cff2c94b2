import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Download, LockKeyhole } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { memberListQuery } from '#/data/members'
import { mayUseSecretsManager } from '#/domain/rights'
import { csvText } from '#/lib/csv'
import { downloadText } from '#/lib/download'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { Segmented } from '#/ui/Segmented'
import { SkeletonRows } from '#/ui/Skeleton'
import { useExplorer } from '#/features/access/explorer/use-explorer'
import type { Explorer } from '#/features/access/explorer/build-explorer'
import { useDoneMarks } from './done-marks'
import { ReadsNotice } from './ReadsNotice'
import { useMemberReads } from './use-member-reads'
import { worksheetCsv, worksheetOf } from './worksheet'
import { WorksheetTable } from './WorksheetTable'

const route = getRouteApi('/open/orgs/$orgId/members/$memberId/leaving')

/** Before somebody is revoked or removed: what the person could reach, what was read, and what is to be renewed. */
export function MemberLeavingTab() {
  const { orgId, memberId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const members = useQuery(memberListQuery(orgId))
  const state = useExplorer(orgId)
  if (!organization) return null
  const verdict = mayUseSecretsManager(organization)
  if (verdict !== true)
    return (
      <EmptyState
        icon={LockKeyhole}
        title="What this member can reach is not told to you"
        text={verdict.no}
      />
    )
  if (state.status === 'failed') {
    return (
      <ErrorPanel
        title="What this member can reach could not be read"
        text={state.error.message}
        details={errorReport(state.error)}
        onRetry={state.retry}
        retryBusy={state.isRetrying}
      />
    )
  }
  if (state.status === 'loading' || !members.data)
    return <SkeletonRows label="Loading what this member can reach" />
  const userId = members.data.find(({ id }) => id === memberId)?.userId ?? null
  return <Worksheet {...{ organization, memberId, userId }} explorer={state.explorer} />
}

interface Props {
  organization: OrganizationView
  memberId: string
  userId: string | null
  explorer: Explorer
}

function Worksheet({ organization, memberId, userId, explorer }: Props) {
  const log = useMemberReads(organization, memberId, userId)
  const [shown, setShown] = useState<'known' | 'all'>('known')
  const { done, mark } = useDoneMarks(memberId)
  const rows = useMemo(
    () => worksheetOf(explorer, memberId, log.reads ?? new Map()),
    [explorer, memberId, log.reads],
  )
  const known = rows.filter(({ state }) => state === 'known')
  const { read, of } = explorer.progress
  const open = known.filter(({ id }) => !done.has(id)).length
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-4">
      <title>{`Leaving of member ${memberId.slice(0, 8)} · Strongroom`}</title>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="text-section font-semibold">
            Knows {log.isWhole ? '' : '≥ '}
            {known.length.toLocaleString('en-GB')} {known.length === 1 ? 'value' : 'values'} that{' '}
            {known.length === 1 ? 'is' : 'are'} still in use
          </h2>
          <p className="mt-1 max-w-160 text-muted">
            Read in the last year, and not changed since. Revoking takes the right, not what somebody has
            seen: renew these values. Make this list before you remove the member, as the grants go with the
            row.
          </p>
        </div>
        <Segmented
          label="Secrets"
          size={28}
          options={[
            { value: 'known', label: `To renew, ${known.length.toLocaleString('en-GB')}` },
            { value: 'all', label: `All in reach or read, ${rows.length.toLocaleString('en-GB')}` },
          ]}
          value={shown}
          onChange={setShown}
        />
        <Button
          size={28}
          icon={Download}
          disabledReason={rows.length === 0 && 'There is nothing to save.'}
          onClick={() =>
            downloadText(
              csvText(worksheetCsv(rows, done)),
              `leaving-${memberId.slice(0, 8)}.csv`,
              'text/csv;charset=utf-8',
            )
          }
        >
          Save as CSV
        </Button>
      </div>
      <ReadsNotice log={log} hasAccount={userId !== null} />
      {read < of && (
        <p role="status" className="mt-2 text-meta text-muted">
          Grants of {read.toLocaleString('en-GB')} of {of.toLocaleString('en-GB')} projects are read: there
          may be more in reach. Grants on single secrets are not looked at here.
        </p>
      )}
      {shown === 'known' && known.length > 0 && (
        <p role="status" className="mt-3 text-meta">
          {open === 0
            ? 'All are worked off.'
            : `${open.toLocaleString('en-GB')} of ${known.length.toLocaleString('en-GB')} left.`}{' '}
          <span className="text-muted">
            Ticks stay in this tab until it is locked; the file has them too.
          </span>
        </p>
      )}
      <WorksheetTable
        orgId={organization.id}
        rows={shown === 'known' ? known : rows}
        done={done}
        onMark={mark}
        isReading={log.isReading}
      />
    </div>
  )
}
