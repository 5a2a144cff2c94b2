import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { lastOrganization } from '#/data/last-organization'
import { session } from '#/session/session'
import { NotFoundPage } from '#/shell/NotFoundPage'
import { RootError, RouteError } from '#/shell/RouteError'
import { afterSignInSearch } from '#/shell/search-schemas'
import { Root } from './Root'
import { page } from './page'

// The routes around all pages: the way in, and the frame of an open session. The pages stand in `router.tsx`.

export const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: RootError,
})

export const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const state = session.state
    if (state?.phase !== 'open') throw redirect({ to: state?.phase === 'locked' ? '/unlock' : '/sign-in' })
    const wanted = lastOrganization(state)
    if (!wanted) throw redirect({ to: '/no-organization' })
    throw redirect({ to: '/orgs/$orgId', params: { orgId: wanted } })
  },
})

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: afterSignInSearch,
  component: page(() => import('#/features/sign-in/SignInPage'), 'SignInPage'),
})

export const unlock = createRoute({
  getParentRoute: () => root,
  path: '/unlock',
  validateSearch: afterSignInSearch,
  component: page(() => import('#/features/sign-in/UnlockPage'), 'UnlockPage'),
})

/** Connection doctor: also without a session, and where none can be had (`main.tsx`). */
export const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: page(() => import('#/features/setup/SetupPage'), 'SetupPage'),
})

/** Everything that needs an open session. Who comes without is sent to sign in or unlock, and back afterwards. */
export const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  beforeLoad: ({ location }) => {
    const phase = session.state?.phase
    if (phase === 'open') return
    throw redirect({ to: phase === 'locked' ? '/unlock' : '/sign-in', search: { to: location.href } })
  },
  component: page(() => import('#/shell/Shell'), 'Shell'),
})

export const noOrganization = createRoute({
  getParentRoute: () => open,
  path: '/no-organization',
  component: page(() => import('#/shell/NoOrganizationPage'), 'NoOrganizationPage'),
})

export const organization = createRoute({
  getParentRoute: () => open,
  path: '/orgs/$orgId',
  component: page(() => import('#/shell/OrganizationGate'), 'OrganizationGate'),
  // Here too, so that a page that crashes leaves the frame and its Lock in place.
  errorComponent: RouteError,
})
