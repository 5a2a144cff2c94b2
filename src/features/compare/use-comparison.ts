import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { compareProjects, type ComparedSecret, type ProjectComparison } from '#/domain/project-compare'
import { secretId, secretName, type SecretColumns } from '#/session/secret-columns'

/** A project deleted by somebody else must be noticed while it is compared; lists record nothing. */
const LOOK_AGAIN = 30_000

export interface ComparedProject {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
  canWrite: boolean
}

/** Both projects as they stand, or as they were last seen. */
export interface Snapshot {
  a: ComparedProject
  b: ComparedProject
  rowsA: ComparedSecret[]
  rowsB: ComparedSecret[]
  comparison: ProjectComparison
}

export function useComparison(orgId: string, idA: string | undefined, idB: string | undefined) {
  const list = useQuery({ ...projectListQuery(orgId), refetchInterval: LOOK_AGAIN })
  const secrets = useQuery(secretListQuery(orgId))
  const projects = useMemo(
    () =>
      list.data?.map(({ id, name, canWrite }): ComparedProject => ({
        id,
        name: name.ok ? name.text : null,
        canWrite,
      })) ?? null,
    [list.data],
  )
  const columns = secrets.data
  const live = useMemo(
    () => (projects && columns ? snapshotOf(projects, columns, idA, idB) : null),
    [projects, columns, idA, idB],
  )
  const isFetching = list.isFetching || secrets.isFetching
  const [kept, setKept] = useState(live)
  const isSamePair = kept?.a.id === idA && kept?.b.id === idB
  // Between two answers a deleted project still stands in its list, and its secrets are gone already.
  const seen = isFetching && isSamePair ? kept : live
  // What was compared stays in view when a project is deleted under it.
  if (seen && seen !== kept) setKept(seen)
  const isKnown = (id: string | undefined) => projects?.some((project) => project.id === id) ?? true
  return {
    projects,
    snapshot: seen ?? (isSamePair ? kept : null),
    /** Which of the two the list does not have any more. */
    gone: { a: idA !== undefined && !isKnown(idA), b: idB !== undefined && !isKnown(idB) },
    error: list.error ?? (columns ? null : secrets.error),
    isFetching,
    refresh: () => Promise.all([list.refetch(), secrets.refetch()]),
  }
}

export type ComparisonState = ReturnType<typeof useComparison>

function snapshotOf(
  projects: readonly ComparedProject[],
  columns: SecretColumns,
  idA: string | undefined,
  idB: string | undefined,
): Snapshot | null {
  const a = projects.find(({ id }) => id === idA)
  const b = projects.find(({ id }) => id === idB)
  if (!a || !b || a === b) return null
  const rowsA = rowsOf(columns, a.id)
  const rowsB = rowsOf(columns, b.id)
  return { a, b, rowsA, rowsB, comparison: compareProjects(rowsA, rowsB) }
}

function rowsOf(columns: SecretColumns, projectId: string): ComparedSecret[] {
  const index = columns.projects.findIndex(({ id }) => id === projectId)
  const rows: ComparedSecret[] = []
  if (index === -1) return rows
  for (let row = 0; row < columns.count; row += 1) {
    if (columns.project[row] !== index) continue
    rows.push({
      id: secretId(columns, row),
      name: secretName(columns, row),
      changed: columns.changed[row] ?? 0,
      canWrite: columns.write[row] === 1,
    })
  }
  return rows
}

export const projectName = ({ id, name }: { id: string; name: string | null }): string =>
  name ?? `Project ${id.slice(0, 8)}`
