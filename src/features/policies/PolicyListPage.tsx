import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { ApiError } from '#/api/error'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { mayManagePolicies } from '#/domain/rights'
import { useOpenSession } from '#/session/use-session'
import { StaleBanner } from '#/table/StaleBanner'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { PageHeader } from '#/ui/PageHeader'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { CopyButton } from '#/ui/CopyButton'
import { PolicyRows } from './PolicyRows'
import { PolicySheet } from './PolicySheet'
import { policiesText } from './policies-text'
import { usePolicies, type PoliciesData } from './use-policies'

const route = getRouteApi('/open/orgs/$orgId/policies')

/** Every policy as its effect on people; one is open beside the list. */
export function PolicyListPage() {
  const { orgId } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/orgs/$orgId/policies' })
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const verdict = organization ? mayManagePolicies(organization) : true
  const data = usePolicies(
    orgId,
    organization?.memberId ?? '',
    organization !== undefined && verdict === true,
  )
  if (!organization) return null
  const show = (policy: number | undefined) =>
    void navigate({ to: '.', search: { policy }, replace: search.policy !== undefined })
  const entries = data.groups?.flatMap((group) => group.entries) ?? []
  const on = entries.filter(({ state }) => state.enabled).length
  const open = entries.find(({ type }) => type === search.policy)
  return (
    <div className="flex min-h-0 flex-1">
      <title>Policies · Strongroom</title>
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          title="Policies"
          count={data.groups ? `${on} on` : undefined}
          hasLine
          actions={
            data.groups && (
              <CopyButton text={policiesText(organization.name, data.groups)} label="Copy as text" />
            )
          }
        />
        {data.groups && data.error && (
          <StaleBanner error={data.error} isFetching={data.isFetching} onRetry={data.retry} />
        )}
        <div className="min-h-0 flex-1 overflow-y-auto">
          {data.groups ? (
            <PolicyRows data={data} shown={search.policy} onShow={show} />
          ) : (
            <Instead data={data} reason={verdict === true ? null : verdict.no} orgId={orgId} />
          )}
        </div>
        <Status data={data} total={entries.length} on={on} />
      </div>
      {open && (
        <PolicySheet
          key={open.type}
          {...{ organization, data }}
          entry={open}
          onShow={show}
          onClose={() => show(undefined)}
        />
      )}
    </div>
  )
}

function Instead({ data, reason, orgId }: { data: PoliciesData; reason: string | null; orgId: string }) {
  const { error } = data
  if (reason !== null || (error instanceof ApiError && error.isNotPermitted)) {
    return (
      <EmptyState
        icon={LockKeyhole}
        title="You may not see the policies"
        text={
          reason ??
          'The server refused them: a right may have been taken away since you signed in. What is on is not known.'
        }
      />
    )
  }
  if (!error) return <SkeletonRows label="Loading policies" />
  return (
    <ErrorPanel
      title="Policies could not be loaded"
      text={`${error.message} What is on is not known right now.`}
      request={[`GET /api/organizations/${orgId.slice(0, 8)}…/policies`, howItEnded(error)]}
      details={errorReport(error)}
      onRetry={data.retry}
      retryBusy={data.isFetching}
    />
  )
}

function Status({ data, total, on }: { data: PoliciesData; total: number; on: number }) {
  const { timeZone } = useSettings()
  return (
    <StatusLine
      end={
        <>
          <span>
            Every save <TraceLink act="changePolicy">{lowerFirst(recordsOne('changePolicy'))}</TraceLink>,
            without what changed
          </span>
          {data.loadedAt > 0 && <span>Loaded {clockTime(data.loadedAt, timeZone)}</span>}
        </>
      }
    >
      {data.groups ? (
        <span>
          <strong className="font-medium text-text">{total} policies</strong>, {on} on
        </span>
      ) : (
        <span>{data.error ? 'Not loaded' : data.isFetching ? 'Loading' : 'Not known'}</span>
      )}
    </StatusLine>
  )
}
