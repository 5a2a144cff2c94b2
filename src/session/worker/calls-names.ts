import type { LogRequest } from '#/session/object-log-types'
import type { Call, InOrganization } from './call'
import { listFormerNames, rememberNames } from './name-book'
import { readObjectLog } from './object-log'
import { countRememberedNames } from './remembered-names'
import type { Context } from './vault'

export const nameCalls = {
  listFormerNames: (c: Context, a: InOrganization) => listFormerNames(c, a.organizationId),
  countRememberedNames: (c: Context, a: InOrganization) => countRememberedNames(c, a.organizationId),
  loadObjectLog: (c: Context, a: LogRequest, call: Call) => readObjectLog(c, a, call.signal),
  rememberNames: (c: Context, a: InOrganization & { isOn: boolean }) => rememberNames(c, a),
}
