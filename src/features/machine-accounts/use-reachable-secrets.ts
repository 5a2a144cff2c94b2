import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { secretListQuery } from '#/data/secrets'
import { compareNames } from '#/domain/sort'
import { secretId, secretName, secretProject } from '#/session/secret-columns'
import { useMachinePage } from './machine-context'

export interface ReachableSecret {
  id: string
  name: string | null
  projectId: string | null
}

/** Names that cannot be decrypted stand last. */
const byName = (a: ReachableSecret, b: ReachableSecret): number =>
  a.name === null || b.name === null
    ? Number(a.name === null) - Number(b.name === null)
    : compareNames(a.name, b.name)

/**
 * Secrets that the machine account reads through its projects, as far as this account can read them too. Where its
 * projects are not told: all that this account reads, and `isGuess`.
 */
export function useReachableSecrets() {
  const { organization, machine } = useMachinePage()
  const list = useQuery(secretListQuery(organization.id))
  const projects = machine.facts?.projects
  const columns = list.data
  const secrets = useMemo(() => {
    if (!columns || !projects) return null
    const granted = projects.ok ? new Set(projects.value.map(({ id }) => id)) : null
    const found: ReachableSecret[] = []
    for (let row = 0; row < columns.count; row += 1) {
      const projectId = secretProject(columns, row)?.id ?? null
      if (granted && (projectId === null || !granted.has(projectId))) continue
      found.push({ id: secretId(columns, row), name: secretName(columns, row), projectId })
    }
    return found.toSorted(byName)
  }, [columns, projects])
  return {
    secrets,
    isGuess: projects?.ok === false,
    projects: projects?.ok ? projects.value : [],
    error: list.error,
    retry: () => void list.refetch(),
    isFetching: list.isFetching,
  }
}
