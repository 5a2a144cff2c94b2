import { survivesLock } from './call'
import type { Call } from './call'
import { changeSecret } from './secret-change'
import type { ChangeRequest } from './secret-change'
import { notedSecrets } from './name-book'
import { loadSecretList, orderNames } from './secret-list'
import type { NameColumn, SecretListPart, SecretListRequest } from './secret-list'
import { readSecret } from './secret-read'
import type { SecretRef } from './secret-read'
import { createSecret, deleteSecrets, saveSecret } from './secret-save'
import type { CreateRequest, SaveRequest } from './secret-save'
import { listVersions, openVersion, restoreVersion } from './secret-versions'
import type { VersionsRequest } from './secret-versions'
import { valueOrigins } from './value-origins'
import type { OriginsRequest } from './value-origins'
import type { Context } from './vault'

export const secretCalls = {
  listSecrets: async (c: Context, a: SecretListRequest, call: Call<SecretListPart>) =>
    notedSecrets(c, a.organizationId, await loadSecretList(c, a, call)),
  orderNames: async (_: Context, a: NameColumn) => orderNames(a),
  readSecret: (c: Context, a: SecretRef, call: Call) => readSecret(c, a, call.signal),
  saveSecret: (c: Context, a: SaveRequest) => saveSecret(c, a),
  changeSecret: survivesLock((c: Context, a: ChangeRequest) => changeSecret(c, a)),
  createSecret: survivesLock((c: Context, a: CreateRequest) => createSecret(c, a)),
  deleteSecrets: survivesLock((c: Context, a: { ids: string[] }) => deleteSecrets(c, a.ids)),
  listVersions: (c: Context, a: VersionsRequest, call: Call) => listVersions(c, a, call.signal),
  openVersion: (c: Context, a: SecretRef & { versionId: string }) => openVersion(c, a),
  restoreVersion: survivesLock((c: Context, a: SecretRef & { versionId: string }) => restoreVersion(c, a)),
  valueOrigins: (c: Context, a: OriginsRequest, call: Call) => valueOrigins(c, a, call.signal),
}
