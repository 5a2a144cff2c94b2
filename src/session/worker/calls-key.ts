import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import * as keys from './organization-key'
import type { Context } from './vault'

/** The organization's API key. What shows a key does not outlive a lock: then the server is asked again. */
export const keyCalls = {
  loadKeyDates: (c: Context, a: InOrganization, call: Call) => keys.loadKeyDates(c, a, call.signal),
  mailVerificationCode: survivesLock(async (c: Context) => {
    await c.client.call('requestOtp', {})
  }),
  viewOrganizationKey: (c: Context, a: InOrganization & { proof: keys.Proof }) =>
    keys.viewOrganizationKey(c, a),
  rotateOrganizationKey: (c: Context, a: keys.RotateRequest) => keys.rotateOrganizationKey(c, a),
  testOrganizationKey: (c: Context, a: InOrganization & { key: string; withRead: boolean }, call: Call) =>
    keys.testOrganizationKey(c, a, call.signal),
  loadPublicUse: (c: Context, a: InOrganization & { since: number; until: number }, call: Call) =>
    keys.loadPublicUse(c, a, call.signal),
}
