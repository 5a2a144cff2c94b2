import type { Secret } from '#/api/contract'
import { DecryptError, decryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { organizationKey } from './keys'
import type { Context } from './vault'

/** A field that cannot be opened is data, not an exception: the others stay usable. */
export type OpenedText = { ok: true; text: string } | { ok: false; reason: string }

export interface OpenedSecret {
  id: string
  organizationId: string
  name: OpenedText
  value: OpenedText
  note: OpenedText
  project: { id: string; name: OpenedText } | null
  canWrite: boolean
  /** As the server wrote it: equality of this text means that nothing changed. */
  revisionDate: string
  creationDate: string
  readAt: number
}

export interface SecretRef {
  organizationId: string
  secretId: string
}

/** Ciphertexts of the last read, by secret; the history is told apart by them. */
export interface KnownCiphertext {
  value: string
  revisionDate: string
}

export async function openText(key: SymmetricKey, encString: string): Promise<OpenedText> {
  try {
    return { ok: true, text: await decryptText(key, encString) }
  } catch (error) {
    return { ok: false, reason: error instanceof DecryptError ? error.reason : 'unknown' }
  }
}

/** Fetches one secret. The server records the read (2100) under the reader's name. */
export async function readSecret(
  context: Context,
  ref: SecretRef,
  signal?: AbortSignal,
): Promise<OpenedSecret> {
  const key = await organizationKey(context.vault, ref.organizationId)
  const secret = await context.client.call(
    'secretGet',
    { params: { id: ref.secretId } },
    { ...(signal && { signal }) },
  )
  return openSecret(context, key, secret)
}

/** Answers to writes leave names of projects out, and the project itself where there is none. */
type AnySecret = Omit<Secret, 'projects'> & { projects: { id: string; name: string | null }[] | null }

export async function openSecret(
  context: Context,
  key: SymmetricKey,
  secret: AnySecret,
): Promise<OpenedSecret> {
  rememberCiphertext(context, secret)
  const project = secret.projects?.[0]
  const [name, value, note, projectName] = await Promise.all([
    openText(key, secret.key),
    openText(key, secret.value),
    openText(key, secret.note),
    project?.name ? openText(key, project.name) : ({ ok: false, reason: 'not sent' } as const),
  ])
  return {
    id: secret.id,
    organizationId: secret.organizationId,
    name,
    value,
    note,
    project: project ? { id: project.id, name: projectName } : null,
    canWrite: secret.write,
    revisionDate: secret.revisionDate,
    creationDate: secret.creationDate,
    readAt: Date.now(),
  }
}

export function rememberCiphertext(
  context: Context,
  secret: Pick<Secret, 'id' | 'value' | 'revisionDate'>,
): void {
  context.caches.set(`value ${secret.id}`, {
    value: secret.value,
    revisionDate: secret.revisionDate,
  } satisfies KnownCiphertext)
}

/** The value's ciphertext as of that revision (epoch ms); undefined where another one was read last, or none. */
export function knownCiphertext(context: Context, secretId: string, changed: number): string | undefined {
  const known = context.caches.get(`value ${secretId}`) as KnownCiphertext | undefined
  return known && Date.parse(known.revisionDate) === changed ? known.value : undefined
}
