import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { PageHeader } from '#/ui/PageHeader'
import { TabNav, tabClass } from '#/ui/TabNav'

const route = getRouteApi('/open/orgs/$orgId')

/** What the API key of an organization can see. */
export function AuditFrame() {
  const { orgId } = route.useParams()
  const params = { orgId }
  return (
    <>
      <title>Audit view · Strongroom</title>
      <PageHeader
        title="Audit view"
        tabs={
          <TabNav label="Audit view">
            <Link to="/orgs/$orgId/audit/members" params={params} className={tabClass}>
              Members
            </Link>
            <Link to="/orgs/$orgId/audit/groups" params={params} className={tabClass}>
              Groups
            </Link>
            <Link to="/orgs/$orgId/audit/collections" params={params} className={tabClass}>
              Collections
            </Link>
            <Link to="/orgs/$orgId/audit/policies" params={params} className={tabClass}>
              Policies
            </Link>
            <Link to="/orgs/$orgId/events" params={params} className={tabClass}>
              Events
            </Link>
          </TabNav>
        }
      />
      <Outlet />
    </>
  )
}
