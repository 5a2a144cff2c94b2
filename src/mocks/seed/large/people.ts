import { largeCrew, largeOwner } from '#/mocks/seed/accounts'
import { stampAt } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { organizationId } from '#/mocks/seed/organizations'
import { memberId, memberRow, userRow } from '#/mocks/seed/people'
import type { GroupRow, MemberRow, UserRow } from '#/mocks/store/tables'
import { largeId } from './ids'
import { memberName } from './names'

const GROUPS = 12

const slugOf = (index: number) => (index === 0 ? largeOwner.slug : `large-member-${index}`)

const emailOf = (index: number) =>
  index === 0
    ? largeOwner.salt
    : `${memberName(index).toLowerCase().replace(' ', '.')}.${index}@longshore.example`

/** The owner is number 0. Every fiftieth member is an admin, every twentieth only invited. */
function statusOf(index: number): MemberRow['status'] {
  if (index === 0) return 2
  if (index % 20 === 7) return 0
  if (index % 50 === 11) return 1
  return index % 40 === 13 ? -1 : 2
}

/** Any number of members, who share eight sets of keys; the password is the crew's for all of them. */
export function largePeople(count: number, moments: Moments): { users: UserRow[]; members: MemberRow[] } {
  const users: UserRow[] = []
  const members: MemberRow[] = []
  for (let index = 0; index < count; index += 1) {
    const crew = largeCrew[index % largeCrew.length]
    const account = index === 0 || !crew ? largeOwner : crew
    const slug = slugOf(index)
    const status = statusOf(index)
    const created = moments.ago(900 - (index % 800), '10:00') + index
    if (status !== 0) {
      const email = emailOf(index)
      const name = index === 0 ? 'Olive Strand' : memberName(index)
      users.push(
        userRow({ slug, keysOf: account.slug, kdf: account.kdf, salt: account.salt, name, email, created }),
      )
    }
    members.push(
      memberRow({
        organization: 'large',
        slug,
        keysOf: account.slug,
        type: index === 0 ? 0 : index % 50 === 1 ? 1 : 2,
        secretsManager: index % 10 !== 9,
        status,
        statusBeforeRevoke: status === -1 ? 2 : null,
        created,
        ...(status === 0 ? { invited: emailOf(index) } : {}),
      }),
    )
  }
  return { users, members }
}

export function largeGroups(members: readonly MemberRow[], moments: Moments): GroupRow[] {
  const stamp = stampAt(moments.ago(800, '10:00'))
  return Array.from({ length: Math.min(GROUPS, members.length) }, (_, group) => ({
    id: largeId('group', group),
    organizationId: organizationId('large'),
    name: `Crew ${group + 1}`,
    externalId: null,
    memberIds: members.filter((_, index) => index > 0 && index % GROUPS === group).map(({ id }) => id),
    creationDate: stamp,
    revisionDate: stamp,
  }))
}

export const largeOwnerMember = memberId('large', largeOwner.slug)
