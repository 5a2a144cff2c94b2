import { useQuery } from '@tanstack/react-query'
import { startTransition, useEffect, useMemo, useState } from 'react'
import { directoryQuery } from '#/data/access'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { buildExplorer, secretFacts } from './build-explorer'
import type { Explorer } from './build-explorer'
import { useKnownGrants } from './use-known-grants'

export type ExplorerState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void; isRetrying: boolean }
  | { status: 'ready'; explorer: Explorer; readAgain: () => void }

/** Whole lists first; then the grants of each project, a few at a time, usable from the first one on. */
export function useExplorer(orgId: string): ExplorerState {
  const directory = useQuery(directoryQuery(orgId))
  const projects = useQuery(projectListQuery(orgId))
  const secrets = useQuery(secretListQuery(orgId))
  const ids = useMemo(() => projects.data?.map(({ id }) => id) ?? [], [projects.data])
  const { lists, members, readAgain } = useKnownGrants(orgId, ids)
  const [built, setBuilt] = useState<{ orgId: string; explorer: Explorer } | null>(null)
  const facts = useMemo(
    () => (secrets.data ? { columns: secrets.data, secrets: secretFacts(secrets.data, ids) } : null),
    [secrets.data, ids],
  )

  useEffect(() => {
    if (!directory.data || !projects.data || !facts) return
    let isOver = false
    const sources = {
      directory: directory.data,
      projects: projects.data,
      ...facts,
      known: { lists, members },
    }
    const build = async () => {
      const explorer = await buildExplorer(sources)
      // A drawing that may be put aside while somebody types or scrolls.
      if (!isOver) startTransition(() => setBuilt({ orgId, explorer }))
    }
    void build()
    return () => {
      isOver = true
    }
  }, [orgId, directory.data, projects.data, facts, lists, members])

  if (built?.orgId === orgId) return { status: 'ready', explorer: built.explorer, readAgain }
  const queries = [directory, projects, secrets]
  const error = queries.find((query) => query.error && !query.data)?.error
  if (!error) return { status: 'loading' }
  const retry = () => void Promise.all(queries.map((query) => query.refetch()))
  return { status: 'failed', error, retry, isRetrying: queries.some((query) => query.isFetching) }
}
