import type { Call, InOrganization } from './call'
import { survivesLock } from './call'
import { noted } from './name-book'
import { listTrash } from './trash'
import type { Context } from './vault'

type SomeOf = InOrganization & { ids: readonly string[] }

export const trashCalls = {
  listTrash: async (c: Context, a: InOrganization, call: Call) =>
    noted(c, a.organizationId, 'secret', await listTrash(c, a.organizationId, call.signal)),
  restoreSecrets: survivesLock(async (c: Context, a: SomeOf) => {
    await c.client.call('trashRestore', { params: { organizationId: a.organizationId }, body: [...a.ids] })
  }),
  purgeSecrets: survivesLock(async (c: Context, a: SomeOf) => {
    await c.client.call('trashEmpty', { params: { organizationId: a.organizationId }, body: [...a.ids] })
  }),
}
