import { memberId } from '#/mocks/seed/people'
import { largeOwner } from '#/mocks/seed/accounts'
import { largeId } from '#/mocks/seed/large/ids'
import { organizationId } from '#/mocks/seed/organizations'
import { idFor } from '#/mocks/seed/random'
import { sealFor } from '#/mocks/seed/seal'
import type { DbExport } from '#/mocks/store/db'

export const SIZES = { people: 1_000, groups: 200, machines: 1_000, projects: 300, secrets: 20_000 }

const longshore = organizationId('large')
const stamp = '2026-01-01T00:00:00.0000000Z'
const dates = { creationDate: stamp, revisionDate: stamp }
const pick = <T>(list: readonly T[], at: number): T =>
  list[(Math.imul(at, 2_654_435_761) >>> 0) % list.length] as T

/**
 * Brings the seed "large" to the sizes of the goal: 200 groups of ten, 1,000 machine accounts, 300 projects with eight
 * people, four groups and eight machine accounts each, and 20,000 secrets over them.
 */
export async function enlarge(tables: DbExport['tables']): Promise<void> {
  const seal = await sealFor('large')
  const people = tables.members.filter(({ status }) => status === 2)
  const range = (length: number) => Array.from({ length }, (_, i) => i)
  tables.groups = range(SIZES.groups).map((i) => ({
    ...{ id: largeId('group', i), organizationId: longshore, name: `Crew ${i + 1}`, externalId: null },
    memberIds: [...new Set(range(10).map((n) => pick(people, i * 10 + n).id))],
    ...dates,
  }))
  tables.serviceAccounts = await Promise.all(
    range(SIZES.machines).map(async (i) => ({
      id: idFor(`bench/machine/${i}`),
      organizationId: longshore,
      name: await seal(`bench/machine/${i}`, `worker-${i}`),
      ...dates,
    })),
  )
  tables.projects = await Promise.all(
    range(SIZES.projects).map(async (i) => ({
      id: largeId('project', i),
      organizationId: longshore,
      name: await seal(`bench/project/${i}`, `Project ${i}`),
      ...dates,
    })),
  )
  tables.secrets.forEach((secret, i) => (secret.projectId = largeId('project', i % SIZES.projects)))
  const owner = memberId('large', largeOwner.slug)
  const others = people.filter(({ id }) => id !== owner)
  tables.accessPolicies = tables.projects.flatMap(({ id: targetId }, at) => {
    const some = (
      granteeKind: 'member' | 'group' | 'serviceAccount',
      from: readonly { id: string }[],
      many: number,
    ) =>
      [...new Set(range(many).map((n) => pick(from, at * 31 + n).id))].map((granteeId) => ({
        ...{ id: idFor(`bench/policy/${at}/${granteeId}`), granteeKind, granteeId },
        ...{ targetKind: 'project' as const, targetId, read: true, write: at % 3 === 0, ...dates },
      }))
    return [
      ...some('member', others, 8),
      ...some('group', tables.groups, 4),
      ...some('serviceAccount', tables.serviceAccounts, 8),
    ]
  })
}
