import type { PreviewRow } from '#/jobs/BulkPreview'
import type { ListChange } from '#/jobs/kinds/changed-lists'
import { counted } from '#/lib/counted'
import type { AdministrationFacts } from '#/domain/rights'
import { canChangeMembers, canJoin, closedReason } from './can'
import { collectionLosses, projectsThrough } from './group-losses'
import type { GroupFacts, GroupGrants, GroupsData } from './use-groups'

type Organization = AdministrationFacts & Parameters<typeof canJoin>[0]

/** Of those who are asked for, who is in the group already and stays. */
export function changeOf(group: Pick<GroupFacts, 'members'>, ids: readonly string[]): ListChange<string[]> {
  const inside = new Set(group.members)
  return { base: ids.filter((id) => inside.has(id)), wanted: [...ids] }
}

/** What adding the members changes in each group. */
export function additionRows(
  organization: Organization,
  groups: readonly GroupFacts[],
  ids: readonly string[],
): PreviewRow[] {
  const own = ids.map((id) => closedReason(canJoin(organization, id))).find(Boolean)
  return groups.map((group) => {
    const { base, wanted } = changeOf(group, ids)
    const added = wanted.length - base.length
    const closed = closedReason(canChangeMembers(organization, group)) || own
    return {
      id: group.id,
      name: group.name,
      change: `${counted(group.members?.length ?? 0, 'member')}, then ${(group.members?.length ?? 0) + added}${
        base.length > 0 ? `; ${base.length} in it already` : ''
      }`,
      skip: closed || (added === 0 ? 'All of them are in it already' : null),
    }
  })
}

/** What goes with each group, for those who have it through that group alone. */
export function deletionRows(
  selected: readonly GroupFacts[],
  { groups, collections }: Pick<GroupsData, 'groups' | 'collections'>,
  grants: GroupGrants,
): PreviewRow[] {
  const gone = new Set(selected.map(({ id }) => id))
  return selected.map((group) => {
    // Another group that is deleted too does not keep anything for anybody.
    const left = (groups ?? []).filter(({ id }) => id === group.id || !gone.has(id))
    const lists = (collections ?? []).map((collection) => ({
      ...collection,
      groups: collection.groups.filter(([id]) => id === group.id || !gone.has(id)),
    }))
    const losing = collectionLosses(group, left, lists).filter(
      (loss) => loss.collections.length > 0 || projectsThrough(group, left, grants, loss.memberId).length > 0,
    )
    const people = group.members === null ? 'members not known' : counted(group.members.length, 'member')
    return {
      id: group.id,
      name: group.name,
      change: `${people}${losing.length > 0 ? `, ${losing.length === 1 ? '1 loses' : `${losing.length} lose`} something` : ''}`,
      skip: null,
    }
  })
}
