import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { rememberOrganization } from '#/data/last-organization'
import { mayUseSecretsManager } from '#/domain/rights'
import { useOpenSession } from '#/session/use-session'
import { UnknownOrganizationPage } from './UnknownOrganizationPage'
import { isOpenToMachines } from './machine-pages'

// A file of its own: its guard of typed text would bring dialogs into everybody's first page.
const RequestAccessPage = lazy(async () => ({
  default: (await import('./RequestAccessPage')).RequestAccessPage,
}))

const ClosedToMachinePage = lazy(async () => ({
  default: (await import('./ClosedToMachinePage')).ClosedToMachinePage,
}))

/** Pages about people and the organization itself: who runs these need not use Secrets Manager. */
const WITHOUT_SECRETS = /\/orgs\/[^/]+\/(?:groups|collections|policies|organization)(?:\/|$)/

const ClosedToKeyPage = lazy(async () => ({
  default: (await import('./ClosedToKeyPage')).ClosedToKeyPage,
}))

/** What the API key of an organization may see, and nobody else needs. */
const OF_THE_KEY = /\/orgs\/[^/]+\/audit(?:\/\w+)?\/?$/
/** The log is one page for people and for the key. */
const OF_BOTH = /\/orgs\/[^/]+\/(?:events|settings)\/?$/

const route = getRouteApi('/open/orgs/$orgId')

/** Lets pages of an organization be written for those who may use it. */
export function OrganizationGate() {
  const { orgId } = route.useParams()
  const session = useOpenSession()
  const organization = session?.organizations.find((o) => o.id === orgId)
  // Of the page that is shown, not of the one that is on its way: by that one's rights this one would open for a moment.
  const path = useRouterState({ select: (s) => (s.matches.at(-1) ?? s.location).pathname })
  // None needs Secrets Manager: an auditor may have the log alone, and an admin run people without it.
  const isOpenToAll = /\/(?:settings|events(?:\/.*)?|members(?:\/.*)?)$/.test(path)
  useEffect(() => {
    if (organization) rememberOrganization(organization.id)
  }, [organization])
  if (!session) return null
  if (!organization) return <UnknownOrganizationPage organizations={session.organizations} id={orgId} />
  const isAudit = organization.role === 'audit'
  if (isAudit !== OF_THE_KEY.test(path) && !OF_BOTH.test(path))
    return (
      <Suspense>
        <ClosedToKeyPage orgId={orgId} isKey={isAudit} />
      </Suspense>
    )
  if (isAudit) return <Outlet />
  const verdict = mayUseSecretsManager(organization)
  const isPeoplePage = organization.enabled && organization.confirmed && WITHOUT_SECRETS.test(path)
  if (verdict !== true && !isOpenToAll && !isPeoplePage)
    return (
      <Suspense>
        <RequestAccessPage organization={organization} reason={verdict.no} />
      </Suspense>
    )
  if (organization.role === 'machine' && !isOpenToMachines(path))
    return (
      <Suspense>
        <ClosedToMachinePage orgId={orgId} />
      </Suspense>
    )
  return <Outlet />
}
