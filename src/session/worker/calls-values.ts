import { survivesLock } from './call'
import { deleteVersions } from './secret-versions'
import type { Context } from './vault'
import type { CompareRequest } from './version-compare'

/** What is asked about values and their past, beside reading and saving. Large code comes when it is first wanted. */
export const valueCalls = {
  compareVersions: async (c: Context, a: CompareRequest) =>
    (await import('./version-compare')).compareVersions(c, a),
  deleteVersions: survivesLock((c: Context, a: { versionIds: string[] }) => deleteVersions(c, a.versionIds)),
}
