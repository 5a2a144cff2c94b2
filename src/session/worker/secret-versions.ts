import type { SecretVersion } from '#/api/contract'
import { ApiError } from '#/api/error'
import { organizationKey } from './keys'
import { knownCiphertext, openText, rememberCiphertext } from './secret-read'
import type { OpenedText, SecretRef } from './secret-read'
import type { Context } from './vault'

/**
 * One row as the server keeps it, without its ciphertext: rows with the same ciphertext share `valueMark`.
 * Which of them set a value and which ended one is `domain/secret-history`'s matter.
 */
export interface VersionRow {
  id: string
  /** Equal numbers stand for equal ciphertexts. */
  valueMark: number
  date: string
  memberId: string | null
  machineId: string | null
  /** Sent by later server generations only; undefined where the server does not know the field. */
  memberName?: string | null
  machineName?: string | null
}

export interface VersionList {
  rows: VersionRow[]
  /** Mark of the current value, where its revision was read in this session; otherwise null. */
  currentMark: number | null
  /** The server keeps no versions, or does not offer them. */
  isAvailable: boolean
}

export interface VersionsRequest extends SecretRef {
  /** Last revision of the secret by the list, epoch ms: what was read of an older one is not the current value. */
  changed: number
}

/** Newest first, as the server sends them. Leaves no event on servers of 2026.8. */
export async function listVersions(
  context: Context,
  ref: VersionsRequest,
  signal?: AbortSignal,
): Promise<VersionList> {
  let rows: SecretVersion[]
  try {
    const answer = await context.client.call(
      'secretVersionList',
      { params: { secretId: ref.secretId } },
      { ...(signal && { signal }) },
    )
    rows = answer.data
  } catch (error) {
    if (error instanceof ApiError && error.status === 404)
      return { rows: [], currentMark: null, isAvailable: false }
    throw error
  }
  const key = await organizationKey(context.vault, ref.organizationId)
  const marks = new Map<string, number>()
  const mark = (ciphertext: string) => {
    const known = marks.get(ciphertext) ?? marks.size
    marks.set(ciphertext, known)
    return known
  }
  context.caches.set(`versions ${ref.secretId}`, new Map(rows.map((row) => [row.id, row.value])))
  const current = knownCiphertext(context, ref.secretId, ref.changed)
  return {
    rows: await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        valueMark: mark(row.value),
        date: row.versionDate,
        memberId: row.editorOrganizationUserId,
        machineId: row.editorServiceAccountId,
        ...('editorOrganizationUserName' in row && { memberName: row.editorOrganizationUserName ?? null }),
        ...('editorServiceAccountName' in row && {
          machineName: await machineName(row.editorServiceAccountName),
        }),
      })),
    ),
    currentMark: current === undefined ? null : mark(current),
    isAvailable: true,
  }

  async function machineName(name: string | null | undefined): Promise<string | null> {
    if (!name) return null
    const opened = await openText(key, name)
    return opened.ok ? opened.text : null
  }
}

/** Decrypts a version that was listed before; asks the server only when the list is no longer in memory. */
export async function openVersion(
  context: Context,
  request: SecretRef & { versionId: string },
): Promise<OpenedText> {
  const key = await organizationKey(context.vault, request.organizationId)
  const listed = context.caches.get(`versions ${request.secretId}`) as Map<string, string> | undefined
  const ciphertext =
    listed?.get(request.versionId) ??
    (await context.client.call('secretVersionGet', { params: { id: request.versionId } })).value
  return openText(key, ciphertext)
}

/** Puts an earlier value back. The 2026.8 server writes no event for it. */
export async function restoreVersion(
  context: Context,
  request: SecretRef & { versionId: string },
): Promise<void> {
  const secret = await context.client.call('secretVersionRestore', {
    params: { secretId: request.secretId },
    body: { versionId: request.versionId },
  })
  rememberCiphertext(context, secret)
}

/** Deletes versions for good: all of them, or none where one is gone or not permitted. No server writes an event for it. */
export async function deleteVersions(context: Context, versionIds: string[]): Promise<void> {
  await context.client.call('secretVersionDelete', { body: versionIds })
}
