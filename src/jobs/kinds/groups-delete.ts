import { counted } from '#/lib/counted'
import { session } from '#/session/session'
import { deleteKind } from './organization-delete'

export const kind = deleteKind({
  count: (n) => counted(n, 'group'),
  remove: (organizationId, id) => session.call('deleteGroup', { organizationId, id }),
  list: (organizationId) => session.call('listGroups', { organizationId }),
})
