import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { auditRoutes } from './router/audit'
import { begin } from './router/begin'
import { noOrganization, open, organization, root, setup, signIn, start, unlock } from './router/frame'
import { organizationRoutes } from './router/organization'
import { collectionList, groupList, policyList } from './router/rights'
import { session } from './session/session'
import {
  accessSearch,
  activitySearch,
  compareSearch,
  coverageSearch,
  eventsSearch,
  machineListSearch,
  memberListSearch,
  momentSearch,
  projectListSearch,
  secretListSearch,
  secretNewSearch,
  trashSearch,
} from './shell/search-schemas'
import { page } from './router/page'

const home = createRoute({
  getParentRoute: () => organization,
  path: '/',
  beforeLoad: ({ params }) => {
    // Home tells of what a machine account is not told: its session begins with its secrets.
    const { state } = session
    if (state?.phase === 'open' && state.machine)
      throw redirect({ to: '/orgs/$orgId/secrets', params, replace: true })
    if (state?.phase === 'open' && state.audit)
      throw redirect({ to: '/orgs/$orgId/audit/members', params, replace: true })
  },
  loader: ({ params }) => begin(params.orgId, 'beginLists'),
  component: page(() => import('./features/home/HomePage'), 'HomePage'),
})

const secretList = createRoute({
  getParentRoute: () => organization,
  path: '/secrets',
  validateSearch: secretListSearch,
  loader: ({ params }) => begin(params.orgId, 'beginLists'),
  component: page(() => import('./features/secrets/SecretListPage'), 'SecretListPage'),
})

const secretNew = createRoute({
  getParentRoute: () => organization,
  path: '/secrets/new',
  validateSearch: secretNewSearch,
  beforeLoad: ({ params, search }) => {
    // Each new secret has a slot of its own, so that two tabs do not write over each other's draft.
    if (search.draft) return
    const draft = crypto.randomUUID()
    throw redirect({ to: '/orgs/$orgId/secrets/new', params, search: { ...search, draft }, replace: true })
  },
  component: page(() => import('./features/secrets/form/SecretNewPage'), 'SecretNewPage'),
})

const secretEdit = createRoute({
  getParentRoute: () => organization,
  path: '/secrets/$secretId/edit',
  component: page(() => import('./features/secrets/form/SecretEditPage'), 'SecretEditPage'),
})

const secret = createRoute({
  getParentRoute: () => organization,
  path: '/secrets/$secretId',
  loader: ({ params }) => begin(params.orgId, 'beginSecrets'),
  component: page(() => import('./features/secrets/SecretPage'), 'SecretPage'),
})

const secretValue = createRoute({
  getParentRoute: () => secret,
  path: '/',
  component: page(() => import('./features/secrets/SecretValueTab'), 'SecretValueTab'),
})

const secretVersions = createRoute({
  getParentRoute: () => secret,
  path: '/versions',
  validateSearch: momentSearch,
  component: page(() => import('./features/secrets/versions/SecretVersionsTab'), 'SecretVersionsTab'),
})

const versionCompare = createRoute({
  getParentRoute: () => secret,
  path: '/versions/$a/$b',
  component: page(() => import('./features/secrets/compare/VersionComparePage'), 'VersionComparePage'),
})

const secretAccess = createRoute({
  getParentRoute: () => secret,
  path: '/access',
  component: page(() => import('./features/access/SecretAccessTab'), 'SecretAccessTab'),
})

const secretActivity = createRoute({
  getParentRoute: () => secret,
  path: '/activity',
  validateSearch: activitySearch,
  component: page(() => import('./features/events/story/SecretActivityTab'), 'SecretActivityTab'),
})

const secretUse = createRoute({
  getParentRoute: () => secret,
  path: '/use',
  component: page(() => import('./features/secrets/use/SecretUseTab'), 'SecretUseTab'),
})

const projectList = createRoute({
  getParentRoute: () => organization,
  path: '/projects',
  validateSearch: projectListSearch,
  loader: ({ params }) => begin(params.orgId, 'beginLists'),
  component: page(() => import('./features/projects/ProjectListPage'), 'ProjectListPage'),
})

const projectCompare = createRoute({
  getParentRoute: () => organization,
  path: '/projects/compare',
  validateSearch: compareSearch,
  loader: ({ params }) => begin(params.orgId, 'beginLists'),
  component: page(() => import('./features/compare/ComparePage'), 'ComparePage'),
})

const project = createRoute({
  getParentRoute: () => organization,
  path: '/projects/$projectId',
  validateSearch: secretListSearch,
  loader: ({ params }) => begin(params.orgId, 'beginLists'),
  component: page(() => import('./features/projects/ProjectPage'), 'ProjectPage'),
})

const projectSecrets = createRoute({
  getParentRoute: () => project,
  path: '/',
  component: page(() => import('./features/secrets/ProjectSecretsTab'), 'ProjectSecretsTab'),
})

const projectMachines = createRoute({
  getParentRoute: () => project,
  path: '/machine-accounts',
  component: page(() => import('./features/projects/ProjectMachinesTab'), 'ProjectMachinesTab'),
})

const projectAccess = createRoute({
  getParentRoute: () => project,
  path: '/access',
  component: page(() => import('./features/access/ProjectAccessTab'), 'ProjectAccessTab'),
})

const projectActivity = createRoute({
  getParentRoute: () => project,
  path: '/activity',
  validateSearch: activitySearch,
  component: page(() => import('./features/events/activity/ActivityTabs'), 'ProjectActivityTab'),
})

