import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { PageHeader } from '#/ui/PageHeader'
import { TabNav, tabClass } from '#/ui/TabNav'

const route = getRouteApi('/open/orgs/$orgId')

/** Header and tabs of what concerns the organization as a whole. */
export function OrganizationFrame() {
  const { orgId } = route.useParams()
  return (
    <>
      <PageHeader
        title="Organization"
        tabs={
          <TabNav label="Organization">
            <Link
              to="/orgs/$orgId/organization"
              params={{ orgId }}
              activeOptions={{ exact: true }}
              className={tabClass}
            >
              General
            </Link>
            <Link to="/orgs/$orgId/organization/key" params={{ orgId }} className={tabClass}>
              API key
            </Link>
            <Link to="/orgs/$orgId/organization/api" params={{ orgId }} className={tabClass}>
              Public API
            </Link>
          </TabNav>
        }
      />
      <Outlet />
    </>
  )
}
