import { useQuery } from '@tanstack/react-query'
import { machineNamesQuery, peopleQuery } from '#/data/people'
import { recentOriginsQuery } from '#/data/secrets'
import { authorOf, type Author } from './author-of'

/** Who made the change of this moment, or why that is not known. */
export function useAuthor(organizationId: string, secretId: string, revision: string): Author {
  const at = Date.parse(revision)
  const origins = useQuery(recentOriginsQuery(organizationId, secretId, at))
  const people = useQuery(peopleQuery(organizationId))
  const machines = useQuery(machineNamesQuery(organizationId))
  return authorOf(at, {
    log: origins.isError ? 'failed' : origins.data,
    people: people.isError ? 'failed' : people.data,
    machines: machines.isError ? 'failed' : machines.data,
  })
}
