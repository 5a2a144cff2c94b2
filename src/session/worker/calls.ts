import {
  forgetPendingSignIn,
  sendSignInCode,
  askKdf,
  signIn,
  signInSecondStep,
  signInWithApiKey,
} from './sign-in'
import type { ApiKeySignIn, PasswordSignIn, SecondStep } from './sign-in'
import { closeSession, lock } from './lock'
import { loadTimeouts, loadProfile } from './profile'
import { listDrafts, putDraft, readDraft, removeDraft } from './drafts'
import { loadSecretList, orderNames } from './secret-list'
import type { NameColumn, SecretListPart, SecretListRequest } from './secret-list'
import { readSecret } from './secret-read'
import type { SecretRef } from './secret-read'
import { createSecret, deleteSecrets, saveSecret } from './secret-save'
import type { CreateRequest, SaveRequest } from './secret-save'
import { listVersions, openVersion, restoreVersion } from './secret-versions'
import type { VersionsRequest } from './secret-versions'
import * as names from './names'
import { probeServer } from './server'
import { unlock } from './unlock'
import { valueOrigins } from './value-origins'
import type { OriginsRequest } from './value-origins'
import type { Context } from './vault'

export interface Call<P = never> {
  signal: AbortSignal
  part(value: P): void
}

interface InOrganization {
  organizationId: string
}

/**
 * Everything that pages may ask of the worker. The keys of this object are the channel: arguments and results
 * are plain data, plaintext only where a page shows it, ciphertext and keys never.
 */
export const calls = {
  probeServer: (c: Context, _: null, call: Call) => probeServer(c, call.signal),
  askKdf: async (c: Context, a: { email: string }, call: Call) => (await askKdf(c, a.email, call.signal)).kdf,
  signIn: (c: Context, a: PasswordSignIn, call: Call) => signIn(c, a, call.signal),
  signInSecondStep: (c: Context, a: SecondStep) => signInSecondStep(c, a),
  sendSignInCode: (c: Context) => sendSignInCode(c),
  forgetPendingSignIn: async (c: Context) => forgetPendingSignIn(c),
  signInWithApiKey: (c: Context, a: ApiKeySignIn) => signInWithApiKey(c, a),
  unlock: (c: Context, a: { password: string }) => unlock(c, a.password),
  lock: (c: Context) => lock(c, 'lock-button'),
  signOut: (c: Context) => closeSession(c, 'signed-out'),
  reloadProfile: async (c: Context) => {
    await loadProfile(c)
    c.publish()
  },
  loadTimeouts: (c: Context) => loadTimeouts(c),

  putDraft: (c: Context, a: { place: string; startedAt: number; content: unknown }) =>
    putDraft(c, a.place, a.startedAt, a.content),
  readDraft: (c: Context, a: { place: string }) => readDraft(c, a.place),
  listDrafts: (c: Context) => listDrafts(c),
  removeDraft: (c: Context, a: { place: string }) => removeDraft(c, a.place),

  listSecrets: (c: Context, a: SecretListRequest, call: Call<SecretListPart>) => loadSecretList(c, a, call),
  orderNames: async (_: Context, a: NameColumn) => orderNames(a),
  readSecret: (c: Context, a: SecretRef, call: Call) => readSecret(c, a, call.signal),
  saveSecret: (c: Context, a: SaveRequest) => saveSecret(c, a),
  createSecret: (c: Context, a: CreateRequest) => createSecret(c, a),
  deleteSecrets: (c: Context, a: { ids: string[] }) => deleteSecrets(c, a.ids),
  listVersions: (c: Context, a: VersionsRequest, call: Call) => listVersions(c, a, call.signal),
  openVersion: (c: Context, a: SecretRef & { versionId: string }) => openVersion(c, a),
  restoreVersion: (c: Context, a: SecretRef & { versionId: string }) => restoreVersion(c, a),
  valueOrigins: (c: Context, a: OriginsRequest, call: Call) => valueOrigins(c, a, call.signal),

  listProjects: (c: Context, a: InOrganization, call: Call) =>
    names.listProjects(c, a.organizationId, call.signal),
  createProject: (c: Context, a: InOrganization & { name: string }) =>
    names.createProject(c, a.organizationId, a.name),
  renameProject: (c: Context, a: InOrganization & { id: string; name: string }) =>
    names.renameProject(c, a.organizationId, a.id, a.name),
  deleteProjects: (c: Context, a: { ids: string[] }) => names.deleteProjects(c, a.ids),
  countProject: (c: Context, a: { projectId: string }, call: Call) =>
    names.countProject(c, a.projectId, call.signal),
  countOrganization: (c: Context, a: InOrganization, call: Call) =>
    names.countOrganization(c, a.organizationId, call.signal),
  listMachines: (c: Context, a: InOrganization, call: Call) =>
    names.listMachines(c, a.organizationId, call.signal),
  listPeople: (c: Context, a: InOrganization, call: Call) =>
    names.listPeople(c, a.organizationId, call.signal),
  requestAccess: async (c: Context, a: InOrganization & { note: string }) => {
    await c.client.call('accessRequest', { body: { organizationId: a.organizationId, emailContent: a.note } })
  },
}

export type Calls = typeof calls
