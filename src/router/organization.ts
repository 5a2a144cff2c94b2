import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organization } from './frame'

// Pages of what concerns the organization as a whole.

const organizationFrame = createRoute({
  getParentRoute: () => organization,
  path: '/organization',
  component: lazyRouteComponent(
    () => import('#/features/organization/OrganizationFrame'),
    'OrganizationFrame',
  ),
})

const organizationStart = createRoute({
  getParentRoute: () => organizationFrame,
  path: '/',
  component: lazyRouteComponent(() => import('#/features/organization/GeneralTab'), 'GeneralTab'),
})

const organizationKey = createRoute({
  getParentRoute: () => organizationFrame,
  path: '/key',
  component: lazyRouteComponent(() => import('#/features/organization-key/KeyTab'), 'KeyTab'),
})

const publicApi = createRoute({
  getParentRoute: () => organizationFrame,
  path: '/api',
  component: lazyRouteComponent(() => import('#/features/public-api/PublicApiTab'), 'PublicApiTab'),
})

export const organizationRoutes = organizationFrame.addChildren([
  organizationStart,
  organizationKey,
  publicApi,
])
