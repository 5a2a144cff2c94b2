import { openDB } from 'idb'
import type { DBSchema } from 'idb'
import { openLocal, sealLocal } from '#/crypto/master-key'
import { utf8Decode, utf8Encode } from '#/lib/bytes'
import type { SavedView } from '#/session/saved-view'
import { SessionError } from '#/session/session-error'
import { userKey } from './keys'
import type { Context } from './vault'

interface Schema extends DBSchema {
  views: { key: [string, string]; value: { userId: string; organizationId: string; sealed: Uint8Array } }
}

// A database of its own: what the drafts' one looks like is no matter of views.
const open = () =>
  openDB<Schema>('strongroom-views', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('views', { keyPath: ['userId', 'organizationId'] }),
  })

function owner(context: Context): string {
  const id = context.vault.account?.userId
  if (!id) throw new SessionError('ended', 'Nobody is signed in.')
  return id
}

const placeOf = (organizationId: string) => `views/${organizationId}`

/** The views of this person in this browser, in their order. Those sealed with a key that is gone are none. */
export async function listViews(context: Context, organizationId: string): Promise<SavedView[]> {
  const db = await open()
  try {
    const kept = await db.get('views', [owner(context), organizationId])
    if (!kept) return []
    const bytes = await openLocal(
      userKey(context.vault),
      Uint8Array.from(kept.sealed),
      placeOf(organizationId),
    ).catch(() => null)
    return bytes ? (JSON.parse(utf8Decode(bytes)) as SavedView[]) : []
  } finally {
    db.close()
  }
}

/** Puts them in the place of all that were kept; none at all takes the entry away. */
export async function saveViews(context: Context, organizationId: string, views: SavedView[]): Promise<void> {
  const userId = owner(context)
  const sealed = await sealLocal(
    userKey(context.vault),
    utf8Encode(JSON.stringify(views)),
    placeOf(organizationId),
  )
  const db = await open()
  try {
    if (views.length === 0) await db.delete('views', [userId, organizationId])
    else await db.put('views', { userId, organizationId, sealed })
  } finally {
    db.close()
  }
}
