/** The shortest time that the console can wait before it locks. */
const SHORTEST_MINUTES = 1

/**
 * Minutes of idleness that a session timeout policy (type 9) allows at most, from its `data`; null where it sets no
 * limit (organization-api.md §5). The server keeps `data` as a client wrote it: a number may be a text, and
 * `minutes` stands at 480 beside a `type` that means something else.
 *
 * "immediately" is as soon as the console can. "onAppRestart" and "onSystemLock" cannot be seen from a page, so their
 * minutes hold; the keys go anyway when the last page is closed.
 */
export function timeoutMinutes(data: Readonly<Record<string, unknown>> | null): number | null {
  const type = data?.['type']
  if (type === 'never') return null
  if (type === 'immediately') return SHORTEST_MINUTES
  const given = data?.['minutes']
  if (typeof given !== 'number' && !(typeof given === 'string' && given.trim() !== '')) return null
  const minutes = Math.floor(Number(given))
  return Number.isFinite(minutes) && minutes >= 0 ? Math.max(SHORTEST_MINUTES, minutes) : null
}

/**
 * What has to happen at the end of that time. The server keeps `action` as a client wrote it: null, "lock" or
 * "logOut"; anything else counts as lock, which loses nothing.
 */
export function timeoutAction(data: Readonly<Record<string, unknown>> | null): 'lock' | 'sign-out' {
  return data?.['action'] === 'logOut' ? 'sign-out' : 'lock'
}
