import { useQuery } from '@tanstack/react-query'
import { peopleQuery } from '#/data/people'

/** How many members this console sees by its own way; null where it does not know. */
export function useMemberCount(organizationId: string): number | null {
  return useQuery(peopleQuery(organizationId)).data?.length ?? null
}