const machineList = createRoute({
  getParentRoute: () => organization,
  path: '/machine-accounts',
  validateSearch: machineListSearch,
  component: page(() => import('./features/machine-accounts/MachineListPage'), 'MachineListPage'),
})

const machineAllTokens = createRoute({
  getParentRoute: () => organization,
  path: '/machine-accounts/tokens',
  component: page(() => import('./features/machine-accounts/AllTokensPage'), 'AllTokensPage'),
})

const machine = createRoute({
  getParentRoute: () => organization,
  path: '/machine-accounts/$machineId',
  component: page(() => import('./features/machine-accounts/MachinePage'), 'MachinePage'),
})

const machineOverview = createRoute({
  getParentRoute: () => machine,
  path: '/',
  component: page(() => import('./features/machine-accounts/MachineOverviewTab'), 'MachineOverviewTab'),
})

const machineProjects = createRoute({
  getParentRoute: () => machine,
  path: '/projects',
  component: page(() => import('./features/access/MachineGrantTabs'), 'MachineProjectsTab'),
})

const machinePeople = createRoute({
  getParentRoute: () => machine,
  path: '/people',
  component: page(() => import('./features/access/MachineGrantTabs'), 'MachinePeopleTab'),
})

const machineTokens = createRoute({
  getParentRoute: () => machine,
  path: '/tokens',
  component: page(() => import('./features/machine-accounts/MachineTokensTab'), 'MachineTokensTab'),
})

const machineUse = createRoute({
  getParentRoute: () => machine,
  path: '/use',
  component: page(() => import('./features/machine-accounts/MachineUseTab'), 'MachineUseTab'),
})

const machineActivity = createRoute({
  getParentRoute: () => machine,
  path: '/activity',
  validateSearch: activitySearch,
  component: page(() => import('./features/events/activity/ActivityTabs'), 'MachineActivityTab'),
})

const projectAt = createRoute({
  getParentRoute: () => project,
  path: '/at',
  validateSearch: momentSearch,
  component: page(() => import('./features/secrets/at/ProjectAtTab'), 'ProjectAtTab'),
})

const explorer = createRoute({
  getParentRoute: () => organization,
  path: '/access',
  validateSearch: accessSearch,
  loader: ({ params }) => begin(params.orgId, 'beginLists'),
  component: page(() => import('./features/access/explorer/ExplorerPage'), 'ExplorerPage'),
})

const memberList = createRoute({
  getParentRoute: () => organization,
  path: '/members',
  validateSearch: memberListSearch,
  component: page(() => import('./features/members/MemberListPage'), 'MemberListPage'),
})

const member = createRoute({
  getParentRoute: () => organization,
  path: '/members/$memberId',
  component: page(() => import('./features/members/MemberPage'), 'MemberPage'),
})

const memberProfile = createRoute({
  getParentRoute: () => member,
  path: '/',
  component: page(() => import('./features/members/MemberProfileTab'), 'MemberProfileTab'),
})

const memberAccess = createRoute({
  getParentRoute: () => member,
  path: '/access',
  component: page(() => import('./features/access/MemberAccessTab'), 'MemberAccessTab'),
})

const memberLeaving = createRoute({
  getParentRoute: () => member,
  path: '/leaving',
  component: page(() => import('./features/access/leaving/MemberLeavingTab'), 'MemberLeavingTab'),
})

const memberActivity = createRoute({
  getParentRoute: () => member,
  path: '/activity',
  validateSearch: activitySearch,
  component: page(() => import('./features/events/activity/ActivityTabs'), 'MemberActivityTab'),
})

const trash = createRoute({
  getParentRoute: () => organization,
  path: '/trash',
  validateSearch: trashSearch,
  component: page(() => import('./features/trash/TrashPage'), 'TrashPage'),
})

const events = createRoute({
  getParentRoute: () => organization,
  path: '/events',
  validateSearch: eventsSearch,
  component: page(() => import('./features/events/EventsPage'), 'EventsPage'),
})

const settings = createRoute({
  getParentRoute: () => organization,
  path: '/settings',
  component: page(() => import('./features/settings/SettingsPage'), 'SettingsPage'),
})

const coverage = createRoute({
  getParentRoute: () => organization,
  path: '/events/coverage',
  validateSearch: coverageSearch,
  component: page(() => import('./features/events/coverage/CoveragePage'), 'CoveragePage'),
})

const routeTree = root.addChildren([
  start,
  signIn,
  unlock,
  setup,
  open.addChildren([
    noOrganization,
    organization.addChildren([
      home,
      secretList,
      secretNew,
      secretEdit,
      secret.addChildren([
        secretValue,
        secretAccess,
        secretUse,
        secretActivity,
        secretVersions,
        versionCompare,
      ]),
      projectList,
      projectCompare,
      project.addChildren([projectSecrets, projectAt, projectAccess, projectMachines, projectActivity]),
      machineList,
      machineAllTokens,
      machine.addChildren([
        machineOverview,
        machineProjects,
        machinePeople,
        machineTokens,
        machineUse,
        machineActivity,
      ]),
      trash,
      explorer,
      groupList,
      collectionList,
      policyList,
      events,
      organizationRoutes,
      memberList,
      member.addChildren([memberProfile, memberAccess, memberLeaving, memberActivity]),
      coverage,
      auditRoutes,
      settings,
    ]),
  ]),
])

export function createAppRouter(basepath: string) {
  return createRouter({
    routeTree,
    basepath,
    defaultPreload: false,
    defaultPendingMs: 300,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
