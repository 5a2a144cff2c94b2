import type { StoredSession } from './protocol'

const SESSION = 'strongroom.session'
const DEVICE = 'strongroom.device'
const REMEMBERED = 'strongroom.remembered'

/** Storage may be refused (private windows, policies): everything works without, only less is remembered. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

export function isStorageRefused(): boolean {
  return attempt(() => localStorage.length) === undefined
}

/** What this tab kept; unchecked, since the worker trusts nothing of it. */
export function readStoredSession(): StoredSession | null {
  return attempt(() => JSON.parse(sessionStorage.getItem(SESSION) ?? 'null') as StoredSession | null) ?? null
}

export function writeStoredSession(stored: StoredSession | null): void {
  attempt(() =>
    stored ? sessionStorage.setItem(SESSION, JSON.stringify(stored)) : sessionStorage.removeItem(SESSION),
  )
}

let fallbackDevice: string | undefined

/** Made once per browser profile and kept over sign-outs: a lost one makes the server mail about a new device. */
export function deviceIdentifier(): string {
  const known = attempt(() => localStorage.getItem(DEVICE))
  if (known) return known
  const made = fallbackDevice ?? crypto.randomUUID()
  // Remembered only where storage does not: an id that was erased must not come back.
  const isKept = attempt(() => (localStorage.setItem(DEVICE, made), true))
  if (!isKept) fallbackDevice = made
  return made
}

/** Anyone with this browser may have written there: whatever is no plain object counts as nothing. */
function remembered(): Record<string, unknown> {
  const kept = attempt<unknown>(() => JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}'))
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : {}
}

/** The token that spares the second factor on this device, per account. */
export function rememberToken(email: string): string | undefined {
  const token = remembered()[email.trim().toLowerCase()]
  return typeof token === 'string' ? token : undefined
}

export function keepRememberToken(email: string, token: string | null): void {
  const all = remembered()
  if (token) all[email.trim().toLowerCase()] = token
  else delete all[email.trim().toLowerCase()]
  attempt(() => localStorage.setItem(REMEMBERED, JSON.stringify(all)))
}
