import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { publicKeyDate } from '#/data/organization-key'
import { peopleQuery } from '#/data/people'
import { useServerNow } from '#/data/server-now'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { canUseKey } from './can'
import { keyErrorWords } from './key-words'
import { KeyHeader } from './KeyHeader'
import { KeyOverview } from './KeyOverview'
import { RotationPanel } from './RotationPanel'
import { useKeyRotation } from './use-key-rotation'

const route = getRouteApi('/open/orgs/$orgId')

/** The API key of the organization: its age, view, test, and a rotation that can be left and taken up again. */
export function KeyTab() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  if (!organization) return null
  const verdict = canUseKey(organization)
  return (
    <>
      <title>Organization API key · Strongroom</title>
      {verdict === true ? (
        <KeyOf organization={organization} />
      ) : (
        <NotPermitted organization={organization} reason={verdict.no} />
      )}
    </>
  )
}

function KeyOf({ organization }: { organization: OrganizationView }) {
  const now = useServerNow()
  const state = useKeyRotation(organization)
  const { dates, rotation } = state
  if (dates.isPending || state.isLoading)
    return <SkeletonRows rows={4} columns={['w-64', 'w-40']} label="Loading the dates of the keys" />
  // A rotation under way is shown in any case: it says itself what is not known.
  if (dates.error && !rotation)
    return (
      <ErrorPanel
        title="The age of the key could not be read"
        text={keyErrorWords(dates.error)}
        details={errorReport(dates.error)}
        onRetry={() => void dates.refetch()}
        retryBusy={dates.isFetching}
      />
    )
  return (
    <>
      <KeyHeader
        changedAt={publicKeyDate(dates.data)}
        before={rotation?.askedAt ? rotation.oldChangedAt : null}
        now={now}
      />
      {rotation ? (
        <RotationPanel organization={organization} state={state} now={now} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <KeyOverview organization={organization} state={state} />
        </div>
      )}
    </>
  )
}

/** Others see who can. */
function NotPermitted({ organization, reason }: { organization: OrganizationView; reason: string }) {
  const people = useQuery(peopleQuery(organization.id))
  const owners = people.data?.filter(({ isOwner }) => isOwner) ?? []
  return (
    <EmptyState icon={LockKeyhole} title="The API key is for owners" text={reason}>
      {owners.length > 0 && (
        <>
          <p className="mb-1">Owners of this organization:</p>
          <ul className="list-disc pl-5">
            {owners.map(({ memberId, name, email }) => (
              <li key={memberId}>
                <bdi>{name ?? email}</bdi> <span className="text-muted">{name && email}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}
