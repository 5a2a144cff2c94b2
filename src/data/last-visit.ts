/*
  When each person was last here, by organization, in this browser: dates and ids, nothing else. A visit ends half an hour after
  its last page, so that a page that is loaded anew does not count as another.
*/

const STORAGE_KEY = 'strongroom.visits'
const PAUSE = 30 * 60_000

interface Visits {
  /** Epoch ms of the last page of this visit. */
  at: number
  /** The same of the visit before; null: there was none. */
  before: number | null
}

const placeOf = (userId: string, organizationId: string) => `${userId} ${organizationId}`

function kept(): Record<string, Visits> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')
    return typeof found === 'object' && found !== null ? (found as Record<string, Visits>) : {}
  } catch {
    return {}
  }
}

/** `now` by the clock of this machine, epoch ms. Without storage every visit is the first. */
export function noteVisit(userId: string, organizationId: string, now: number): void {
  const all = kept()
  const visits: Visits = { at: now, before: beforeOf(all[placeOf(userId, organizationId)], now) }
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...all, [placeOf(userId, organizationId)]: visits }))
  } catch {
    // Told as a first visit next time.
  }
}

/** The end of the visit before the one of `now`, epoch ms by the clock of this machine; null where this is the first. */
export const visitBefore = (userId: string, organizationId: string, now: number): number | null =>
  beforeOf(kept()[placeOf(userId, organizationId)], now)

/** Whether this visit was noted already or not. */
function beforeOf(last: Partial<Visits> | undefined, now: number): number | null {
  const isSame = typeof last?.at === 'number' && now - last.at < PAUSE
  const before = isSame ? last.before : last?.at
  return typeof before === 'number' && Number.isFinite(before) ? before : null
}
