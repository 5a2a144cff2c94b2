import { openLocal, sealLocal } from '#/crypto/master-key'
import { utf8Decode, utf8Encode } from '#/lib/bytes'
import type { KeptIn } from '#/session/draft-life'
import { SessionError } from '#/session/session-error'
import { userKey } from './keys'
import type { Context } from './vault'

export interface DraftInfo {
  place: string
  startedAt: number
  sealedAt: number
  keptIn: KeptIn
  /** Bytes of ciphertext. */
  size: number
}

function owner(context: Context): string {
  const id = context.vault.account?.userId
  if (!id) throw new SessionError('ended', 'Nobody is signed in.')
  return id
}

/** Seals what a form holds. `startedAt` keeps the time of the first keystroke over later seals. */
export async function putDraft(
  context: Context,
  place: string,
  startedAt: number,
  content: unknown,
): Promise<DraftInfo> {
  const sealed = await sealLocal(userKey(context.vault), utf8Encode(JSON.stringify(content)), place)
  const draft = { place, userId: owner(context), sealed, startedAt, sealedAt: Date.now() }
  const keptIn = await context.drafts.put(draft)
  return { place, startedAt, sealedAt: draft.sealedAt, keptIn, size: sealed.byteLength }
}

/** The content of a draft, or null where there is none or it was sealed with a key that is gone. */
export async function readDraft(
  context: Context,
  place: string,
): Promise<{ content: unknown; startedAt: number; sealedAt: number; keptIn: KeptIn } | null> {
  const draft = await context.drafts.get(owner(context), place)
  if (!draft) return null
  try {
    const bytes = await openLocal(userKey(context.vault), draft.sealed, place)
    const { startedAt, sealedAt, keptIn } = draft
    return { content: JSON.parse(utf8Decode(bytes)), startedAt, sealedAt, keptIn }
  } catch {
    return null
  }
}

/** Works while locked: it tells kind, place, time and size, and opens nothing. */
export async function listDrafts(context: Context): Promise<DraftInfo[]> {
  if (!context.vault.account) return []
  const drafts = await context.drafts.list(owner(context))
  return drafts.map(({ place, startedAt, sealedAt, keptIn, sealed }) => ({
    place,
    startedAt,
    sealedAt,
    keptIn,
    size: sealed.byteLength,
  }))
}

export function removeDraft(context: Context, place: string): Promise<void> {
  return context.drafts.remove(owner(context), place)
}
