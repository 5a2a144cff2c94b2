import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import * as machines from './machine-accounts'
import { readMachineFacts } from './machine-facts'
import type { FactsRequest, MachineFacts } from './machine-facts'
import { readMachineLog } from './machine-log'
import type { LogRequest } from './machine-log'
import { createToken, listTokens, revokeTokens } from './machine-tokens'
import type { MachineRef, NewToken } from './machine-tokens'
import { noted } from './name-book'
import type { Context } from './vault'

/** Machine accounts and their access tokens. */
export const machineCalls = {
  listMachineAccounts: async (c: Context, a: InOrganization, call: Call) =>
    noted(
      c,
      a.organizationId,
      'machine',
      await machines.listMachineAccounts(c, a.organizationId, call.signal),
    ),
  listWritableMachines: (c: Context, a: InOrganization, call: Call) =>
    machines.listWritableMachines(c, a.organizationId, call.signal),
  createMachineAccount: survivesLock((c: Context, a: InOrganization & { name: string }) =>
    machines.createMachineAccount(c, a.organizationId, a.name),
  ),
  renameMachineAccount: survivesLock((c: Context, a: InOrganization & { id: string; name: string }) =>
    machines.renameMachineAccount(c, a.organizationId, a.id, a.name),
  ),
  deleteMachineAccounts: survivesLock((c: Context, a: { ids: string[] }) =>
    machines.deleteMachineAccounts(c, a.ids),
  ),
  readMachineFacts: (c: Context, a: FactsRequest, call: Call<MachineFacts>) => readMachineFacts(c, a, call),
  readMachineLog: (c: Context, a: LogRequest, call: Call) => readMachineLog(c, a, call.signal),
  listTokens: (c: Context, a: MachineRef, call: Call) => listTokens(c, a, call.signal),
  createToken: (c: Context, a: NewToken) => createToken(c, a),
  revokeTokens: survivesLock((c: Context, a: { machineId: string; ids: string[] }) =>
    revokeTokens(c, a.machineId, a.ids),
  ),
}
