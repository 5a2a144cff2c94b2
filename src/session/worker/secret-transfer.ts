import { ApiError } from '#/api/error'
import { SessionError } from '#/session/session-error'
import { encryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { organizationKey } from './keys'
import { openText, rememberCiphertext } from './secret-read'
import type { SecretRef } from './secret-read'
import { slippedSince } from './secret-slipped'
import type { Context } from './vault'

export interface PlaceRequest extends SecretRef {
  /** The project that it goes to. */
  projectId: string
  /** The name that it has there. */
  name: string
}

export interface OverwriteRequest extends SecretRef {
  targetId: string
  /** The target's last change as the person saw it, epoch ms. */
  targetSeen: number
  /** Puts the source into the trash afterwards. */
  isMove: boolean
}

/** `slippedIn`: somebody else saved the one that was written, between the read and the write. */
export type OverwriteResult = { outcome: 'changed' } | { outcome: 'done'; slippedIn: boolean | 'not known' }

async function read(context: Context, id: string) {
  try {
    return await context.client.call('secretGet', { params: { id } })
  } catch (error) {
    if (error instanceof ApiError && error.status === 404)
      throw new SessionError('refused', 'It was deleted meanwhile, or you may not read it any more.')
    throw error
  }
}

/** Sealed anew: equal ciphertexts would tell the server which secrets are copies. */
async function reseal(key: SymmetricKey, ciphertext: string): Promise<string> {
  const opened = await openText(key, ciphertext)
  if (!opened.ok) throw new SessionError('unreadable', 'Its value or note cannot be decrypted.')
  return encryptText(key, opened.text)
}

/** Reads a secret (recorded) and creates its like in a project. Gives the new id. */
export async function copySecret(context: Context, request: PlaceRequest): Promise<{ id: string }> {
  const key = await organizationKey(context.vault, request.organizationId)
  const source = await read(context, request.secretId)
  const [name, value, note] = await Promise.all([
    encryptText(key, request.name),
    reseal(key, source.value),
    reseal(key, source.note),
  ])
  const created = await context.client.call('secretCreate', {
    params: { organizationId: request.organizationId },
    body: { key: name, value, note, projectIds: [request.projectId] },
  })
  rememberCiphertext(context, created)
  return { id: created.id }
}

/** Reads a secret (recorded) and puts it into another project; value and note go back as the ciphertexts read. */
export async function moveSecretTo(
  context: Context,
  request: PlaceRequest,
): Promise<{ slippedIn: boolean | 'not known' }> {
  const key = await organizationKey(context.vault, request.organizationId)
  const source = await read(context, request.secretId)
  const opened = await openText(key, source.key)
  const isSameName = opened.ok && opened.text === request.name
  if (isSameName && source.projects[0]?.id === request.projectId) return { slippedIn: false }
  const written = await context.client.call('secretUpdate', {
    params: { id: request.secretId },
    body: {
      key: isSameName ? source.key : await encryptText(key, request.name),
      value: source.value,
      note: source.note,
      valueChanged: false,
      projectIds: [request.projectId],
    },
  })
  rememberCiphertext(context, written)
  return { slippedIn: await slippedSince(context, { ...request, read: source, ownValue: null }) }
}

/**
 * Gives a secret value and note of another: reads both (recorded), compares, writes one. A target that was changed
 * since the person saw it is left alone, unless it has them already: then an earlier try has arrived.
 */
export async function overwriteSecret(context: Context, request: OverwriteRequest): Promise<OverwriteResult> {
  const key = await organizationKey(context.vault, request.organizationId)
  const source = await read(context, request.secretId)
  const target = await read(context, request.targetId)
  const isSame = await areAlike(key, source, target)
  let slippedIn: boolean | 'not known' = false
  if (!isSame.value || !isSame.note) {
    if (Date.parse(target.revisionDate) !== request.targetSeen) return { outcome: 'changed' }
    // The history of versions is told apart by these bytes: what is equal goes back as it was.
    const value = isSame.value ? target.value : await reseal(key, source.value)
    const written = await context.client.call('secretUpdate', {
      params: { id: request.targetId },
      body: {
        key: target.key,
        value,
        note: isSame.note ? target.note : await reseal(key, source.note),
        valueChanged: !isSame.value,
        ...(target.projects[0] && { projectIds: [target.projects[0].id] }),
      },
    })
    rememberCiphertext(context, written)
    slippedIn = await slippedSince(context, {
      ...{ organizationId: request.organizationId, secretId: request.targetId },
      ...{ read: target, ownValue: value },
    })
  }
  if (request.isMove) await trash(context, request.secretId)
  return { outcome: 'done', slippedIn }
}

type Sealed = { value: string; note: string }

async function areAlike(key: SymmetricKey, one: Sealed, other: Sealed) {
  const isEqual = async (a: string, b: string) => {
    const [x, y] = await Promise.all([openText(key, a), openText(key, b)])
    return x.ok && y.ok && x.text === y.text
  }
  const [value, note] = await Promise.all([isEqual(one.value, other.value), isEqual(one.note, other.note)])
  return { value, note }
}

/** Whether an overwrite without an answer has arrived: reads both, recorded. */
export async function isOverwritten(
  context: Context,
  { organizationId, secretId, targetId }: Pick<OverwriteRequest, 'organizationId' | 'secretId' | 'targetId'>,
): Promise<boolean> {
  const key = await organizationKey(context.vault, organizationId)
  const alike = await areAlike(key, await read(context, secretId), await read(context, targetId))
  return alike.value && alike.note
}

async function trash(context: Context, id: string): Promise<void> {
  const answer = await context.client.call('secretDelete', { body: [id] })
  const refused = answer.data[0]?.error
  if (refused)
    throw new SessionError(
      'refused',
      `Its value is copied, but it could not be put into the trash (“${refused}”): it is still here.`,
    )
}

export interface FindRequest {
  organizationId: string
  projectId: string
  name: string
}

/** Whether a project has a secret of that name now: its id, or null. Lists record nothing. */
export async function findInProject(context: Context, request: FindRequest): Promise<string | null> {
  const key = await organizationKey(context.vault, request.organizationId)
  const { secrets } = await context.client.call('projectSecretList', {
    params: { projectId: request.projectId },
  })
  for (const secret of secrets) {
    const opened = await openText(key, secret.key)
    if (opened.ok && opened.text === request.name) return secret.id
  }
  return null
}
