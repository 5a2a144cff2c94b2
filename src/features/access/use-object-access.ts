import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { directoryQuery, groupMembersQuery, policiesQuery } from '#/data/access'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import type { AccessFacts } from '#/domain/access/facts'
import type { Directory, GrantRow, PolicyList, PolicyTarget } from '#/session/access-types'
import { rowOfSecret, secretId, secretProject } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import { buildFacts } from './build-facts'
import type { KnownList } from './build-facts'
import { namesOf } from './names'
import type { Names } from './names'

export interface ObjectAccess {
  directory: Directory
  list: PolicyList
  names: Names
  /** What is known, with these rows as the object's own grants. */
  factsWith: (base: readonly GrantRow[]) => AccessFacts
  /** Ids of the secrets that a machine account would lose with this object. */
  secretIds: string[]
  /** Rights come from there too. */
  project: { id: string; list: KnownList } | null
}

export type ObjectAccessState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void; isRetrying: boolean }
  | { status: 'ready'; access: ObjectAccess; readAgain: () => void }

const noProject = { kind: 'project', id: '' } as const

/** All that is asked for one object: its grants, those of its project, who is in the groups, and names. */
export function useObjectAccess(
  orgId: string,
  target: PolicyTarget,
  editedGroups: readonly string[],
): ObjectAccessState {
  const directory = useQuery(directoryQuery(orgId))
  const list = useQuery(policiesQuery(orgId, target))
  const projects = useQuery(projectListQuery(orgId))
  const secrets = useQuery({ ...secretListQuery(orgId), enabled: target.kind !== 'machine' })
  const projectId = projectOf(target, secrets.data)
  const above = useQuery({
    ...policiesQuery(orgId, projectId ? { kind: 'project', id: projectId } : noProject),
    enabled: projectId !== null,
  })
  const groupIds = groupsOf([list.data, above.data], editedGroups)
  const members = useQueries({ queries: groupIds.map((id) => groupMembersQuery(orgId, id)) })
  const memberKey = members.map((query) => query.dataUpdatedAt).join()

  const access = useMemo((): ObjectAccess | null => {
    if (!directory.data || !list.data || !projects.data) return null
    const named = projects.data.map(({ id, name, canWrite }) => ({
      ...{ id, canWrite },
      name: name.ok ? name.text : null,
    }))
    const projectList = projectId === null ? null : knownList(above)
    const grants = [list.data, above.data].flatMap((known) => (known?.status === 'read' ? known.grants : []))
    const isHidden = projectId !== null && !named.some(({ id }) => id === projectId)
    const all = isHidden ? [...named, { id: projectId, canWrite: false, name: null }] : named
    const memberLists = new Map(groupIds.map((id, i) => [id, members[i]?.data ?? null]))
    return {
      directory: directory.data,
      list: list.data,
      names: namesOf(directory.data, all, grants),
      factsWith: (base) =>
        buildFacts({
          directory: directory.data,
          lists: listsOf(target, list.data, base, projectId, projectList),
          members: memberLists,
          projects: all,
          ...secretFacts(target, secrets.data, all, list.data),
          withMachines: target.kind === 'machine',
        }),
      secretIds: secretIdsOf(target, secrets.data),
      project: projectId && projectList ? { id: projectId, list: projectList } : null,
    }
    // The member lists are new arrays each time; what they hold is told by their dates.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [directory.data, list.data, projects.data, secrets.data, above.data, above.error, memberKey, target.id])

  const error = [directory, list, projects].find((query) => query.error && !query.data)?.error
  const readAgain = () => void Promise.all([directory.refetch(), list.refetch(), projects.refetch()])
  if (access) return { status: 'ready', access, readAgain }
  if (error) {
    const isRetrying = directory.isFetching || list.isFetching || projects.isFetching
    return { status: 'failed', error, retry: readAgain, isRetrying }
  }
  return { status: 'loading' }
}

interface Query {
  data: PolicyList | undefined
  error: Error | null
}

function knownList({ data, error }: Query): KnownList {
  return data ?? (error ? { status: 'failed', reason: error.message } : { status: 'waiting' })
}

function projectOf(target: PolicyTarget, columns: SecretColumns | undefined): string | null {
  if (target.kind !== 'secret' || !columns) return null
  const row = rowOfSecret(columns, target.id)
  return row === -1 ? null : (secretProject(columns, row)?.id ?? null)
}

function groupsOf(lists: readonly (PolicyList | undefined)[], edited: readonly string[]): string[] {
  const listed = lists.flatMap((list) => (list?.status === 'read' ? list.grants : []))
  return [
    ...new Set([...listed.flatMap(({ kind, id }) => (kind === 'group' ? [id] : [])), ...edited]),
  ].toSorted()
}

function listsOf(
  target: PolicyTarget,
  list: PolicyList,
  base: readonly GrantRow[],
  projectId: string | null,
  projectList: KnownList | null,
): Map<string, KnownList> {
  const own: KnownList = list.status === 'read' ? { ...list, grants: [...base] } : list
  const lists = new Map<string, KnownList>([[target.id, own]])
  if (projectId && projectList) lists.set(projectId, projectList)
  return lists
}

function secretFacts(
  target: PolicyTarget,
  columns: SecretColumns | undefined,
  projects: readonly { id: string }[],
  list: PolicyList,
): Pick<Parameters<typeof buildFacts>[0], 'secrets' | 'secretsRead' | 'writableSecrets'> {
  if (target.kind !== 'secret')
    return { secrets: { ids: [], project: new Int32Array() }, secretsRead: 'all', writableSecrets: [] }
  const project = projects.findIndex(({ id }) => id === projectOf(target, columns))
  const row = columns ? rowOfSecret(columns, target.id) : -1
  return {
    secrets: { ids: [target.id], project: Int32Array.of(project) },
    secretsRead: new Set(list.status === 'read' ? [target.id] : []),
    writableSecrets: columns?.write[row] === 1 ? [target.id] : [],
  }
}

function secretIdsOf(target: PolicyTarget, columns: SecretColumns | undefined): string[] {
  if (target.kind === 'secret') return [target.id]
  if (target.kind !== 'project' || !columns) return []
  const project = columns.projects.findIndex(({ id }) => id === target.id)
  return Array.from(columns.project).flatMap((at, row) => (at === project ? [secretId(columns, row)] : []))
}
