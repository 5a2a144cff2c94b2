import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'

export interface ProjectFacts {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
  canWrite: boolean
  changed: number
  created: number
  /** Secrets that this account can read; null while (or because) their list is not loaded. */
  secrets: number | null
}

/** All projects with their number of secrets, which is counted in the list of secrets: no request for each. */
export function useProjects(organizationId: string) {
  const list = useQuery(projectListQuery(organizationId))
  const secrets = useQuery(secretListQuery(organizationId))
  const columns = secrets.data
  const counts = useMemo(() => {
    if (!columns) return null
    const byIndex = new Uint32Array(columns.projects.length)
    for (const index of columns.project) if (index >= 0) byIndex[index] = (byIndex[index] ?? 0) + 1
    return new Map(columns.projects.map(({ id }, index) => [id, byIndex[index] ?? 0]))
  }, [columns])
  const projects = useMemo(
    () =>
      list.data?.map(({ id, name, canWrite, changed, created }): ProjectFacts => ({
        id,
        name: name.ok ? name.text : null,
        canWrite,
        changed,
        created,
        secrets: counts ? (counts.get(id) ?? 0) : null,
      })) ?? null,
    [list.data, counts],
  )
  return {
    projects,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void list.refetch(),
    /** Why the secrets are not counted. */
    countError: columns ? null : secrets.error,
  }
}

export const shownName = (project: { id: string; name: string | null }): string =>
  project.name ?? `Project ${project.id.slice(0, 8)}`
