import { openDB } from 'idb'
import type { DBSchema } from 'idb'
import { openLocal, sealLocal } from '#/crypto/master-key'
import { utf8Decode, utf8Encode } from '#/lib/bytes'
import type { FormerName } from './name-book'
import { userKey } from './keys'
import type { Context } from './vault'

interface Schema extends DBSchema {
  names: {
    key: [string, string]
    value: { userId: string; organizationId: string; count: number; sealed: Uint8Array }
  }
}

// An entry is the switch as well: no entry, nothing is remembered.
const open = () =>
  openDB<Schema>('strongroom-names', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('names', { keyPath: ['userId', 'organizationId'] }),
  })

const placeOf = (organizationId: string) => `names/${organizationId}`

/** Machine accounts keep nothing; nor does a browser that refuses its storage. */
async function inStore<T>(
  context: Context,
  without: T,
  act: (db: Awaited<ReturnType<typeof open>>, userId: string) => Promise<T>,
): Promise<T> {
  const userId = context.vault.account?.userId
  if (!userId || !context.vault.keys?.user) return without
  const db = await open()
  try {
    return await act(db, userId)
  } finally {
    db.close()
  }
}

/** How many names earlier sessions of this person remembered here; null where that is switched off. */
export const countRememberedNames = (context: Context, organizationId: string): Promise<number | null> =>
  inStore(
    context,
    null,
    async (db, userId) => (await db.get('names', [userId, organizationId]))?.count ?? null,
  )

/** What earlier sessions remembered. Sealed with a key that is gone, it is nothing. */
export async function rememberedNames(context: Context, organizationId: string): Promise<FormerName[]> {
  try {
    return await inStore(context, [], async (db, userId) => {
      const kept = await db.get('names', [userId, organizationId])
      if (!kept) return []
      const sealed = Uint8Array.from(kept.sealed)
      const bytes = await openLocal(userKey(context.vault), sealed, placeOf(organizationId))
      return JSON.parse(utf8Decode(bytes)) as FormerName[]
    })
  } catch {
    return []
  }
}

/**
 * Adds to what is remembered, if the person switched that on; `isSwitch`: switches it on, or with null off, and then
 * nothing is left of it.
 */
export async function keepNames(
  context: Context,
  organizationId: string,
  names: readonly FormerName[] | null,
  isSwitch = false,
): Promise<void> {
  const before = await countRememberedNames(context, organizationId)
  if (before === null && !isSwitch) return
  const all = new Map(
    [...(await rememberedNames(context, organizationId)), ...(names ?? [])].map((name) => [
      `${name.kind}:${name.id}`,
      name,
    ]),
  )
  const sealed =
    names &&
    (await sealLocal(
      userKey(context.vault),
      utf8Encode(JSON.stringify([...all.values()])),
      placeOf(organizationId),
    ))
  await inStore(context, undefined, async (db, userId) => {
    if (sealed) await db.put('names', { userId, organizationId, count: all.size, sealed })
    else await db.delete('names', [userId, organizationId])
  })
}
