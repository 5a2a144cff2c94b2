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

/**
 * What is asked of a place is done one after the other: a page that goes away sends its last text while an older one is
 * on its way, and the page after it asks at once for what was kept.
 */
const turns = new WeakMap<Context, Map<string, Promise<unknown>>>()

function placesOf(context: Context): Map<string, Promise<unknown>> {
  const places = turns.get(context) ?? new Map<string, Promise<unknown>>()
  turns.set(context, places)
  return places
}

function inTurn<T>(context: Context, place: string, act: () => Promise<T>): Promise<T> {
  const places = placesOf(context)
  const mine = (places.get(place) ?? Promise.resolve()).then(act, act)
  places.set(place, mine)
  const leave = () => {
    if (places.get(place) === mine) places.delete(place)
  }
  mine.then(leave, leave)
  return mine
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
  // Whose it is and by which key, as it was asked: before its turn comes, a lock may take both.
  const key = userKey(context.vault)
  const userId = owner(context)
  return inTurn(context, place, async () => {
    const sealed = await sealLocal(key, utf8Encode(JSON.stringify(content)), place)
    const draft = { place, userId, sealed, startedAt, sealedAt: Date.now() }
    const keptIn = await context.drafts.put(draft)
    return { place, startedAt, sealedAt: draft.sealedAt, keptIn, size: sealed.byteLength }
  })
}

/** The content of a draft, or null where there is none or it was sealed with a key that is gone. */
export async function readDraft(
  context: Context,
  place: string,
): Promise<{ content: unknown; startedAt: number; sealedAt: number; keptIn: KeptIn } | null> {
  const userId = owner(context)
  const draft = await inTurn(context, place, () => context.drafts.get(userId, place))
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
  const userId = owner(context)
  await Promise.allSettled(placesOf(context).values())
  const drafts = await context.drafts.list(userId)
  return drafts.map(({ place, startedAt, sealedAt, keptIn, sealed }) => ({
    place,
    startedAt,
    sealedAt,
    keptIn,
    size: sealed.byteLength,
  }))
}

export async function removeDraft(context: Context, place: string): Promise<void> {
  const userId = owner(context)
  await inTurn(context, place, () => context.drafts.remove(userId, place))
}
