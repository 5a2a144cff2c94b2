import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { collectionListQuery } from '#/data/collections'
import { groupListQuery, rosterQuery } from '#/data/groups'
import { effectiveHolders, type CollectionRight, type EffectiveHolder } from '#/domain/collection-rights'
import { mayListGroups, type AdministrationFacts } from '#/domain/rights'
import type { CollectionRights, CollectionRow, GroupRow, RosterMember } from '#/session/organization-types'

export interface CollectionFacts extends Omit<CollectionRow, 'name'> {
  /** Null where it cannot be decrypted. */
  name: string | null
  isUnmanaged: boolean
  /** Everybody who can open it, groups resolved; null where the members of a group are not known. */
  holders: readonly EffectiveHolder[] | null
}

export interface CollectionsData {
  collections: CollectionFacts[] | null
  people: ReadonlyMap<string, RosterMember>
  groups: ReadonlyMap<string, GroupRow>
  /** Members by group; null where this account may not know. */
  groupMembers: ReadonlyMap<string, readonly string[]> | null
  error: Error | null
  isFetching: boolean
  loadedAt: number
  retry: () => void
}

/** All collections with who can open them, from three reads for the whole page. */
export function useCollections(
  orgId: string,
  organization: AdministrationFacts | undefined,
): CollectionsData {
  const list = useQuery({ ...collectionListQuery(orgId), enabled: organization !== undefined })
  const roster = useQuery({ ...rosterQuery(orgId), enabled: organization !== undefined })
  const maySeeGroups = organization !== undefined && mayListGroups(organization) === true
  const groupList = useQuery({ ...groupListQuery(orgId), enabled: maySeeGroups })
  const groupMembers = useMemo(() => {
    if (!roster.data?.details) return null
    const members = new Map<string, string[]>()
    for (const [memberId, { groups }] of roster.data.details)
      for (const id of groups) members.set(id, [...(members.get(id) ?? []), memberId])
    return members
  }, [roster.data])
  const collections = useMemo(
    () => list.data?.map((row) => factsOf(row, groupMembers)) ?? null,
    [list.data, groupMembers],
  )
  const people = useMemo(() => new Map(roster.data?.members.map((m) => [m.id, m])), [roster.data])
  const groups = useMemo(() => new Map(groupList.data?.map((g) => [g.id, g])), [groupList.data])
  return {
    collections,
    people,
    groups,
    groupMembers,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void Promise.all([list.refetch(), roster.refetch(), maySeeGroups && groupList.refetch()]),
  }
}

function factsOf(
  row: CollectionRow,
  members: ReadonlyMap<string, readonly string[]> | null,
): CollectionFacts {
  return {
    ...row,
    name: row.name.ok ? row.name.text : null,
    isUnmanaged: row.hasLists && ![...row.users, ...row.groups].some(([, right]) => right === 'manage'),
    holders: row.hasLists ? holdersOf(row, members) : null,
  }
}

/** Null where a group stands in the list whose members are not known. */
export function holdersOf(
  { users, groups }: CollectionRights,
  members: ReadonlyMap<string, readonly string[]> | null,
): EffectiveHolder[] | null {
  if (members === null && groups.length > 0) return null
  return effectiveHolders({ users: new Map(users), groups: new Map(groups) }, members ?? new Map())
}

/** How many people hold each right, as the strongest one they have. */
export function countRights(holders: readonly EffectiveHolder[]): Record<CollectionRight, number> {
  const counts = { view: 0, viewHidden: 0, edit: 0, editHidden: 0, manage: 0 }
  for (const { right } of holders) counts[right] += 1
  return counts
}

export const groupName = (group: GroupRow | undefined, id: string): string =>
  group?.name ?? `Group ${id.slice(0, 8)}`

export const shownName = ({ id, name }: { id: string; name: string | null }): string =>
  name ?? `Collection ${id.slice(0, 8)}`
