import type { StoredItem, StoredKind } from '#/data/device'
import { counted } from '#/lib/counted'

export interface StoredGroup {
  id: string
  kind: StoredKind
  name: string
  what: string
  /** How far it is protected, and until when it stays. */
  guard: string
  isSealed: boolean
  items: StoredItem[]
  bytes: number
}

const WORDS: Record<
  Exclude<StoredKind, 'unknown'>,
  (count: number) => Pick<StoredGroup, 'name' | 'what' | 'guard'>
> = {
  settings: () => ({
    name: 'Settings',
    what: 'Look, timers, keys, last organization, dates of your visits',
    guard: 'Plain, nothing secret',
  }),
  device: () => ({
    name: 'Device id',
    what: 'A random id, by which the server knows this browser',
    guard: 'Plain, nothing secret',
  }),
  session: () => ({
    name: 'Session',
    what: 'E-mail, refresh token, wrapped keys',
    guard: 'Until this tab closes',
  }),
  drafts: (count) => ({
    name: 'Drafts',
    what: counted(count, 'edit that was not saved', 'edits that were not saved'),
    guard: 'Sealed with your key',
  }),
  views: () => ({
    name: 'Saved views',
    what: 'Searches and filters of the list of secrets',
    guard: 'Sealed with your key',
  }),
  names: () => ({
    name: 'Names',
    what: 'Names of what may be deleted one day, for its events',
    guard: 'Sealed with your key',
  }),
  jobs: () => ({
    name: 'Jobs',
    what: 'Acts on many objects, and what became of each',
    guard: 'Ids plain, names and texts sealed with your key',
  }),
  'two-step': (count) => ({
    name: 'Two-step trust',
    what: counted(count, 'account that needs no code here', 'accounts that need no code here'),
    guard: 'Plain token, useless without the password',
  }),
  demo: (count) => ({
    name: 'Demo',
    what: `The imitation server’s data, ${counted(count, 'row', 'rows')}`,
    guard: 'As a server would keep it',
  }),
}

const ORDER: StoredKind[] = [
  'settings',
  'device',
  'session',
  'drafts',
  'views',
  'names',
  'jobs',
  'two-step',
  'demo',
]

/** One line for each purpose; what this version does not know has a line each. An empty store is none. */
export function groupsOf(items: readonly StoredItem[]): StoredGroup[] {
  const kept = items.filter((item) => item.count > 0)
  const known = ORDER.flatMap((kind): StoredGroup[] => {
    const own = kept.filter((item) => item.kind === kind)
    if (own.length === 0 || kind === 'unknown') return []
    const count = own.reduce((sum, item) => sum + item.count, 0)
    const isSealed = kind === 'drafts' || kind === 'jobs' || kind === 'views' || kind === 'names'
    return [{ id: kind, kind, ...WORDS[kind](count), isSealed, items: own, bytes: bytesOf(own) }]
  })
  const unknown = kept
    .filter((item) => item.kind === 'unknown')
    .map((item): StoredGroup => ({
      id: `${item.place} ${item.key}`,
      kind: 'unknown',
      name: item.key,
      what: `Not known to this version, in ${item.place}`,
      guard: 'Perhaps of another program at this address',
      isSealed: false,
      items: [item],
      bytes: item.bytes,
    }))
  return [...known, ...unknown]
}

const bytesOf = (items: readonly StoredItem[]) => items.reduce((sum, item) => sum + item.bytes, 0)

/** "340 B", "1.2 kB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
