import { organizationId } from '#/mocks/seed/organizations'
import { memberId } from '#/mocks/seed/people'
import type { PersonaId } from '#/mocks/seed/personas'
import { stampAt } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { idFor } from '#/mocks/seed/random'
import type { AccessPolicyRow, GroupRow } from '#/mocks/store/tables'
import { machineId } from './cast'
import { machines } from './machines'
import type { MachineName, ProjectName } from './names'
import { projects } from './projects'

export type GroupName =
  | 'Payments engineers'
  | 'Platform on-call'
  | 'Data platform'
  | 'Contractors'
  | 'Support tier 2'

export const groupId = (name: GroupName): string => idFor(`group/${name}`)

export const projectId = (name: string): string => idFor(`project/${name}`)

interface GroupSpec {
  created: number
  members: readonly PersonaId[]
  externalId?: string
  /** Moment of its last change; without it that of its creation. */
  changed?: (moments: Moments) => number
}

/** Days since the directory sync wrote the group that it governs. */
export const GROUP_SYNCED = 5

const groups: Record<GroupName, GroupSpec> = {
  'Payments engineers': { created: 505, members: ['groupWriter', 'admin'] },
  'Platform on-call': { created: 500, members: ['authenticator', 'argonAdmin', 'admin'] },
  'Data platform': {
    created: 300,
    members: ['projectWriter'],
    externalId: 'scim-data-platform',
    changed: (moments) => moments.ago(GROUP_SYNCED, '02:10'),
  },
  Contractors: { created: 260, members: ['projectWriter', 'emailCode', 'revoked'] },
  'Support tier 2': { created: 80, members: [] },
}

export function groupRows(moments: Moments): GroupRow[] {
  return Object.entries(groups).map(([name, { created, members, externalId, changed }]) => {
    const stamp = stampAt(moments.workday(created, '10:45'))
    return {
      id: groupId(name as GroupName),
      organizationId: organizationId('harbourline'),
      name,
      externalId: externalId ?? null,
      memberIds: members.map((slug) => memberId('harbourline', slug)),
      creationDate: stamp,
      revisionDate: changed ? stampAt(changed(moments)) : stamp,
    }
  })
}

type Right = 'R' | 'RW'
type Grantee = { member: PersonaId } | { group: GroupName } | { machine: MachineName }
type Target = { project: ProjectName } | { secret: string } | { machine: MachineName }
type Grant = [Grantee, Target, Right]

const onProjects = (grantee: Grantee, rights: Partial<Record<ProjectName, Right>>): Grant[] =>
  Object.entries(rights).map(([project, right]) => [grantee, { project: project as ProjectName }, right])

/** All eight kinds of grant stand here, beside those that creating something or a machine account brings. */
const told: Grant[] = [
  ...onProjects({ member: 'reader' }, { Checkout: 'R', Warehouse: 'R' }),
  ...onProjects({ member: 'projectWriter' }, { Payments: 'RW' }),
  ...onProjects({ member: 'withoutSm' }, { Mobile: 'R' }),
  ...onProjects({ member: 'revoked' }, { Telemetry: 'R' }),
  ...onProjects({ group: 'Payments engineers' }, { Payments: 'RW', Checkout: 'RW', Warehouse: 'R' }),
  ...onProjects(
    { group: 'Platform on-call' },
    { Platform: 'RW', Edge: 'R', Payments: 'R', Checkout: 'R', Mobile: 'R' },
  ),
  ...onProjects({ group: 'Data platform' }, { Warehouse: 'RW', Telemetry: 'R', 'Data lake': 'R' }),
  ...onProjects({ group: 'Contractors' }, { Payments: 'R', 'Partner API': 'R' }),
  [{ member: 'oneSecret' }, { secret: 'PROD_PARTNER_RATES_FEED_TOKEN' }, 'RW'],
  [{ member: 'projectWriter' }, { secret: 'PROD_EDGE_CDN_PURGE_TOKEN' }, 'R'],
  [{ member: 'projectWriter' }, { secret: 'STAGING_MOBILE_MAPS_KEY' }, 'RW'],
  [{ group: 'Payments engineers' }, { secret: 'PROD_EDGE_TLS_CERT' }, 'R'],
  [{ group: 'Payments engineers' }, { secret: 'PROD_TELEMETRY_PAYMENTS_INGEST_KEY' }, 'R'],
  [{ machine: 'payments-api' }, { secret: 'settlement/Partner API' }, 'R'],
  [{ machine: 'refund-worker' }, { secret: 'PROD_NOTIFY_SMTP_PASSWORD' }, 'R'],
  [{ machine: 'edge-proxy' }, { secret: 'PROD_IDENTITY_SERVICE_JWT' }, 'RW'],
  [{ member: 'projectWriter' }, { machine: 'ci-rotate' }, 'RW'],
  [{ group: 'Platform on-call' }, { machine: 'k8s-prod-operator' }, 'RW'],
  [{ group: 'Payments engineers' }, { machine: 'payments-api' }, 'RW'],
]

/** Creating a project or a machine account gives its creator read and write, admins included. */
function created(): Grant[] {
  return [
    ...Object.entries(projects).map(([project, { by }]): Grant => [
      { member: by as PersonaId },
      { project: project as ProjectName },
      'RW',
    ]),
    ...Object.entries(machines).map(([machine, { by }]): Grant => [
      { member: by as PersonaId },
      { machine: machine as MachineName },
      'RW',
    ]),
  ]
}

function ofMachines(): Grant[] {
  return Object.entries(machines).flatMap(([name, { reads = [], writes = [] }]) => {
    const machine = { machine: name as MachineName }
    return [
      ...reads.map((project): Grant => [machine, { project }, 'R']),
      ...writes.map((project): Grant => [machine, { project }, 'RW']),
    ]
  })
}

function granteeOf(grantee: Grantee): Pick<AccessPolicyRow, 'granteeKind' | 'granteeId'> {
  if ('member' in grantee)
    return { granteeKind: 'member', granteeId: memberId('harbourline', grantee.member) }
  if ('group' in grantee) return { granteeKind: 'group', granteeId: groupId(grantee.group) }
  return { granteeKind: 'serviceAccount', granteeId: machineId(grantee.machine) }
}

function targetOf(target: Target): Pick<AccessPolicyRow, 'targetKind' | 'targetId'> & { since: number } {
  if ('project' in target) {
    const { created: since } = projects[target.project]
    return { targetKind: 'project', targetId: projectId(target.project), since }
  }
  if ('machine' in target) {
    return {
      targetKind: 'serviceAccount',
      targetId: machineId(target.machine),
      since: machines[target.machine].created,
    }
  }
  return { targetKind: 'secret', targetId: idFor(`secret/${target.secret}`), since: 30 }
}

export function accessPolicyRows(moments: Moments): AccessPolicyRow[] {
  return [...created(), ...told, ...ofMachines()].map(([grantee, target, right]) => {
    const from = granteeOf(grantee)
    const { since, ...to } = targetOf(target)
    const stamp = stampAt(moments.workday(Math.min(since, 540), '12:00'))
    return {
      id: idFor(`accessPolicy/${from.granteeId}/${to.targetId}`),
      ...from,
      ...to,
      read: true,
      write: right === 'RW',
      creationDate: stamp,
      revisionDate: stamp,
    }
  })
}
