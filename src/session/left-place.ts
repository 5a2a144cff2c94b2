import type { SessionState } from './protocol'

/** Whose session this page was in when it was led to the sign-in page. */
let leftBy: string | null = null

export function leavePlace(userId: string | undefined): void {
  leftBy = userId ?? null
}

/**
 * Where to go once a session is open. A place in an organization that only the person before belonged to would say
 * "not one of yours" to who signs in next; an address that was followed from elsewhere is let through, and says so.
 */
export function placeAfter(state: Extract<SessionState, { phase: 'open' }>, to: string | undefined): string {
  const organizationId = to?.match(/^\/orgs\/([^/?#]+)/)?.[1]
  const isOthers =
    leftBy !== null &&
    leftBy !== state.account.userId &&
    organizationId !== undefined &&
    !state.organizations.some(({ id }) => id === organizationId)
  return isOthers ? '/' : (to ?? '/')
}
