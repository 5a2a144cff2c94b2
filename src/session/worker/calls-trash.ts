import type { Call, InOrganization } from './call'
import { survivesLock } from './call'
import { listTrash } from './trash'
import type { Context } from './vault'

type SomeOf = InOrganization & { ids: readonly string[] }

export const trashCalls = {
  listTrash: (c: Context, a: InOrganization, call: Call) => listTrash(c, a.organizationId, call.signal),
  restoreSecrets: survivesLock(async (c: Context, a: SomeOf) => {
    await c.client.call('trashRestore', { params: { organizationId: a.organizationId }, body: [...a.ids] })
  }),
  purgeSecrets: survivesLock(async (c: Context, a: SomeOf) => {
    await c.client.call('trashEmpty', { params: { organizationId: a.organizationId }, body: [...a.ids] })
  }),
}
