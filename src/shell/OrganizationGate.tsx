import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberOrganization } from '#/data/last-organization'
import { mayUseSecretsManager } from '#/domain/rights'
import { useOpenSession } from '#/session/use-session'
import { RequestAccessPage } from './RequestAccessPage'
import { UnknownOrganizationPage } from './UnknownOrganizationPage'

const route = getRouteApi('/open/orgs/$orgId')

/** Lets pages of an organization be written for those who may use it. */
export function OrganizationGate() {
  const { orgId } = route.useParams()
  const session = useOpenSession()
  const organization = session?.organizations.find((o) => o.id === orgId)
  const isSettings = useRouterState({ select: (s) => s.location.pathname.endsWith('/settings') })
  useEffect(() => {
    if (organization) rememberOrganization(organization.id)
  }, [organization])
  if (!session) return null
  if (!organization) return <UnknownOrganizationPage organizations={session.organizations} id={orgId} />
  const verdict = mayUseSecretsManager(organization)
  if (verdict !== true && !isSettings)
    return <RequestAccessPage organization={organization} reason={verdict.no} />
  return <Outlet />
}
