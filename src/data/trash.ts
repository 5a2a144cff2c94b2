import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

/** All that lies in the trash, names opened. Owners and admins only; reading it writes no event. */
export function trashQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['trash', organizationId],
    queryFn: ({ signal }) => session.call('listTrash', { organizationId }, { signal }),
  })
}
