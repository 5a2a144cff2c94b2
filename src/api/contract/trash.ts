import { ids } from './common'
import { endpoint } from './endpoint'
import { secretListAnswer } from './secrets'

/** Owners and admins only. A refusal is 401 WITH a body, which says nothing about the session. */
export const trashEndpoints = {
  trashList: endpoint({
    method: 'GET',
    path: '/api/secrets/{organizationId}/trash',
    response: secretListAnswer,
  }),
  trashRestore: endpoint({
    method: 'POST',
    path: '/api/secrets/{organizationId}/trash/restore',
    body: ids,
    response: null,
  }),
  /** Deletes the named secrets for good; there is no "all". */
  trashEmpty: endpoint({
    method: 'POST',
    path: '/api/secrets/{organizationId}/trash/empty',
    body: ids,
    response: null,
  }),
}
