/** What a list remembers of one entry of the browser's history. */
export interface EntryMemory {
  /** Free text of the search: it may hold a name, so it must never reach the URL or the history itself. */
  text: string
  /** Px from the top. */
  scroll: number
  /** Id of the row under the cursor. */
  cursor: string | null
}

const nothing: EntryMemory = { text: '', scroll: 0, cursor: null }
const entries = new Map<string, EntryMemory>()

/** By the router's key of the entry. Kept in memory only: it survives Back, not a reload. */
export function entryMemory(key: string): EntryMemory {
  return entries.get(key) ?? nothing
}

export function rememberEntry(key: string, change: Partial<EntryMemory>): void {
  entries.set(key, { ...entryMemory(key), ...change })
}

/** On lock and sign-out. */
export function forgetEntries(): void {
  entries.clear()
}
