import type { UserKey } from './master-key'

/**
 * The id of a user key as `user-key-id` and `containedKeyId` spell it: 32 characters of lower-case hex. A V2
 * key carries its id; a V1 key carries none and the contract gives no rule to derive one, so it is `null`.
 */
export function userKeyId(userKey: UserKey): string | null {
  return userKey.version === 2 ? userKey.cose.id : null
}
