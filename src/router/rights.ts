import { createRoute } from '@tanstack/react-router'
import { collectionListSearch, groupListSearch, policyListSearch } from '#/shell/search-schemas'
import { organization } from './frame'
import { page } from './page'

// Pages about who may do what in the vault. All others stand in `router.tsx`.

export const groupList = createRoute({
  getParentRoute: () => organization,
  path: '/groups',
  validateSearch: groupListSearch,
  component: page(() => import('#/features/groups/GroupListPage'), 'GroupListPage'),
})

export const collectionList = createRoute({
  getParentRoute: () => organization,
  path: '/collections',
  validateSearch: collectionListSearch,
  component: page(() => import('#/features/collections/CollectionListPage'), 'CollectionListPage'),
})

export const policyList = createRoute({
  getParentRoute: () => organization,
  path: '/policies',
  validateSearch: policyListSearch,
  component: page(() => import('#/features/policies/PolicyListPage'), 'PolicyListPage'),
})
