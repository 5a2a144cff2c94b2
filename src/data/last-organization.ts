import { mayUseSecretsManager } from '#/domain/rights'
import type { SessionState } from '#/session/protocol'

const STORAGE_KEY = 'strongroom.last-organization'

export function rememberOrganization(organizationId: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, organizationId)
  } catch {
    // Without storage the first usable organization opens next time.
  }
}

/** The organization to open: the last one, else the first that can be used, else any. */
export function lastOrganization(state: Extract<SessionState, { phase: 'open' }>): string | null {
  let last: string | null = null
  try {
    last = localStorage.getItem(STORAGE_KEY)
  } catch {
    last = null
  }
  const { organizations } = state
  const wanted =
    organizations.find((o) => o.id === last) ??
    organizations.find((o) => mayUseSecretsManager(o) === true) ??
    organizations[0]
  return wanted?.id ?? null
}
