import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { policiesQuery } from '#/data/access'
import { collectionListQuery } from '#/data/collections'
import { groupListQuery, rosterQuery } from '#/data/groups'
import { projectListQuery } from '#/data/projects'
import type { Right } from '#/domain/access/facts'
import type { CollectionRow, GroupRow, Roster, RosterMember } from '#/session/organization-types'

export interface GroupFacts extends GroupRow {
  /** Membership ids; null where this account may not know. */
  members: readonly string[] | null
}

export interface GroupsData {
  groups: GroupFacts[] | null
  roster: Roster | null
  people: ReadonlyMap<string, RosterMember>
  collections: readonly CollectionRow[] | null
  error: Error | null
  isFetching: boolean
  loadedAt: number
  retry: () => void
  /** Why members are not known. */
  memberError: Error | null
}

/** All groups with their members, from three reads for the whole page. */
export function useGroups(orgId: string, isOpen: boolean): GroupsData {
  const list = useQuery({ ...groupListQuery(orgId), enabled: isOpen })
  const roster = useQuery({ ...rosterQuery(orgId), enabled: isOpen })
  const collections = useQuery({ ...collectionListQuery(orgId), enabled: isOpen })
  const groups = useMemo(() => {
    if (!list.data) return null
    const members = new Map<string, string[]>()
    for (const [memberId, { groups: ids }] of roster.data?.details ?? [])
      for (const id of ids) members.set(id, [...(members.get(id) ?? []), memberId])
    return list.data.map((group) => ({
      ...group,
      members: roster.data?.details ? (members.get(group.id) ?? []) : null,
    }))
  }, [list.data, roster.data])
  const people = useMemo(() => new Map(roster.data?.members.map((m) => [m.id, m])), [roster.data])
  return {
    groups,
    roster: roster.data ?? null,
    people,
    collections: collections.data ?? null,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void Promise.all([list.refetch(), roster.refetch(), collections.refetch()]),
    memberError: roster.error,
  }
}

export interface ProjectGrant {
  projectId: string
  name: string
  right: Right
}

export interface GroupGrants {
  byGroup: ReadonlyMap<string, readonly ProjectGrant[]>
  read: number
  /** Projects whose grants this account may not know. */
  refused: number
  /** Null until the projects are listed. */
  total: number | null
  error: Error | null
}

/** Grants of groups on projects: the lists of each project, as the explorer reads them. No event is written. */
export function useGroupGrants(orgId: string, isWanted: boolean): GroupGrants {
  const projects = useQuery({ ...projectListQuery(orgId), enabled: isWanted })
  const listed = useMemo(() => projects.data ?? [], [projects.data])
  return useQueries({
    queries: listed.map(({ id }) => ({
      ...policiesQuery(orgId, { kind: 'project', id }),
      enabled: isWanted,
    })),
    combine: (lists): GroupGrants => {
      const byGroup = new Map<string, ProjectGrant[]>()
      lists.forEach(({ data }, i) => {
        const project = listed[i]
        if (!project || data?.status !== 'read') return
        for (const grant of data.grants) {
          if (grant.kind !== 'group') continue
          const name = project.name.ok ? project.name.text : `Project ${project.id.slice(0, 8)}`
          const held = byGroup.get(grant.id) ?? []
          byGroup.set(grant.id, [...held, { projectId: project.id, name, right: grant.right }])
        }
      })
      return {
        byGroup,
        read: lists.filter(({ data }) => data?.status === 'read').length,
        refused: lists.filter(({ data }) => data?.status === 'refused').length,
        total: projects.data ? listed.length : null,
        error: projects.error ?? lists.find(({ error }) => error)?.error ?? null,
      }
    },
  })
}

export const collectionName = (collections: readonly CollectionRow[] | null, id: string): string => {
  const name = collections?.find((c) => c.id === id)?.name
  return name?.ok ? name.text.split('/').join(' / ') : `Collection ${id.slice(0, 8)}`
}
