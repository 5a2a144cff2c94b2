import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'

/** A form that was not saved, sealed with the user key. `place` is the path of its page: ids, no names. */
export interface SealedDraft {
  place: string
  userId: string
  sealed: Uint8Array<ArrayBuffer>
  startedAt: number
  sealedAt: number
}

export interface DraftStore {
  put(draft: SealedDraft): Promise<void>
  get(userId: string, place: string): Promise<SealedDraft | undefined>
  list(userId: string): Promise<SealedDraft[]>
  remove(userId: string, place: string): Promise<void>
}

interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: SealedDraft; indexes: { userId: string } }
}

const NAME = 'strongroom'
const KEPT_FOR = 7 * 24 * 60 * 60_000

/** Drafts in IndexedDB. Opened at first use, so that a refusal of storage meets the act that needs it. */
export function indexedDrafts(): DraftStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const db = () =>
    (opening ??= openDB<Schema>(NAME, 1, {
      upgrade(fresh) {
        const store = fresh.createObjectStore('drafts', { keyPath: ['userId', 'place'] })
        store.createIndex('userId', 'userId')
      },
      terminated() {
        opening = undefined
      },
    }).catch((error: unknown) => {
      opening = undefined
      throw error
    }))
  return {
    async put(draft) {
      await (await db()).put('drafts', draft)
    },
    async get(userId, place) {
      return (await db()).get('drafts', [userId, place])
    },
    async list(userId) {
      const all = await (await db()).getAllFromIndex('drafts', 'userId', userId)
      const kept = all.filter((d) => Date.now() - d.sealedAt < KEPT_FOR)
      await Promise.all(
        all
          .filter((d) => !kept.includes(d))
          .map(async (d) => (await db()).delete('drafts', [userId, d.place])),
      )
      return kept
    },
    async remove(userId, place) {
      await (await db()).delete('drafts', [userId, place])
    },
  }
}

/** For runs without IndexedDB: unit tests. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, SealedDraft>()
  const key = (userId: string, place: string) => `${userId} ${place}`
  return {
    put: async (draft) => void drafts.set(key(draft.userId, draft.place), draft),
    get: async (userId, place) => drafts.get(key(userId, place)),
    list: async (userId) => [...drafts.values()].filter((d) => d.userId === userId),
    remove: async (userId, place) => void drafts.delete(key(userId, place)),
  }
}
