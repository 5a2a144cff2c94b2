import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { directoryQuery, groupMembersQuery, policiesQuery } from '#/data/access'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { onJobRested } from '#/jobs/jobs'
import { AccessMap } from '#/domain/access/access-map'
import type { AccessFacts } from '#/domain/access/facts'
import type { Directory, GrantRow } from '#/session/access-types'
import { secretId } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import { buildFacts } from '#/features/access/build-facts'
import type { KnownList } from '#/features/access/build-facts'
import { namesOf } from '#/features/access/names'
import type { Names } from '#/features/access/names'

export interface Explorer {
  map: AccessMap
  names: Names
  directory: Directory
  /** By name. */
  projects: { id: string; secrets: number }[]
  columns: SecretColumns
  progress: { read: number; refused: number; failed: number; of: number }
}

export type ExplorerState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void; isRetrying: boolean }
  | { status: 'ready'; explorer: Explorer }

/** Whole lists first; then the grants of each project, a few at a time, usable from the first one on. */
export function useExplorer(orgId: string): ExplorerState {
  const directory = useQuery(directoryQuery(orgId))
  const projects = useQuery(projectListQuery(orgId))
  const secrets = useQuery(secretListQuery(orgId))
  const ids = useMemo(() => projects.data?.map(({ id }) => id) ?? [], [projects.data])
  const lists = useProjectLists(orgId, ids)
  const groupIds = useMemo(() => groupsIn(lists), [lists])
  const members = useQueries({
    queries: groupIds.map((id) => groupMembersQuery(orgId, id)),
    combine: (queries) => queries.map(({ data }) => data ?? null),
  })

  const explorer = useMemo((): Explorer | null => {
    if (!directory.data || !projects.data || !secrets.data) return null
    const named = projects.data.map(({ id, name, canWrite }) => ({
      ...{ id, canWrite },
      name: name.ok ? name.text : null,
    }))
    const facts = buildFacts({
      directory: directory.data,
      lists,
      members: new Map(groupIds.map((id, i) => [id, members[i] ?? null])),
      projects: named,
      ...secretFacts(secrets.data, ids),
      withMachines: false,
    })
    const names = namesOf(directory.data, named, grantsIn(lists))
    return {
      map: new AccessMap(facts),
      names,
      directory: directory.data,
      projects: sizes(facts).toSorted((a, b) => compare(names.get(a.id)?.name, names.get(b.id)?.name)),
      columns: secrets.data,
      progress: progressOf(lists, ids.length),
    }
  }, [directory.data, projects.data, secrets.data, lists, ids, groupIds, members])

  if (explorer) return { status: 'ready', explorer }
  const queries = [directory, projects, secrets]
  const error = queries.find((query) => query.error && !query.data)?.error
  if (!error) return { status: 'loading' }
  const retry = () => void Promise.all(queries.map((query) => query.refetch()))
  return { status: 'failed', error, retry, isRetrying: queries.some((query) => query.isFetching) }
}

const AT_ONCE = 3
const SHOWN_EVERY = 250

/** By project. The map is a new one a few times a second while they come, not once for each. */
function useProjectLists(orgId: string, ids: readonly string[]): ReadonlyMap<string, KnownList> {
  const client = useQueryClient()
  const [lists, setLists] = useState<ReadonlyMap<string, KnownList>>(new Map())
  const [round, setRound] = useState(0)
  const asked = useMemo(() => ({ ids, round }), [ids, round])
  // A job marks the lists that it changed as old; nobody asks for those here by themselves.
  useEffect(
    () => onJobRested((of, touches) => of === orgId && touches.includes('access') && setRound((n) => n + 1)),
    [orgId],
  )
  useEffect(() => {
    const found = new Map<string, KnownList>()
    const left = [...asked.ids]
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      timer = undefined
      if (!stop.signal.aborted) setLists(new Map(found))
    }
    const work = async () => {
      for (let id = left.shift(); id !== undefined && !stop.signal.aborted; id = left.shift()) {
        found.set(id, await readList(client, orgId, id))
        timer ??= setTimeout(show, SHOWN_EVERY)
      }
    }
    void Promise.all(Array.from({ length: AT_ONCE }, work)).then(show)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [client, orgId, asked])
  return lists
}

async function readList(client: QueryClient, orgId: string, id: string): Promise<KnownList> {
  try {
    return await client.fetchQuery(policiesQuery(orgId, { kind: 'project', id }))
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : 'the request failed' }
  }
}

const grantsIn = (lists: ReadonlyMap<string, KnownList>): GrantRow[] =>
  [...lists.values()].flatMap((list) => (list.status === 'read' ? list.grants : []))

function groupsIn(lists: ReadonlyMap<string, KnownList>): string[] {
  const ids = grantsIn(lists).flatMap(({ kind, id }) => (kind === 'group' ? [id] : []))
  return [...new Set(ids)].toSorted()
}

function secretFacts(columns: SecretColumns, projects: readonly string[]) {
  const at = new Map(projects.map((id, i) => [id, i]))
  const indexes = columns.projects.map(({ id }) => at.get(id) ?? -1)
  const ids = Array.from({ length: columns.count }, (_, row) => secretId(columns, row))
  return {
    secrets: { ids, project: Int32Array.from(columns.project, (i) => indexes[i] ?? -1) },
    writableSecrets: ids.filter((_, row) => columns.write[row] === 1),
    secretsRead: new Set<string>(),
  }
}

function sizes({ projects, secrets }: AccessFacts): { id: string; secrets: number }[] {
  const counts = new Uint32Array(projects.length)
  for (const project of secrets.project) if (project >= 0) counts[project] = (counts[project] ?? 0) + 1
  return projects.map((id, i) => ({ id, secrets: counts[i] ?? 0 }))
}

function progressOf(lists: ReadonlyMap<string, KnownList>, of: number): Explorer['progress'] {
  const count = (status: KnownList['status']) =>
    [...lists.values()].filter((list) => list.status === status).length
  return { read: count('read'), refused: count('refused'), failed: count('failed'), of }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const compare = (a = '', b = '') => collator.compare(a, b)
