const DAY = 86_400_000

/** The server empties the trash of what has lain there longer (secrets-manager-api.md, "Trash"). */
export const TRASH_DAYS = 30

/**
 * Whole days until a deleted secret goes for good: 30 minus its age. Zero: with the next emptying, which the server
 * does once a day. Both moments in epoch ms, `now` by the server's clock.
 */
export function trashDaysLeft(deleted: number, now: number): number {
  return Math.min(TRASH_DAYS, Math.max(0, TRASH_DAYS - Math.floor((now - deleted) / DAY)))
}

/** "Tonight", "1 day", "29 days". */
export function daysLeftWords(days: number): string {
  if (days === 0) return 'Tonight'
  return days === 1 ? '1 day' : `${days} days`
}
