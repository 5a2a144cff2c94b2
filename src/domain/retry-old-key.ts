/** A server may go on taking an old key from a cache for this long (identity-and-crypto.md §3.3). */
const OLD_KEY_CACHED = 5 * 60_000
const EVERY = 15_000

/** Ms until the old key is tried again; null where it was long enough. `since`: when the key was rotated. */
export const nextOldKeyTry = (since: number, now: number): number | null =>
  now - since < OLD_KEY_CACHED ? EVERY : null
