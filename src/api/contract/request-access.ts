import { z } from '#/lib/zod'
import { id } from './common'
import { endpoint } from './endpoint'

export const requestAccessEndpoints = {
  /** Mails all owners and admins. Only tokens of the client `web` may call it. */
  accessRequest: endpoint({
    method: 'POST',
    path: '/api/request-access/request-sm-access',
    body: z.object({ organizationId: id, emailContent: z.string() }),
    response: null,
  }),
}
