import { queryOptions, useQuery } from '@tanstack/react-query'
import { session } from '#/session/session'

/** Asked before any password; the answer is shown. */
const serverQuery = queryOptions({
  queryKey: ['server'],
  queryFn: ({ signal }) => session.call('probeServer', null, { signal }),
  staleTime: 0,
  retry: false,
})

export function useServer() {
  return useQuery(serverQuery)
}
