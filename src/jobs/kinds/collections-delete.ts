import { counted } from '#/lib/counted'
import { session } from '#/session/session'
import { deleteKind } from './organization-delete'

export const kind = deleteKind({
  count: (n) => counted(n, 'collection'),
  remove: (organizationId, id) => session.call('deleteCollection', { organizationId, id }),
  list: (organizationId) => session.call('listCollections', { organizationId }),
})
