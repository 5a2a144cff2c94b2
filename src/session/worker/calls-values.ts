import { survivesLock } from './call'
import type { Call } from './call'
import { deleteVersions } from './secret-versions'
import type { Context } from './vault'
import type { TwinsRequest } from './value-tags'
import type { CompareRequest } from './version-compare'

/** What is asked about values and their past, beside reading and saving. Large code comes when it is first wanted. */
export const valueCalls = {
  compareVersions: async (c: Context, a: CompareRequest) =>
    (await import('./version-compare')).compareVersions(c, a),
  findTwins: async (c: Context, a: TwinsRequest, call: Call<{ done: number; of: number }>) =>
    (await import('./value-tags')).findTwins(c, a, call),
  deleteVersions: survivesLock((c: Context, a: { versionIds: string[] }) => deleteVersions(c, a.versionIds)),
}
