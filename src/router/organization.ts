import { createRoute } from '@tanstack/react-router'
import { organization } from './frame'
import { page } from './page'

// Pages of what concerns the organization as a whole.

const organizationFrame = createRoute({
  getParentRoute: () => organization,
  path: '/organization',
  component: page(() => import('#/features/organization/OrganizationFrame'), 'OrganizationFrame'),
})

const organizationStart = createRoute({
  getParentRoute: () => organizationFrame,
  path: '/',
  component: page(() => import('#/features/organization/GeneralTab'), 'GeneralTab'),
})

const organizationKey = createRoute({
  getParentRoute: () => organizationFrame,
  path: '/key',
  component: page(() => import('#/features/organization-key/KeyTab'), 'KeyTab'),
})

const publicApi = createRoute({
  getParentRoute: () => organizationFrame,
  path: '/api',
  component: page(() => import('#/features/public-api/PublicApiTab'), 'PublicApiTab'),
})

export const organizationRoutes = organizationFrame.addChildren([
  organizationStart,
  organizationKey,
  publicApi,
])
