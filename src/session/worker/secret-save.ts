import type { Secret } from '#/api/contract'
import { encryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { organizationKey } from './keys'
import { openSecret, openText, rememberCiphertext } from './secret-read'
import type { OpenedSecret, SecretRef } from './secret-read'
import { changeSlippedIn } from './secret-slipped'
import type { Context } from './vault'

/** What a person typed. `null`: the field could not be opened and was not touched. */
export interface TypedSecret {
  name: string | null
  value: string | null
  note: string | null
  projectId: string | null
}

export interface SaveRequest extends SecretRef {
  typed: TypedSecret
  /** `revisionDate` of the state that the person has seen and agreed to overwrite. */
  seenRevision: string
}

export type SaveResult =
  | { outcome: 'saved'; slippedIn: boolean | 'not known'; valueChanged: boolean }
  /** Somebody saved meanwhile: nothing was sent. */
  | { outcome: 'conflict'; current: OpenedSecret }
  /** Nothing differs from what the server has: nothing was sent. */
  | { outcome: 'unchanged' }

/**
 * Reads the secret again, compares, and writes, in one step. A field whose text did not change goes back as the
 * very ciphertext that was read: the history of versions is told apart by those bytes (contract, "Reading the history").
 */
export async function saveSecret(context: Context, request: SaveRequest): Promise<SaveResult> {
  const key = await organizationKey(context.vault, request.organizationId)
  // Before the read, so that what a colleague saves from then on is met: by the read, or by the look afterwards.
  const before = await versionIds(context, request.secretId)
  const current = await context.client.call('secretGet', { params: { id: request.secretId } })
  const opened = await openSecret(context, key, current)
  if (current.revisionDate !== request.seenRevision) return { outcome: 'conflict', current: opened }

  const [name, value, note] = await Promise.all([
    sealChanged(key, current.key, request.typed.name),
    sealChanged(key, current.value, request.typed.value),
    sealChanged(key, current.note, request.typed.note),
  ])
  const projectId = current.projects?.[0]?.id ?? null
  const moved = projectId !== request.typed.projectId
  if (!name.changed && !value.changed && !note.changed && !moved) return { outcome: 'unchanged' }

  const answer = await context.client.call('secretUpdate', {
    params: { id: request.secretId },
    body: {
      key: name.text,
      value: value.text,
      note: note.text,
      valueChanged: value.changed,
      ...projectField(projectId, request.typed.projectId),
    },
  })
  rememberCiphertext(context, answer)
  const slippedIn = await changeSlippedIn(context, {
    ...request,
    versionsBefore: before,
    ownValue: value.changed ? value.text : null,
  })
  return {
    outcome: 'saved',
    slippedIn,
    valueChanged: value.changed,
  }
}

/** A non-admin may not send `[]` for a secret without a project, so "none, unchanged" leaves the field out. */
export function projectField(current: string | null, wanted: string | null): { projectIds?: string[] } {
  if (wanted !== null) return { projectIds: [wanted] }
  return current === null ? {} : { projectIds: [] }
}

export async function sealChanged(
  key: SymmetricKey,
  ciphertext: string,
  typed: string | null,
): Promise<{ text: string; changed: boolean }> {
  if (typed === null) return { text: ciphertext, changed: false }
  const opened = await openText(key, ciphertext)
  if (opened.ok && opened.text === typed) return { text: ciphertext, changed: false }
  return { text: await encryptText(key, typed), changed: true }
}

export async function versionIds(context: Context, secretId: string): Promise<Set<string> | null> {
  try {
    const list = await context.client.call('secretVersionList', { params: { secretId } })
    return new Set(list.data.map((version) => version.id))
  } catch {
    return null
  }
}

export interface CreateRequest {
  organizationId: string
  name: string
  value: string
  note: string
  projectId: string | null
}

/** Seals and sends a new secret; answers with its id. */
export async function createSecret(context: Context, request: CreateRequest): Promise<{ id: string }> {
  const key = await organizationKey(context.vault, request.organizationId)
  const [name, value, note] = await Promise.all([
    encryptText(key, request.name),
    encryptText(key, request.value),
    encryptText(key, request.note),
  ])
  const created: Pick<Secret, 'id' | 'value' | 'revisionDate'> = await context.client.call('secretCreate', {
    params: { organizationId: request.organizationId },
    body: { key: name, value, note, ...(request.projectId && { projectIds: [request.projectId] }) },
  })
  rememberCiphertext(context, created)
  return { id: created.id }
}

/** Moves to the trash; the answer has a line for each, with the server’s word where it refused. */
export async function deleteSecrets(
  context: Context,
  secretIds: string[],
): Promise<{ id: string; error: string | null }[]> {
  const answer = await context.client.call('secretDelete', { body: secretIds })
  return answer.data.map(({ id, error }) => ({ id, error }))
}
