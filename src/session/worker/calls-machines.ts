import type { Call, InOrganization } from './call'
import * as names from './names'
import type { Context } from './vault'

export const machineCalls = {
  listMachines: (c: Context, a: InOrganization, call: Call) =>
    names.listMachines(c, a.organizationId, call.signal),
}
