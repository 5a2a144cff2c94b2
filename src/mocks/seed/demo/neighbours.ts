import type { SeedTables } from '#/mocks/store/db'
import { tokenSpecs } from '#/mocks/seed/machine-tokens'
import { stampAt } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { organizationId, organizationRow } from '#/mocks/seed/organizations'
import { memberId, memberRow, userId } from '#/mocks/seed/people'
import { diceFor, idFor } from '#/mocks/seed/random'
import { sealFor } from '#/mocks/seed/seal'
import type { Seal } from '#/mocks/seed/seal'
import { tokenRow } from '#/mocks/seed/token-rows'
import type { AccessPolicyRow, EventRow, SecretRow } from '#/mocks/store/tables'

const tidewater = organizationId('tidewater')
const fairlead = organizationId('fairlead')

const names: Record<string, readonly string[]> = {
  Moorings: ['BERTH_API_KEY', 'BERTH_DB_URL', 'CRANE_CONTROL_PIN'],
  Tides: ['GAUGE_FEED_TOKEN', 'FORECAST_SIGNING_KEY'],
}

const tidewaterProject = (name: string): string => idFor(`tidewater/project/${name}`)

function secretRows(moments: Moments, seal: Seal): Promise<SecretRow[]> {
  const all = Object.entries(names).flatMap(([project, list]) => list.map((name) => ({ project, name })))
  return Promise.all(
    all.map(async ({ project, name }, index) => {
      const stamp = stampAt(moments.workday(200 - index * 17, '13:00'))
      return {
        id: idFor(`tidewater/secret/${name}`),
        organizationId: tidewater,
        projectId: tidewaterProject(project),
        key: await seal(`${name}/name`, name),
        value: await seal(`${name}/value`, `demo_${diceFor(name).letters(24)}`),
        note: await seal(`${name}/note`, ''),
        creationDate: stamp,
        revisionDate: stamp,
        deletedDate: null,
      }
    }),
  )
}

const grant = (
  fields: Pick<AccessPolicyRow, 'granteeKind' | 'granteeId' | 'targetId'>,
  stamp: string,
  write = true,
) => ({
  id: idFor(`accessPolicy/${fields.granteeId}/${fields.targetId}`),
  ...fields,
  targetKind: 'project' as const,
  read: true,
  write,
  creationDate: stamp,
  revisionDate: stamp,
})

function eventRows(moments: Moments): EventRow[] {
  return [88, 61, 40, 22, 9, 3, 1].map((days, index) => ({
    id: idFor(`event/tidewater/${index}`),
    date: stampAt(moments.workday(days, '08:15')),
    type: 1000,
    organizationId: tidewater,
    userId: userId('tidewaterOwner'),
    actingUserId: userId('tidewaterOwner'),
    deviceType: 9,
    ipAddress: '198.51.100.7',
  }))
}

/** A second organization: nobody in it but Noor Haddad may see anything of Harbourline, or the other way. */
export async function tidewaterTables(moments: Moments): Promise<SeedTables> {
  const seal = await sealFor('tidewater')
  const created = moments.workday(310, '09:00')
  const stamp = stampAt(created)
  const machine = idFor('tidewater/machine/tidewater-sync')
  const projectIds = Object.keys(names).map(tidewaterProject)
  const member = { organization: 'tidewater', secretsManager: true, created } as const
  const specs = tokenSpecs.filter(({ organization }) => organization === 'tidewater')
  return {
    organizations: [
      organizationRow({
        slug: 'tidewater',
        name: 'Tidewater',
        created,
        expires: moments.ahead(120),
        apiKeyChanged: created,
        seats: 5,
        smSeats: 5,
      }),
    ],
    members: [
      memberRow({ ...member, slug: 'tidewaterOwner', type: 0 }),
      memberRow({ ...member, slug: 'twoOrganizations', type: 1 }),
      memberRow({ ...member, slug: 'newEncryption', type: 2 }),
    ],
    projects: await Promise.all(
      Object.keys(names).map(async (name) => ({
        id: tidewaterProject(name),
        organizationId: tidewater,
        name: await seal(`project/${name}`, name),
        creationDate: stamp,
        revisionDate: stamp,
      })),
    ),
    secrets: await secretRows(moments, seal),
    serviceAccounts: [
      {
        id: machine,
        organizationId: tidewater,
        name: await seal('machine/tidewater-sync', 'tidewater-sync'),
        creationDate: stamp,
        revisionDate: stamp,
      },
    ],
    accessTokens: await Promise.all(specs.map((spec) => tokenRow(spec, machine, moments, seal))),
    accessPolicies: projectIds.flatMap((targetId) => [
      grant({ granteeKind: 'member', granteeId: memberId('tidewater', 'tidewaterOwner'), targetId }, stamp),
      grant({ granteeKind: 'serviceAccount', granteeId: machine, targetId }, stamp),
      grant(
        { granteeKind: 'member', granteeId: memberId('tidewater', 'newEncryption'), targetId },
        stamp,
        false,
      ),
    ]),
    events: eventRows(moments),
  }
}

/** An organization that has no Secrets Manager and lets its members in through single sign-on only. */
export function fairleadTables(moments: Moments): SeedTables {
  const created = moments.workday(274, '09:00')
  const stamp = stampAt(created)
  const member = { organization: 'fairlead', secretsManager: false, created } as const
  return {
    organizations: [
      organizationRow({
        slug: 'fairlead',
        name: 'Fairlead',
        created,
        expires: moments.ahead(60),
        apiKeyChanged: created,
        seats: 5,
        smSeats: 0,
        flags: { useSecretsManager: false },
      }),
    ],
    members: [
      memberRow({ ...member, slug: 'noSmOrganization', type: 0 }),
      memberRow({ ...member, slug: 'ssoOnly', type: 2 }),
    ],
    policies: [3, 4].map((type) => ({
      id: idFor(`policy/fairlead/${type}`),
      organizationId: fairlead,
      type,
      data: null,
      enabled: true,
      creationDate: stamp,
      revisionDate: stamp,
    })),
  }
}
