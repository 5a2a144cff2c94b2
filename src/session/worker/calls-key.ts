import { ApiError } from '#/api/error'
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
  /** The description of the Public API as this server serves it; null where it serves none. */
  loadPublicDescription: async (c: Context, _: null, call: Call) => {
    const { readDescription } = await import('#/domain/openapi/description')
    try {
      return readDescription(await c.client.call('publicSpecification', {}, { signal: call.signal }))
    } catch (error) {
      if (error instanceof ApiError && isNotServed(error)) return null
      throw error
    }
  },
}

/** Servers that serve none say so, or answer with the page of a web vault, or with what is no description. */
const isNotServed = ({ kind, status }: ApiError): boolean =>
  kind === 'contract' || kind === 'foreign' || status === 404 || status === 405
