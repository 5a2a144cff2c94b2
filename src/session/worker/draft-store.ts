import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import { DRAFT_KEPT_FOR } from '#/session/draft-life'
import type { KeptIn } from '#/session/draft-life'

/** A form that was not saved, sealed with the user key. `place` is the path of its page: ids, no names. */
export interface SealedDraft {
  place: string
  userId: string
  sealed: Uint8Array<ArrayBuffer>
  startedAt: number
  sealedAt: number
}

type KeptDraft = SealedDraft & { keptIn: KeptIn }

export interface DraftStore {
  put(draft: SealedDraft): Promise<KeptIn>
  get(userId: string, place: string): Promise<KeptDraft | undefined>
  /** Newest sealing per place. */
  list(userId: string): Promise<KeptDraft[]>
  remove(userId: string, place: string): Promise<void>
}

interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: SealedDraft; indexes: { userId: string } }
}

const NAME = 'strongroom'

const isFresh = (draft: SealedDraft) => Date.now() - draft.sealedAt < DRAFT_KEPT_FOR

/** Drafts on the device; what it refuses to take stays, just as sealed, in memory, so that a lock loses nothing. */
export function indexedDrafts(): DraftStore {
  const device = deviceDrafts()
  const memory = memoryDrafts()
  return {
    async put(draft) {
      try {
        await device.put(draft)
      } catch {
        return memory.put(draft)
      }
      await memory.remove(draft.userId, draft.place)
      return 'device'
    },
    async get(userId, place) {
      // What is in memory was refused by the device, so it is the newer one.
      return (await memory.get(userId, place)) ?? device.get(userId, place).catch(() => undefined)
    },
    async list(userId) {
      const newest = new Map<string, KeptDraft>()
      for (const draft of await device.list(userId).catch(() => [])) newest.set(draft.place, draft)
      for (const draft of await memory.list(userId)) newest.set(draft.place, draft)
      return [...newest.values()]
    },
    async remove(userId, place) {
      const wasInMemory = (await memory.get(userId, place)) !== undefined
      await memory.remove(userId, place)
      try {
        await device.remove(userId, place)
      } catch (error) {
        if (!wasInMemory) throw error
      }
    },
  }
}

/** Drafts in IndexedDB. Opened at first use, so that a refusal of storage meets the act that needs it. */
function deviceDrafts(): DraftStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const open = async () => {
    const db = await openDB<Schema>(NAME, 1, {
      upgrade(fresh) {
        const store = fresh.createObjectStore('drafts', { keyPath: ['userId', 'place'] })
        store.createIndex('userId', 'userId')
      },
      terminated() {
        opening = undefined
      },
    })
    await prune(db)
    return db
  }
  const db = () =>
    (opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    }))
  return {
    async put(draft) {
      await (await db()).put('drafts', draft)
      return 'device'
    },
    async get(userId, place) {
      const draft = await (await db()).get('drafts', [userId, place])
      return draft && isFresh(draft) ? { ...draft, keptIn: 'device' } : undefined
    },
    async list(userId) {
      await prune(await db())
      const drafts = await (await db()).getAllFromIndex('drafts', 'userId', userId)
      return drafts.map((draft) => ({ ...draft, keptIn: 'device' }))
    },
    async remove(userId, place) {
      await (await db()).delete('drafts', [userId, place])
    },
  }
}

/** Of every account: who never signs in here again would leave theirs for good. */
async function prune(db: IDBPDatabase<Schema>): Promise<void> {
  const all = await db.getAll('drafts')
  const old = all.filter((draft) => !isFresh(draft))
  await Promise.all(old.map(({ userId, place }) => db.delete('drafts', [userId, place])))
}

/** Drafts that live as long as the worker. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, KeptDraft>()
  const key = (userId: string, place: string) => `${userId} ${place}`
  return {
    async put(draft) {
      drafts.set(key(draft.userId, draft.place), { ...draft, keptIn: 'memory' })
      return 'memory'
    },
    async get(userId, place) {
      const draft = drafts.get(key(userId, place))
      return draft && isFresh(draft) ? draft : undefined
    },
    list: async (userId) => [...drafts.values()].filter((d) => d.userId === userId && isFresh(d)),
    remove: async (userId, place) => void drafts.delete(key(userId, place)),
  }
}
