import { createRoute, redirect } from '@tanstack/react-router'
import { organization } from './frame'
import { page } from './page'

// Pages of the session that was opened with the API key of an organization.

const audit = createRoute({
  getParentRoute: () => organization,
  path: '/audit',
  component: page(() => import('#/features/audit/AuditFrame'), 'AuditFrame'),
})

const auditStart = createRoute({
  getParentRoute: () => audit,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/orgs/$orgId/audit/members', params, replace: true })
  },
})

const auditTab = <const P extends 'members' | 'groups' | 'collections' | 'policies'>(
  path: P,
  name: `Audit${Capitalize<P>}Tab`,
) =>
  createRoute({
    getParentRoute: () => audit,
    path,
    component: page(() => import('#/features/audit/AuditTabs'), name),
  })

const auditEvents = createRoute({
  getParentRoute: () => audit,
  path: '/events',
  // The log is one page for people and for the key.
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/orgs/$orgId/events', params, replace: true })
  },
})

export const auditRoutes = audit.addChildren([
  auditStart,
  auditTab('members', 'AuditMembersTab'),
  auditTab('groups', 'AuditGroupsTab'),
  auditTab('collections', 'AuditCollectionsTab'),
  auditTab('policies', 'AuditPoliciesTab'),
  auditEvents,
])
