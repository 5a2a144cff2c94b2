import type { SeedTables } from '#/mocks/store/db'
import { tokenSpecs } from '#/mocks/seed/machine-tokens'
import { Moments, stampAt } from '#/mocks/seed/moments'
import { organizationId, organizationRow } from '#/mocks/seed/organizations'
import { idFor } from '#/mocks/seed/random'
import { sealFor } from '#/mocks/seed/seal'
import type { Seal } from '#/mocks/seed/seal'
import { tokenRow } from '#/mocks/seed/token-rows'
import type { AccessPolicyRow, EventRow, ProjectRow, SecretRow, UserRow } from '#/mocks/store/tables'
import { largeId } from './ids'
import { projectName } from './names'
import { largeGroups, largeOwnerMember, largePeople } from './people'

export interface LargeOptions {
  now: Date
  secrets?: number
  members?: number
  events?: number
}

const longshore = organizationId('large')
const DAY = 86_400_000
const PERIOD = 360
const bulkReader = idFor('large/machine/bulk-reader')

const projectCount = (secrets: number) => Math.max(1, Math.min(400, Math.ceil(secrets / 250)))

function projectRows(count: number, moments: Moments, seal: Seal): Promise<ProjectRow[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const stamp = stampAt(moments.ago(850, '10:00') + index)
      return {
        id: largeId('project', index),
        organizationId: longshore,
        name: await seal(`project/${index}`, projectName(index)),
        creationDate: stamp,
        revisionDate: stamp,
      }
    }),
  )
}

/** Texts are left empty: `large/sealer.ts` makes them from the id when they are asked for. */
function secretRows(count: number, projects: readonly ProjectRow[], moments: Moments): SecretRow[] {
  const start = moments.ahead(-700)
  const step = (700 * DAY - DAY) / Math.max(count, 1)
  return Array.from({ length: count }, (_, index) => {
    const stamp = stampAt(start + index * step)
    return {
      id: largeId('secret', index),
      organizationId: longshore,
      projectId: projects[(Math.imul(index, 31) >>> 0) % projects.length]?.id ?? null,
      key: '',
      value: '',
      note: '',
      creationDate: stamp,
      revisionDate: stamp,
      deletedDate: null,
    }
  })
}

/** Reads above all, spread over a year of log; changes and sign-ins between them. */
function eventRows(count: number, secrets: number, users: readonly UserRow[], moments: Moments): EventRow[] {
  const start = moments.ahead(-PERIOD)
  const step = (PERIOD * DAY) / Math.max(count, 1)
  return Array.from({ length: count }, (_, index): EventRow => {
    const base = {
      id: largeId('event', index),
      date: stampAt(start + index * step),
      organizationId: longshore,
    }
    const user = users[(Math.imul(index, 13) >>> 0) % Math.max(users.length, 1)]
    const secretId = largeId('secret', (Math.imul(index, 17) >>> 0) % Math.max(secrets, 1))
    const byPerson = { userId: user?.id ?? '', deviceType: 9, ipAddress: `192.0.2.${index % 200}` }
    if (secrets === 0 || index % 20 === 0)
      return { ...base, type: 1000, ...byPerson, actingUserId: byPerson.userId }
    if (index % 5 === 1) return { ...base, type: index % 25 === 1 ? 2102 : 2100, secretId, ...byPerson }
    return {
      ...base,
      type: 2100,
      secretId,
      serviceAccountId: bulkReader,
      deviceType: 21,
      ipAddress: '203.0.113.40',
    }
  })
}

function policyRow(
  index: number,
  granteeKind: AccessPolicyRow['granteeKind'],
  granteeId: string,
  project: ProjectRow,
  write: boolean,
): AccessPolicyRow {
  const { creationDate, revisionDate } = project
  const target = { targetKind: 'project', targetId: project.id } as const
  return {
    id: largeId('policy', index),
    granteeKind,
    granteeId,
    ...target,
    read: true,
    write,
    creationDate,
    revisionDate,
  }
}

/**
 * One organization of any size. `now` and the sizes fix every row; an owner, a machine account that writes the
 * first project and reads the others, groups that read in turn, and members who share eight sets of keys.
 */
export async function seedLarge(options: LargeOptions): Promise<SeedTables> {
  const { now, secrets = 100_000, members: size = 250, events = 10_000 } = options
  const moments = new Moments(now)
  const seal = await sealFor('large')
  const projects = await projectRows(projectCount(secrets), moments, seal)
  const { users, members } = largePeople(Math.max(1, size), moments)
  const groups = largeGroups(members, moments)
  const created = moments.ago(900, '08:00')
  const stamp = stampAt(created)
  const byProject = projects.flatMap((project, index) => {
    const group = groups[index % groups.length]
    return [
      policyRow(index * 3, 'member', largeOwnerMember, project, true),
      policyRow(index * 3 + 1, 'serviceAccount', bulkReader, project, index === 0),
      ...(group ? [policyRow(index * 3 + 2, 'group', group.id, project, index % 4 === 0)] : []),
    ]
  })
  const specs = tokenSpecs.filter(({ organization }) => organization === 'large')
  return {
    organizations: [
      organizationRow({
        slug: 'large',
        name: 'Longshore',
        created,
        expires: moments.ahead(300),
        apiKeyChanged: moments.ago(100),
        seats: size + 100,
        smSeats: size + 100,
      }),
    ],
    users,
    members,
    groups,
    projects,
    secrets: secretRows(secrets, projects, moments),
    serviceAccounts: [
      {
        id: bulkReader,
        organizationId: longshore,
        name: await seal('machine/bulk-reader', 'bulk-reader'),
        creationDate: stamp,
        revisionDate: stampAt(moments.ahead(-1)),
      },
    ],
    accessTokens: await Promise.all(specs.map((spec) => tokenRow(spec, bulkReader, moments, seal))),
    accessPolicies: byProject,
    events: eventRows(events, secrets, users, moments),
  }
}
