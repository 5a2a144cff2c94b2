import { utf8Encode } from '#/lib/bytes'
import { organizationKey } from './keys'
import { openText, rememberCiphertext } from './secret-read'
import type { SecretRef } from './secret-read'
import type { Context } from './vault'

/** How many secrets one request reads. */
const AT_ONCE = 50

export interface TwinsRequest extends SecretRef {
  /** The secrets to compare with; each of them is read, and each read is recorded. */
  otherIds: string[]
}

export interface Twins {
  /** Secrets with the same value. */
  equal: string[]
  /** Their values cannot be decrypted, so nothing is known of them. */
  unreadable: string[]
  /** How many values were compared. */
  compared: number
}

/**
 * Reads secrets and tells which of them hold the same value as one, by a keyed hash: the key is drawn for this session
 * and never leaves the worker, so neither a value nor anything that could be guessed from outside goes to a page.
 */
export async function findTwins(
  context: Context,
  request: TwinsRequest,
  call: { signal: AbortSignal; part(part: { done: number; of: number }): void },
): Promise<Twins> {
  const key = await organizationKey(context.vault, request.organizationId)
  const ids = [...new Set([request.secretId, ...request.otherIds])]
  const unreadable: string[] = []
  const tags = new Map<string, string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const answer = await context.client.call(
      'secretGetByIds',
      { body: { ids: ids.slice(from, from + AT_ONCE) } },
      { signal: call.signal },
    )
    for (const secret of answer.data) {
      rememberCiphertext(context, secret)
      const opened = await openText(key, secret.value)
      if (opened.ok) tags.set(secret.id, await tagOf(context, opened.text))
      else unreadable.push(secret.id)
    }
    call.part({ done: Math.min(from + AT_ONCE, ids.length), of: ids.length })
  }
  const own = tags.get(request.secretId)
  const equal = [...tags].flatMap(([id, tag]) => (id !== request.secretId && tag === own ? [id] : []))
  return { equal, unreadable, compared: tags.size - (own === undefined ? 0 : 1) }
}

/** HMAC-SHA-256 with a key of this session; lock drops the key with all caches. */
async function tagOf(context: Context, text: string): Promise<string> {
  const known = context.caches.get('tag key') as Promise<CryptoKey> | undefined
  const key = known ?? crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  if (!known) context.caches.set('tag key', key)
  const tag = await crypto.subtle.sign('HMAC', await key, utf8Encode(text))
  return String.fromCharCode(...new Uint8Array(tag))
}
