import type { Actor, Person } from './cast'
import type { ProjectName } from './names'

export interface ProjectSpec {
  created: number
  by: Person
  /** Who changes its secrets, in the stories. All of them may. */
  writers: readonly [Actor, ...Actor[]]
  renamed?: number
}

export const projects: Record<ProjectName, ProjectSpec> = {
  Payments: {
    created: 520,
    by: 'owner',
    writers: ['admin', 'groupWriter', '@ci-rotate', 'projectWriter', 'owner', '@legacy-rotator'],
  },
  Checkout: { created: 515, by: 'admin', writers: ['groupWriter', 'admin', 'leaver'] },
  Platform: {
    created: 510,
    by: 'admin',
    writers: ['authenticator', 'admin', '@legacy-rotator'],
    renamed: 97,
  },
  Warehouse: { created: 480, by: 'owner', writers: ['@warehouse-loader', 'projectWriter', 'secondOwner'] },
  Edge: { created: 440, by: 'admin', writers: ['admin', '@edge-proxy', 'leaver'] },
  Mobile: { created: 425, by: 'twoOrganizations', writers: ['twoOrganizations', 'admin'], renamed: 44 },
  Telemetry: { created: 390, by: 'admin', writers: ['@telemetry-ingest', 'secondOwner', 'admin'] },
  'Partner API': { created: 360, by: 'projectWriter', writers: ['projectWriter', 'owner'], renamed: 6 },
  Identity: { created: 330, by: 'secondOwner', writers: ['secondOwner', 'argonAdmin'] },
  Notifications: { created: 290, by: 'argonAdmin', writers: ['argonAdmin', 'admin', 'leaver'] },
  Search: { created: 250, by: 'admin', writers: ['admin', 'argonAdmin'] },
  'Data lake': { created: 220, by: 'owner', writers: ['owner', 'secondOwner'] },
  Sandbox: { created: 300, by: 'projectWriter', writers: ['projectWriter', '@ci-rotate'] },
  Loyalty: { created: 5, by: 'admin', writers: ['admin'] },
}
