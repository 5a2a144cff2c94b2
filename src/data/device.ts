import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { openDB } from 'idb'
import type { Settings } from './settings'

/*
  What this browser keeps for this address, as it is found there: nothing is declared, so that what another version
  or another program at this address left is seen too.
*/

export type StoredKind =
  | 'settings'
  | 'device'
  | 'two-step'
  | 'session'
  | 'drafts'
  | 'views'
  | 'names'
  | 'jobs'
  | 'demo'
  | 'unknown'

export interface StoredItem {
  place: 'localStorage' | 'sessionStorage' | 'IndexedDB'
  /** The key; of IndexedDB the database and its store, parted by a slash. */
  key: string
  kind: StoredKind
  /** UTF-8 bytes of key and text; of a store, those of its rows. */
  bytes: number
  /** Entries: rows of a store, accounts with two-step trust. */
  count: number
}

const KNOWN: Record<string, StoredKind> = {
  'localStorage strongroom.settings': 'settings',
  'localStorage strongroom.last-organization': 'settings',
  'localStorage strongroom.visits': 'settings',
  'localStorage strongroom.recipes': 'settings',
  'localStorage strongroom.device': 'device',
  'localStorage strongroom.remembered': 'two-step',
  'sessionStorage strongroom.session': 'session',
  'IndexedDB strongroom/drafts': 'drafts',
  'IndexedDB strongroom-views/views': 'views',
  'IndexedDB strongroom-names/names': 'names',
}

function kindOf(place: StoredItem['place'], key: string): StoredKind {
  if (place === 'IndexedDB' && key.startsWith('strongroom-demo')) return 'demo'
  if (place === 'IndexedDB' && key.startsWith('strongroom-jobs/')) return 'jobs'
  return KNOWN[`${place} ${key}`] ?? 'unknown'
}

/** Everything found; a place that the browser refuses or does not list is left out and named. */
export async function measureDevice(): Promise<{ items: StoredItem[]; refused: StoredItem['place'][] }> {
  const refused: StoredItem['place'][] = []
  const look = async (place: StoredItem['place'], find: () => StoredItem[] | Promise<StoredItem[]>) => {
    try {
      return await find()
    } catch {
      refused.push(place)
      return []
    }
  }
  const found = await Promise.all([
    look('localStorage', () => textsOf('localStorage', localStorage)),
    look('sessionStorage', () => textsOf('sessionStorage', sessionStorage)),
    look('IndexedDB', databases),
  ])
  return { items: found.flat(), refused }
}

/** `settings` are part of the key, since a changed setting changes what is kept. */
export const deviceQuery = (settings: Settings) =>
  queryOptions({
    queryKey: [...deviceKey, settings],
    queryFn: measureDevice,
    staleTime: 0,
    gcTime: 0,
    // While it is measured again, the last measure stays in view.
    placeholderData: keepPreviousData,
  })

export const deviceKey = ['device'] as const

const bytesOf = (text: string) => new TextEncoder().encode(text).length

function textsOf(place: 'localStorage' | 'sessionStorage', storage: Storage): StoredItem[] {
  return Object.keys(storage)
    .toSorted()
    .map((key) => {
      const text = storage.getItem(key) ?? ''
      const kind = kindOf(place, key)
      const count = kind === 'two-step' ? entriesOf(text) : 1
      return { place, key, kind, count, bytes: bytesOf(key) + bytesOf(text) }
    })
}

function entriesOf(json: string): number {
  try {
    return Object.keys(JSON.parse(json) as object).length
  } catch {
    return 1
  }
}

async function databases(): Promise<StoredItem[]> {
  // Asked first: opening a database that does not exist would make it.
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const found = await Promise.all(names.toSorted().map((name) => storesOf(name)))
  return found.flat()
}

async function storesOf(name: string): Promise<StoredItem[]> {
  const database = await openDB(name)
  try {
    const stores = [...database.objectStoreNames]
    const items = await Promise.all(
      stores.map(async (store): Promise<StoredItem> => {
        const rows: unknown[] = await database.getAll(store)
        const key = `${name}/${store}`
        const bytes = rows.reduce<number>((sum, row) => sum + sizeOf(row), 0)
        return { place: 'IndexedDB', key, kind: kindOf('IndexedDB', key), bytes, count: rows.length }
      }),
    )
    return items
  } finally {
    database.close()
  }
}

/** Near enough to what is written: bytes as they are, all else as its JSON. */
function sizeOf(value: unknown): number {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength
  if (value === null || typeof value !== 'object') return bytesOf(String(value))
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + sizeOf(inner), 0)
}

/** Takes one thing away: the entry of a storage, or all rows of a store. */
export async function eraseStored({ place, key }: Pick<StoredItem, 'place' | 'key'>): Promise<void> {
  if (place !== 'IndexedDB') {
    globalThis[place].removeItem(key)
    return
  }
  const slash = key.lastIndexOf('/')
  const database = await openDB(key.slice(0, slash))
  try {
    await database.clear(key.slice(slash + 1))
  } finally {
    database.close()
  }
}
