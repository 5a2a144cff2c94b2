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
  /** Types of policies by id, and when each was saved last: their own lists have neither, what every member syncs has both. */
  listPolicyTypes: async (c: Context, a: InOrganization, call: Call) => {
    const { policies } = await c.client.call(
      'accountsSync',
      { query: { excludeDomains: true } },
      { signal: call.signal },
    )
    return policies
      .filter(({ organizationId }) => organizationId === a.organizationId)
      .map(({ id, type, revisionDate }) => ({
        id,
        type,
        // Older servers leave it out.
        saved: revisionDate ? Date.parse(revisionDate) : null,
      }))
  },
  rememberNames: (c: Context, a: InOrganization & { isOn: boolean }) => rememberNames(c, a),
}
