import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import { notedPeople } from './name-book'
import * as names from './names'
import type { Context } from './vault'

export const organizationCalls = {
  countOrganization: (c: Context, a: InOrganization, call: Call) =>
    names.countOrganization(c, a.organizationId, call.signal),
  listPeople: async (c: Context, a: InOrganization, call: Call) =>
    notedPeople(c, a.organizationId, await names.listPeople(c, a.organizationId, call.signal)),
  requestAccess: survivesLock(async (c: Context, a: InOrganization & { note: string }) => {
    await c.client.call('accessRequest', { body: { organizationId: a.organizationId, emailContent: a.note } })
  }),
}
