import { ApiError } from '#/api/error'
import type { TokenSource } from '#/api/client'
import { readTokenAnswer } from '#/api/token-answer'
import type { TokenSuccess } from '#/api/token-answer'
import { SessionError } from '#/session/session-error'
import { closeSession } from './lock'
import { storedSession } from './vault'
import type { Context, Credential } from './vault'

/** Official clients renew with five minutes left; a short-lived token (tests) with a fifth of its life left. */
function needsRenewal(context: Context): boolean {
  const { access } = context.vault
  if (!access) return true
  const margin = Math.min(5 * 60_000, access.lifetime / 5)
  return performance.now() > access.expiresAt - margin
}

export function rememberAccess(context: Context, answer: TokenSuccess): void {
  const lifetime = answer.expiresIn * 1000
  context.vault.access = { text: answer.accessToken, lifetime, expiresAt: performance.now() + lifetime }
}

/**
 * The session's token source. Renewal runs once at a time: one worker serves all tabs, and where each tab has
 * a worker of its own a Web Lock lets the others wait.
 */
export function createTokenSource(context: () => Context): TokenSource {
  let running: Promise<string> | null = null
  const renew = (): Promise<string> => {
    running ??= withLock(() => renewNow(context())).finally(() => {
      running = null
    })
    return running
  }
  return {
    async current() {
      const { access } = context().vault
      return access && !needsRenewal(context()) ? access.text : renew()
    },
    renew,
  }
}

function withLock<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work()
  return navigator.locks.request('strongroom-renewal', work) as Promise<T>
}

const SESSION_CHANGED = 'The session changed meanwhile. Try again.'

async function renewNow(context: Context): Promise<string> {
  const { credential } = context.vault
  if (!credential) throw new SessionError('ended', 'Nobody is signed in. Sign in to go on.')
  // The answer may come after a sign-out, or into the session of somebody else.
  const isStillOurs = () => context.vault.credential === credential
  try {
    const answer = readTokenAnswer(
      await context.anonymous.call('tokenCreate', { body: renewalForm(context, credential) }),
    )
    if (!isStillOurs()) throw new SessionError('ended', SESSION_CHANGED)
    if (
      credential.kind === 'refresh' &&
      answer.refreshToken &&
      answer.refreshToken !== credential.refreshToken
    ) {
      credential.refreshToken = answer.refreshToken
      context.keep(storedSession(context.vault))
    }
    rememberAccess(context, answer)
    // The audit view tells how long its token lasts.
    if (credential.kind === 'organization') context.publish()
    return answer.accessToken
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 400) throw error
    if (!isStillOurs()) throw new SessionError('ended', SESSION_CHANGED)
    await closeSession(context, 'ended')
    throw new SessionError('ended', 'The server ended this session. Sign in again to go on.')
  }
}

function renewalForm(context: Context, credential: Credential): Record<string, string> {
  if (credential.kind === 'refresh') {
    return {
      grant_type: 'refresh_token',
      client_id: credential.clientId,
      refresh_token: credential.refreshToken,
    }
  }
  if (credential.kind === 'machine') return machineForm(credential.clientId, credential.clientSecret)
  if (credential.kind === 'organization')
    return organizationForm(credential.clientId, credential.clientSecret)
  return {
    grant_type: 'client_credentials',
    client_id: credential.clientId,
    client_secret: credential.clientSecret,
    scope: 'api',
    ...deviceFields(context),
  }
}

/** An access token signs in without device fields (identity-and-crypto.md §4.3). */
export const machineForm = (clientId: string, clientSecret: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  scope: 'api.secrets',
  client_id: clientId,
  client_secret: clientSecret,
})

/** Of an organization's key: no device fields either (identity-and-crypto.md §3.1). */
export const organizationForm = (clientId: string, clientSecret: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  scope: 'api.organization',
  client_id: clientId,
  client_secret: clientSecret,
})

export function deviceFields(context: Context): Record<string, string> {
  return {
    deviceType: String(context.device.deviceType),
    deviceIdentifier: context.device.deviceIdentifier,
    deviceName: context.device.deviceName,
  }
}
