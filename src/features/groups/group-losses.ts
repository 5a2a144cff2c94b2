import { effectiveHolders } from '#/domain/collection-rights'
import type { CollectionRow } from '#/session/organization-types'
import type { GroupFacts, GroupGrants } from './use-groups'

export interface MemberLoss {
  memberId: string
  /** Collections that stay closed to the member without this group. */
  collections: string[]
}

const holdersOf = (collection: CollectionRow, members: ReadonlyMap<string, readonly string[]>, id: string) =>
  effectiveHolders(
    {
      users: new Map(collection.users),
      groups: new Map(collection.groups.filter(([groupId]) => groupId !== id)),
    },
    members,
  )

/** What each member can open through this group alone. */
export function collectionLosses(
  group: GroupFacts,
  groups: readonly GroupFacts[],
  collections: readonly CollectionRow[],
): MemberLoss[] {
  const members = new Map(groups.map(({ id, members: ids }) => [id, ids ?? []]))
  const given = collections.filter((c) => c.groups.some(([id]) => id === group.id))
  const kept = new Map(
    given.map((c) => [c.id, new Set(holdersOf(c, members, group.id).map(({ memberId }) => memberId))]),
  )
  return (group.members ?? []).map((memberId) => ({
    memberId,
    collections: given.flatMap(({ id }) => (kept.get(id)?.has(memberId) ? [] : [id])),
  }))
}

/** Projects that the member is given by no other group; grants of one's own are not looked at. */
export function projectsThrough(
  group: GroupFacts,
  groups: readonly GroupFacts[],
  grants: GroupGrants,
  memberId: string,
): string[] {
  const others = groups.filter(({ id, members }) => id !== group.id && members?.includes(memberId))
  const elsewhere = new Set(
    others.flatMap(({ id }) => grants.byGroup.get(id)?.map(({ projectId }) => projectId) ?? []),
  )
  return (grants.byGroup.get(group.id) ?? []).flatMap(({ projectId, name }) =>
    elsewhere.has(projectId) ? [] : [name],
  )
}
