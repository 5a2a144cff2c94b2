import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useOpenSession } from '#/session/use-session'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { Skeleton } from '#/ui/Skeleton'
import { TabNav, tabClass } from '#/ui/TabNav'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { SecretContext } from './secret-context'
import { SecretHeader } from './SecretHeader'
import { UnknownSecretPage } from './UnknownSecretPage'
import { useSecretRow } from './use-secret-row'

const route = getRouteApi('/open/orgs/$orgId/secrets/$secretId')

/** Header and tabs of one secret. Opening it reads nothing: the header comes from the list. */
export function SecretPage() {
  const { orgId, secretId } = route.useParams()
  const session = useOpenSession()
  const row = useSecretRow(orgId, secretId)
  const organization = session?.organizations.find((o) => o.id === orgId)
  const secret = row.status === 'found' ? row.secret : null
  const context = useMemo(
    () => (secret && organization ? { secret, organization } : null),
    [secret, organization],
  )

  if (row.status === 'failed') {
    return (
      <ErrorPanel
        level={1}
        title="The secret could not be shown"
        text={row.error.message}
        request={[`GET /api/organizations/${orgId.slice(0, 8)}…/secrets`, howItEnded(row.error)]}
        details={errorReport(row.error)}
        actions={
          <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={linkClass}>
            All secrets
          </Link>
        }
        onRetry={row.retry}
        retryBusy={row.isRetrying}
      />
    )
  }
  if (row.status === 'unknown')
    return <UnknownSecretPage id={secretId} onRefresh={row.refresh} isBusy={row.isRefreshing} />
  if (!context) return <HeaderSkeleton />
  return (
    // Anew for each secret: what was revealed, read or typed of one must not stand under the next one's header.
    <SecretContext key={secretId} value={context}>
      <title>{`Secret ${secretId.slice(0, 8)} · Strongroom`}</title>
      <SecretHeader
        tabs={
          <TabNav label="Secret">
            <Link
              to="/orgs/$orgId/secrets/$secretId"
              params={{ orgId, secretId }}
              activeOptions={{ exact: true }}
              className={tabClass}
            >
              Value
            </Link>
            <Link
              to="/orgs/$orgId/secrets/$secretId/versions"
              params={{ orgId, secretId }}
              className={tabClass}
            >
              Versions
            </Link>
            <Link
              to="/orgs/$orgId/secrets/$secretId/access"
              params={{ orgId, secretId }}
              className={tabClass}
            >
              Access
            </Link>
            <Link
              to="/orgs/$orgId/secrets/$secretId/activity"
              params={{ orgId, secretId }}
              className={tabClass}
            >
              Activity
            </Link>
            <Link to="/orgs/$orgId/secrets/$secretId/use" params={{ orgId, secretId }} className={tabClass}>
              Use
            </Link>
          </TabNav>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Outlet />
      </div>
    </SecretContext>
  )
}

function HeaderSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-3 p-4">
      <span className="sr-only" role="status">
        Loading the secret
      </span>
      <Skeleton className="h-3 w-40" />
      <Skeleton className="h-6 w-96 max-w-full" />
    </div>
  )
}
