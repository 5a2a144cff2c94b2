import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { mayUseSecretsManager } from '#/domain/rights'
import { useOpenSession } from '#/session/use-session'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { useExplorer } from './explorer/use-explorer'
import { WhatReach } from './explorer/ReachView'

const route = getRouteApi('/open/orgs/$orgId/members/$memberId/access')

/** What one member can reach, by the same rules and lists as the explorer. */
export function MemberAccessTab() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const verdict = organization ? mayUseSecretsManager(organization) : true
  if (verdict !== true)
    return (
      <EmptyState
        icon={LockKeyhole}
        title="What this member can reach is not told to you"
        text={verdict.no}
      />
    )
  return <Reach />
}

function Reach() {
  const { orgId, memberId } = route.useParams()
  const navigate = useNavigate()
  const state = useExplorer(orgId)
  if (state.status === 'loading') return <SkeletonRows label="Loading what this member can reach" />
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
  const { explorer } = state
  const row = explorer.map.rows.get(memberId)
  if (row === undefined || explorer.map.isOff(row)) {
    return (
      <EmptyState
        icon={LockKeyhole}
        title="Reaches nothing now"
        text="Only confirmed members with Secrets Manager switched on reach secrets. Grants that stand for this member have an effect once both are so."
      />
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <WhatReach
        {...{ orgId, explorer, of: memberId }}
        onProof={(principal, project) =>
          void navigate({
            to: '/orgs/$orgId/access',
            params: { orgId },
            search: { view: 'what', of: principal, cell: `${principal}.${project}` },
          })
        }
      />
    </div>
  )
}
