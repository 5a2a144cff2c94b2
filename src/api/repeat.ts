import type { Endpoint } from './contract'
import type { ApiError } from './error'

type Refusal = Pick<ApiError, 'status' | 'emptyBody' | 'retryAfter'>
type Asked = Pick<Endpoint, 'method' | 'guarded'>

const LONGEST_WAIT = 60
const USUAL_WAIT = 5
const MOST_PACED_REPEATS = 2

export const isRead = ({ method }: Pick<Endpoint, 'method'>): boolean => method === 'GET'

/** True where a person has to look after a failure. Signing in changes nothing to look for. */
export const mayHaveChanged = (endpoint: Pick<Endpoint, 'method' | 'anonymous'>): boolean =>
  !isRead(endpoint) && !endpoint.anonymous

/**
 * True where a new token may help: an empty 401, and an empty 500 of a role-guarded endpoint. A 401 with a body
 * is the trash's "not permitted". Source: organization-api.md §1, secrets-manager-api.md "Error body".
 */
export function isDeadToken({ status, emptyBody }: Refusal, { guarded }: Asked): boolean {
  return emptyBody && (status === 401 || (status === 500 && guarded === true))
}

/** A 401 comes before the server acts. Of an empty 500 nobody knows, so a write is not sent again. */
export function mayRepeatRenewed({ status }: Refusal, endpoint: Asked): boolean {
  return status === 401 || isRead(endpoint)
}

/**
 * Seconds to wait before a read is sent again after 429; null where it is not to be: a write, the third time, or
 * a wait so long that asking earlier would disobey and holding the page up would look like a failure.
 */
export function pacedWait({ status, retryAfter }: Refusal, endpoint: Asked, repeats: number): number | null {
  if (status !== 429 || !isRead(endpoint) || repeats >= MOST_PACED_REPEATS) return null
  const wait = Math.max(retryAfter ?? USUAL_WAIT, 1)
  return wait > LONGEST_WAIT ? null : wait
}
