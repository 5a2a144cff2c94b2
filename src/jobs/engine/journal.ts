import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { JobParams, Memo } from '#/jobs/job-types'

/** What an item leaves behind: for its undo, and the words of a failure, a skip or a notice (never a name). */
export interface ItemNote {
  memo?: Memo
  reason?: string
}

/** What is kept of a job: ids, times and one sealed part. No name, no text that somebody typed. */
export interface JobRecord {
  id: string
  userId: string
  organizationId: string
  kind: string
  params: JobParams
  ids: readonly string[]
  /** Title, labels and content, sealed with the user key; null where it could not be. */
  sealed: Uint8Array | null
  startedAt: number
  startsAt: number | null
  endedAt: number | null
  isCancelled: boolean
  isUndone: boolean
}

export interface KeptJob {
  record: JobRecord
  /** `itemStates` by number, one byte an item. */
  states: Uint8Array
}

export interface Journal {
  /** False: the device refuses, and a reload forgets. */
  put(record: JobRecord, states: Uint8Array): Promise<boolean>
  /** Before and after each request, so that what was in flight is known. */
  mark(id: string, states: Uint8Array, notes: readonly (readonly [number, ItemNote])[]): Promise<void>
  list(userId: string): Promise<KeptJob[]>
  get(id: string): Promise<KeptJob | null>
  notes(id: string): Promise<Map<number, ItemNote>>
  remove(id: string): Promise<void>
}

interface Schema extends DBSchema {
  jobs: { key: string; value: JobRecord; indexes: { userId: string } }
  states: { key: string; value: { id: string; states: Uint8Array } }
  /** Called so since it held memos alone: a new version of the database would wait for tabs with the old one. */
  memos: { key: [string, number]; value: ItemNote & { id: string; at: number } }
}

const JOURNAL = 'strongroom-jobs'

/** The journal in IndexedDB. Opened at first use; where the device refuses, jobs run all the same. */
export function indexedJournal(): Journal {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const db = () =>
    (opening ??= openDB<Schema>(JOURNAL, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('jobs', { keyPath: 'id' }).createIndex('userId', 'userId')
        fresh.createObjectStore('states', { keyPath: 'id' })
        fresh.createObjectStore('memos', { keyPath: ['id', 'at'] })
      },
      terminated: () => (opening = undefined),
    }).catch((error: unknown) => {
      opening = undefined
      throw error
    }))
  const allOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER])

  return {
    async put(record, states) {
      try {
        const tx = (await db()).transaction(['jobs', 'states'], 'readwrite')
        await Promise.all([
          tx.objectStore('jobs').put(record),
          tx.objectStore('states').put({ id: record.id, states }),
          tx.done,
        ])
        return true
      } catch {
        return false
      }
    },
    async mark(id, states, notes) {
      try {
        const tx = (await db()).transaction(['states', 'memos'], 'readwrite', { durability: 'relaxed' })
        await Promise.all([
          tx.objectStore('states').put({ id, states }),
          ...notes.map(([at, note]) => tx.objectStore('memos').put({ ...note, id, at })),
          tx.done,
        ])
      } catch {
        // The job goes on: `put` has told whether anything is kept.
      }
    },
    async list(userId) {
      try {
        const records = await (await db()).getAllFromIndex('jobs', 'userId', userId)
        return await Promise.all(records.map((record) => withStates(record)))
      } catch {
        return []
      }
    },
    async get(id) {
      try {
        const record = await (await db()).get('jobs', id)
        return record ? await withStates(record) : null
      } catch {
        return null
      }
    },
    async notes(id) {
      try {
        const rows = await (await db()).getAll('memos', allOf(id))
        return new Map(rows.map((row) => [row.at, row]))
      } catch {
        return new Map()
      }
    },
    async remove(id) {
      try {
        const tx = (await db()).transaction(['jobs', 'states', 'memos'], 'readwrite')
        await Promise.all([
          tx.objectStore('jobs').delete(id),
          tx.objectStore('states').delete(id),
          tx.objectStore('memos').delete(allOf(id)),
          tx.done,
        ])
      } catch {
        // What cannot be erased is asked for again when the page is opened next.
      }
    },
  }

  async function withStates(record: JobRecord): Promise<KeptJob> {
    const kept = await (await db()).get('states', record.id)
    return { record, states: kept?.states ?? new Uint8Array(record.ids.length) }
  }
}
